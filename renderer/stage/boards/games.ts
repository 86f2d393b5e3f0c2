import { gameCount } from '../../../shared/chess/games.ts';
import { gameFor, type BoardGame } from '../../../shared/chess/boards.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** The seed by which games are dealt to the boards: the scenario's, as far as it makes a difference. */
export function gamesSeed({ seed }: Pick<Scenario, 'seed'>): number {
  return Number(BigInt(seed) % BigInt(gameCount));
}

/** What stands on a board of a scenario after so many half-moves there. */
export function gameAt(scenario: Pick<Scenario, 'seed'>, board: number, plies: number): BoardGame {
  return gameFor(board, plies, gamesSeed(scenario));
}
