/**
 * How many times shorter a run is than another of the same work (and the same seed): makespan of the reference / makespan. Two
 * runs that take no time are equally fast.
 */
export function speedUp(referenceMakespan: number, makespan: number): number {
  return referenceMakespan === makespan ? 1 : referenceMakespan / makespan;
}
