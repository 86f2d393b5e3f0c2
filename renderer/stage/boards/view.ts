import type { BoardGame } from '../../../shared/chess/boards.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { Playback } from '../kit/playback.ts';
import { viewBoard, type BoardView } from './board-view.ts';
import type { BoardsStageFold } from './fold.ts';
import { gameAt } from './games.ts';
import type { BoardsLayout } from './layout.ts';
import { viewMaster, type MasterView } from './master-view.ts';

/** What the boards of a lane show at one instant. */
export interface BoardsView {
  readonly boards: readonly BoardView[];
  readonly masters: readonly MasterView[];
  /** What stands on board `board` (from 1) after so many half-moves. */
  game(board: number, plies: number): BoardGame;
}

/** The boards and the masters at the playback's instant, as many as the layout has places for. */
export function viewBoards(
  fold: BoardsStageFold,
  layout: BoardsLayout | null,
  scenario: Scenario,
  over: boolean,
  playback: Playback,
): BoardsView {
  const game = (board: number, plies: number) => gameAt(scenario, board, plies);
  if (layout === null) return { boards: [], masters: [], game };
  const { model } = scenario;
  const boards = layout.places.map((_, index) => viewBoard(fold.boards, index + 1, playback, model));
  const masters = Array.from({ length: fold.boards.masters }, (_, master) =>
    viewMaster(layout, fold.boards.masterAt(master, playback.t), boards, over, playback),
  ).filter((master): master is MasterView => master !== null);
  return { boards, masters, game };
}
