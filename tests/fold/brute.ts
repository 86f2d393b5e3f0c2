/**
 * What the folds say, worked out slowly and plainly from the list of all events. Nothing here remembers anything from
 * one instant to the next.
 */
import { Kind } from '../../shared/trace/kinds.ts';
import type { TraceEvent } from '../../shared/trace/trace.ts';

export type Events = readonly TraceEvent[];

/** The states by the event that leads to them, in words. */
const led: ReadonlyMap<number, string> = new Map<number, string>([
  [Kind.SPAWN, 'new'],
  [Kind.READY, 'ready'],
  [Kind.YIELD, 'ready'],
  [Kind.RUN, 'running'],
  [Kind.WORK, 'running'],
  [Kind.SLEEP, 'waiting'],
  [Kind.PARK, 'waiting'],
  [Kind.BLOCK, 'holding'],
  [Kind.CONTEND, 'contending'],
  [Kind.DONE, 'returned'],
  [Kind.FAIL, 'failed'],
  [Kind.CANCELLED, 'cancelled'],
]);

const timed: readonly number[] = [Kind.SLEEP, Kind.BLOCK, Kind.WORK];
const occupying = ['running', 'holding', 'contending'];

export const until = (events: Events, t: number): Events => events.filter(({ at }) => at <= t);

export const tasksOf = (events: Events): number[] =>
  [...new Set(events.filter(({ kind }) => kind === Kind.SPAWN).map(({ task }) => task))].sort((a, b) => a - b);

/** The events that change what a task is doing. */
export const turns = (events: Events, task: number): Events =>
  events.filter((event) => event.task === task && led.has(event.kind));

export const stateAfter = ({ kind }: TraceEvent): string => led.get(kind)!;

/** A task after all these events. */
export function taskAfter(events: Events, task: number) {
  const own = turns(events, task);
  const last = own.at(-1);
  if (last === undefined) return { state: 'absent', since: NaN, until: NaN, on: -1, line: 0, worker: -1 };
  const state = stateAfter(last);
  return {
    state,
    since: last.at,
    until: timed.includes(last.kind) ? last.at + last.value : NaN,
    on: last.kind === Kind.PARK ? last.value : -1,
    line: lineAfter(events, task),
    worker: occupying.includes(state) ? own.findLast(({ kind }) => kind === Kind.RUN)!.value : -1,
  };
}

/** The line a task stands on: that of its last event that has one, unless it has asked for a wait of unknown line since. */
function lineAfter(events: Events, task: number): number {
  const own = events.filter((event) => event.task === task && event.kind !== Kind.SPAWN);
  const place = own.findLastIndex((event, index) => event.line > 0 || (asks(event.kind) && !queued(own, index)));
  return place < 0 ? 0 : own[place]!.line;
}

const asks = (kind: number) => [...timed, Kind.CONTEND, Kind.PARK, Kind.YIELD].includes(kind);

const queued = (own: Events, index: number) =>
  own[index]!.kind === Kind.WORK && turns(own.slice(0, index), own[index]!.task).at(-1)?.kind === Kind.CONTEND;

/** How many tasks are in one of these states after all these events. */
export const countIn = (events: Events, states: readonly string[]): number =>
  tasksOf(events).filter((task) => states.includes(taskAfter(events, task).state)).length;

/** The integral of a count over [0, t]: constant between two instants at which something happens. */
export function integral(events: Events, t: number, countAfter: (events: Events) => number): number {
  const instants = [...new Set(until(events, t).map(({ at }) => at)), t];
  let area = 0;
  for (const [index, at] of instants.entries()) {
    const next = instants[index + 1];
    if (next !== undefined && next > at) area += (next - at) * countAfter(until(events, at));
  }
  return area;
}

/** Processor seconds up to `t`: of each work what is behind. */
export const busyUntil = (events: Events, t: number): number =>
  until(events, t).reduce((sum, { at, kind, value }) => sum + (kind === Kind.WORK ? Math.min(value, t - at) : 0), 0);

/** A wait that is over: when it ended, and how long it was. */
export interface PlainWait {
  readonly at: number;
  readonly seconds: number;
}

/** Every wait for a worker or the processor that was over by the last of these events: from ready until served. */
export function waitsIn(events: Events): PlainWait[] {
  const waiting = (event: TraceEvent | undefined) =>
    event !== undefined && ['new', 'ready', 'contending'].includes(stateAfter(event));
  return tasksOf(events).flatMap((task) => {
    const own = turns(events, task);
    return own.flatMap((event, index) => {
      if (!waiting(own[index - 1]) || !(event.kind === Kind.RUN || event.kind === Kind.WORK)) return [];
      // Woken again before it ran, it has been ready since the first time.
      let first = index - 1;
      while (waiting(own[first - 1])) first--;
      return [{ at: event.at, seconds: event.at - own[first]!.at }];
    });
  });
}

/** The same, how long each was. */
export const waits = (events: Events): number[] => waitsIn(events).map(({ seconds }) => seconds);

/** How long whoever is ready after these events has been so at `t`, the longest of them. */
export function longestReady(events: Events, t: number): number {
  const since = tasksOf(events).flatMap((task) => {
    const own = turns(events, task);
    let first = own.length;
    while (first > 0 && ['new', 'ready', 'contending'].includes(stateAfter(own[first - 1]!))) first--;
    return first < own.length ? [own[first]!.at] : [];
  });
  return t - Math.min(t, ...since);
}

export interface PlainSpan {
  readonly from: number;
  readonly to: number;
  readonly state: string;
}

/** The lane of a task up to instant `end`: stretches between its turns, those of one state joined. */
export function lane(events: Events, task: number, end: number): PlainSpan[] {
  const own = turns(events, task);
  const spans: PlainSpan[] = [];
  for (const [index, event] of own.entries()) {
    const state = stateAfter(event);
    const to = Math.min(end, own[index + 1]?.at ?? Infinity);
    if (to <= event.at || ['returned', 'failed', 'cancelled'].includes(state)) continue;
    const last = spans.at(-1);
    if (last?.state === state) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from: event.at, to, state });
  }
  return spans;
}
