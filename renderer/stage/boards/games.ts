import { gameFor, type BoardGame } from '../../../shared/chess/boards.ts';
import { gameCount } from '../../../shared/chess/games.ts';
import { positionAt, type Move, type Position } from '../../../shared/chess/position.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** What stands on a board: the pieces, and the move that led there. */
export interface Standing {
  readonly position: Position;
  readonly lastMove: Pick<Move, 'from' | 'to'> | null;
}

/** The seed by which games are dealt to the boards: the scenario's, as far as it makes a difference. */
export function gamesSeed({ seed }: Pick<Scenario, 'seed'>): number {
  return Number(BigInt(seed) % BigInt(gameCount));
}

/** The game on a board of a scenario after so many half-moves there. */
export function gameAt(scenario: Pick<Scenario, 'seed'>, board: number, plies: number): BoardGame {
  return gameFor(board, plies, gamesSeed(scenario));
}

/** The pieces of a game as it stands, and the move that led there. */
export function standingOf({ game, ply }: BoardGame): Standing {
  return { position: positionAt(game, ply), lastMove: game.moves[ply - 1] ?? null };
}
