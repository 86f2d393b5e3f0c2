import { speedUp } from '../../shared/theory/speedup.ts';
import type { Theory } from '../../shared/theory/theory.ts';

/** What a lane's end means, once it is there. */
export type Meaning =
  | { readonly kind: 'speed-up'; readonly factor: number }
  /** Seconds in which nobody had anything to do. */
  | { readonly kind: 'waited'; readonly seconds: number }
  | { readonly kind: 'ended' };

/** What is known of a lane's end. */
export interface LaneEnd {
  readonly synchronous: boolean;
  readonly makespan: number | null;
  /** Seconds in which nobody had anything to do; null where nobody counts them. */
  readonly idle: number | null;
}

/** Beside a synchronous lane a faster one shows its speed-up; else its idle time, where that is counted. */
export function meaningOf(lane: LaneEnd, others: readonly LaneEnd[]): Meaning {
  const slow = others.find(({ synchronous, makespan }) => synchronous && makespan !== null);
  if (!lane.synchronous && lane.makespan !== null && slow !== undefined && slow.makespan! > lane.makespan) {
    return { kind: 'speed-up', factor: speedUp(slow.makespan!, lane.makespan) };
  }
  if (lane.idle === null || lane.makespan === null) return { kind: 'ended' };
  return { kind: 'waited', seconds: lane.idle };
}

/** When theory says for certain that a lane ends; null where it does not. Good until the run itself is known. */
export function expectedEnd({ theory: { prediction } }: { readonly theory: Theory }): number | null {
  return prediction?.exact ? prediction.makespan : null;
}
