/**
 * Throughput: completions / window. What counts as a completion is up to the curve, which a `ProgressFold` has made.
 * A completion belongs to the window that ends with it: windows are (from, to], and one that begins with the run
 * holds what was completed at instant 0. Where a window begins before the run or is cut off, its true length counts.
 */
import { bars, type Bar } from './bars.ts';
import type { Curve } from './curve.ts';

/** How many units were completed in (from, to], virtual seconds. */
export function completions(done: Curve, from: number, to: number): number {
  return done.valueAt(to) - (from > 0 ? done.valueAt(from) : done.initial);
}

/** Completions per second in each window of [from, to]; see `bars` for where windows begin and how many there are. */
export function throughput(done: Curve, from: number, to: number, window: number): Bar[] {
  return bars(Math.max(0, from), to, window, (from, to) => completions(done, from, to) / (to - from));
}
