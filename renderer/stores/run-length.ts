import type { Theory } from '../../shared/theory/theory.ts';

/** What says how long a lane's run takes. */
export interface Lasting {
  readonly end: number | null;
  /** Virtual seconds up to which the trace is complete. */
  readonly reached: number;
  readonly theory: Theory;
}

/** When theory says for certain that a lane ends; null where it does not. Good until the run itself is known. */
export function expectedEnd({ theory: { prediction } }: { readonly theory: Theory }): number | null {
  return prediction?.exact ? prediction.makespan : null;
}

/** Virtual seconds of the longest run on screen: known, or else expected, or as far as it has been computed. */
export function runLength(lanes: readonly Lasting[]): number {
  const lengths = lanes.map((lane) => {
    // What is complete for ever is complete up to the largest number there is.
    const reached = lane.reached < Number.MAX_VALUE ? lane.reached : 0;
    return lane.end ?? Math.max(reached, expectedEnd(lane) ?? 0);
  });
  return Math.max(0, ...lengths);
}
