import type { BoardGame } from '../../../shared/chess/boards.ts';
import { positionAt } from '../../../shared/chess/position.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { gameAt } from './games.ts';
import type { HallFold } from './fold.ts';
import type { HallView } from './painter.ts';
import type { HallLayout } from './layout.ts';
import { viewMaster, type MasterView } from './master-view.ts';
import type { Standing } from './position-painter.ts';
import { viewTable, type Tempo } from './table-view.ts';

/** What the hall of a lane looks like at the tempo's instant. */
export function viewHall(
  fold: HallFold,
  layout: HallLayout,
  scenario: Scenario,
  over: boolean,
  tempo: Tempo,
): HallView {
  const { model } = scenario;
  const tables = layout.places.map((_, index) => viewTable(fold.boards, index + 1, tempo, model));
  const masters = Array.from({ length: fold.boards.masters }, (_, master) =>
    viewMaster(layout, fold.boards.masterAt(master, tempo.t), tables, over, tempo),
  ).filter((master): master is MasterView => master !== null);
  return { tables, masters, game: (board, plies) => gameAt(scenario, board, plies), standing };
}

/** The pieces of a game as it stands, and the move that led there. */
export function standing({ game, ply }: BoardGame): Standing {
  return { position: positionAt(game, ply), lastMove: game.moves[ply - 1] ?? null };
}
