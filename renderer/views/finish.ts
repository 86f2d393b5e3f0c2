import { speedUp } from '../../shared/theory/speedup.ts';

/** What a lane's end means, once it is there. */
export type Meaning =
  | { readonly kind: 'speed-up'; readonly factor: number }
  /** Seconds in which nobody had anything to do. */
  | { readonly kind: 'waited'; readonly seconds: number }
  | { readonly kind: 'ended' }
  /** It ended because nobody can ever go on. */
  | { readonly kind: 'deadlock' };

/** What is known of a lane's end. */
export interface LaneEnd {
  readonly synchronous: boolean;
  readonly makespan: number | null;
  /** Seconds in which nobody had anything to do; null where nobody counts them. */
  readonly idle: number | null;
  readonly deadlock: boolean;
}

/**
 * Beside a synchronous lane a faster one shows its speed-up; else its idle time, where that is counted. Lanes that
 * do different work (`sameWork` is false) are not compared.
 */
export function meaningOf(lane: LaneEnd, others: readonly LaneEnd[], sameWork: boolean): Meaning {
  if (lane.deadlock) return { kind: 'deadlock' };
  const slow = others.find(({ synchronous, makespan }) => synchronous && makespan !== null);
  if (sameWork && !lane.synchronous && lane.makespan !== null && slow !== undefined && slow.makespan! > lane.makespan) {
    return { kind: 'speed-up', factor: speedUp(slow.makespan!, lane.makespan) };
  }
  if (lane.idle === null || lane.makespan === null) return { kind: 'ended' };
  return { kind: 'waited', seconds: lane.idle };
}
