import { finishAt, walkBetween, type ConstantExhibition, type Finish } from './exhibition.ts';

/**
 * k processes, each with a master of its own who plays one game at a time: the games go in ceil(N / k) batches, and each master walks
 * once between two of hers.
 *
 *     B M (j + o) + (B - 1) w        with B = ceil(N / k)
 */
export function processesFinish(e: ConstantExhibition, workers: number): Finish {
  const batches = Math.ceil(e.boards / workers);
  const games = batches * e.pairMoves * (e.master + e.opponent);
  return finishAt(games + (batches - 1) * walkBetween(e), e);
}
