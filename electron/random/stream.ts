import { Random } from './random.ts';
import { multiplyAdd, readSeed, type Seed } from './seed.ts';

/** How far apart the seeds of neighbouring runs lie, so that their streams do not meet. */
const STRIDE = 1_000_003;

/**
 * Stream `k` of a run's seed: Python's `Random(seed * 1000003 + k)`, exact for seeds of any size. Each task draws from a
 * stream of its own, so that every lane faces the same numbers whatever the schedule.
 *
 * @param k which stream, a safe integer.
 * @throws RangeError when the seed is not an integer.
 */
export function stream(seed: Seed, k: number): Random {
  return new Random(multiplyAdd(readSeed(seed), STRIDE, k));
}
