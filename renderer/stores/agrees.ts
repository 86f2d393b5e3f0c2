import { hashOf, type Checkpoint } from '../../shared/protocol/checkpoint.ts';
import type { ClockState } from '../../shared/protocol/pushes.ts';
import type { LaneStore } from './lane.svelte.ts';

/** What a page has been told of a session. */
export interface Told {
  readonly epoch: number;
  readonly lanes: readonly Pick<LaneStore, 'info' | 'trace'>[];
  readonly clock: ClockState;
}

/** Whether a page has what its host says that it has told it. */
export function agrees({ epoch, events, hash }: Checkpoint, told: Told): boolean {
  const traces = told.lanes.map(({ trace }) => trace);
  return (
    epoch === told.epoch &&
    traces.every(({ length }, index) => length >= events[index]!) &&
    hashOf({ epoch, lanes: told.lanes.map(({ info }) => info), clock: told.clock, traces, events }) === hash
  );
}
