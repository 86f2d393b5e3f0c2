import { finishAt, walkBetween, type ConstantExhibition, type Finish } from './exhibition.ts';

/**
 * One game at a time: N games of M pairs of moves, each (j + o), and N - 1 ways to the next table in between:
 *
 *     M N (j + o) + (N - 1) w
 */
export function synchronousFinish(e: ConstantExhibition): Finish {
  const games = e.boards * e.pairMoves * (e.master + e.opponent);
  return finishAt(games + (e.boards - 1) * walkBetween(e), e);
}
