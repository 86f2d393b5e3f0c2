import { Kind } from '../trace/kinds.ts';
import { Trace } from '../trace/trace.ts';
import type { Interval } from './intervals.ts';
import type { RecordedTrack, Recording } from './recording.ts';

/**
 * A recording as a trace, a task for each track, so that every fold reads it as it reads a run. Between work and waits
 * nothing is known of a track, which is what LOST says.
 */
export function recordingTrace({ tracks }: Recording): Trace {
  const trace = new Trace();
  const rows: (readonly [at: number, kind: number, task: number, value: number])[] = [];
  tracks.forEach((track, task) => {
    trace.name('task', task, track.name);
    for (const [at, kind, value] of eventsOf(track)) rows.push([at, kind, task, value]);
  });
  // Those of one instant stay in the order in which they are.
  rows.sort((a, b) => a[0] - b[0]);
  for (const [at, kind, task, value] of rows) trace.event(at, kind, task, value, 0);
  return trace;
}

function* eventsOf({
  from,
  to,
  running,
  waiting,
}: RecordedTrack): Generator<[at: number, kind: number, value: number]> {
  const stretches: (Interval & { readonly runs: boolean })[] = [
    ...running.map((each) => ({ ...each, runs: true })),
    ...waiting.map((each) => ({ ...each, runs: false })),
  ].sort((a, b) => a.from - b.from);
  yield [from, Kind.SPAWN, -1];
  if (stretches[0] === undefined || stretches[0].from > from) yield [from, Kind.LOST, 0];
  for (const [place, { from: begins, to: ends, runs }] of stretches.entries()) {
    if (runs) {
      yield [begins, Kind.RUN, 0];
      yield [begins, Kind.WORK, ends - begins];
    } else yield [begins, Kind.SLEEP, ends - begins];
    const next = stretches[place + 1]?.from ?? to;
    if (ends < next) yield [ends, Kind.LOST, 0];
  }
  yield [to, Kind.DONE, 0];
}
