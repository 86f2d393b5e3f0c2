/** Whether a page shows what its host has: both make the same hash of it, and a page compares them now and then. */
import { HASH_SEED, hashText, hashTrace } from '../trace/hash.ts';
import type { Trace } from '../trace/trace.ts';
import type { ClockState, LaneInfo } from './pushes.ts';

/** What a host has told a page up to now. */
export interface Checkpoint {
  readonly epoch: number;
  /** How many events of each lane have been sent. */
  readonly events: readonly number[];
  readonly hash: number;
}

/** What is on screen: the scenarios, the clock, and the first `events` of each trace. */
export interface Shown {
  readonly epoch: number;
  readonly lanes: readonly LaneInfo[];
  readonly clock: ClockState;
  readonly traces: readonly Trace[];
  readonly events: readonly number[];
}

export function hashOf({ epoch, lanes, clock, traces, events }: Shown): number {
  // The lanes have the same edits, which may be thousands.
  const scenarios = lanes.map((lane, index) =>
    index === 0 ? lane : { ...lane, scenario: { ...lane.scenario, edits: [] } },
  );
  const hash = hashText(HASH_SEED, JSON.stringify([epoch, scenarios, clock]));
  return traces.reduce((sum, trace, index) => hashTrace(sum, trace, events[index]!), hash);
}
