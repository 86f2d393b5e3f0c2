import type { TracksFold } from '../../shared/fold/tracks.ts';
import { markOf } from '../../shared/fold/marks.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import type { AnyKind } from '../stage/kit/kind.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText, spanText } from '../words/numbers.ts';
import { taskTitle } from '../words/sentence.ts';
import type { TimelineRows } from './rows.ts';
import type { Stretch, TimelineWindow } from './window.ts';

/**
 * Which stretch is shown: "last 4 min", and where tasks are left out, that they are. For a lane that is over, its
 * end, where its stretch stops; `endedAt` is null while it is not. A run of `run` seconds has the clock for it.
 */
export function windowText(
  { span, end }: TimelineWindow,
  { to }: Stretch,
  { step }: TimelineRows,
  run: number,
  endedAt: number | null = null,
): string {
  const parts = { span: spanText(span), at: clockText(to, run) };
  const text = fill(end === null || endedAt === to ? en.timeline.last : en.timeline.ending, parts);
  const told = endedAt === null ? text : fill(en.timeline.ended, { at: clockText(endedAt, run) });
  return step === 1 ? told : fill(en.timeline.sampled, { text: told, step });
}

/** What a task did at an instant: "Board 8: waiting for 32 s". */
export function saysOf(lanes: TracksFold, trace: Trace, task: number, at: number, run: number, kind: AnyKind): string {
  const { manner, marks } = kind;
  const title = taskTitle({ trace, manner }, task);
  const span = lanes.spans(task, at, at + 1e-6)[0];
  const mark = span === undefined ? null : markOf(span.state);
  if (mark === null) return title;
  return fill(en.timeline.under, { task: title, state: marks[mark.id], at: clockText(at, run) });
}
