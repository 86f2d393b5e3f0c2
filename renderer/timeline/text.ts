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
 * Which stretch is shown: "last 4 min", and where tasks are left out, that they are. A stretch that begins after all is
 * over says so; `endedAt` is null while it is not.
 */
export function windowText(
  { span, end }: TimelineWindow,
  { from, to }: Stretch,
  { step }: TimelineRows,
  endedAt: number | null = null,
): string {
  if (endedAt !== null && from >= endedAt) return fill(en.timeline.over, { at: clockText(endedAt) });
  const parts = { span: spanText(span), at: clockText(to) };
  const text = fill(end === null ? en.timeline.last : en.timeline.ending, parts);
  return step === 1 ? text : fill(en.timeline.sampled, { text, step });
}

/** What a task did at an instant: "Board 8: waiting for 32 s". */
export function saysOf(lanes: TracksFold, trace: Trace, task: number, at: number, { manner, marks }: AnyKind): string {
  const title = taskTitle({ trace, manner }, task);
  const span = lanes.spans(task, at, at + 1e-6)[0];
  const mark = span === undefined ? null : markOf(span.state);
  if (mark === null) return title;
  return fill(en.timeline.under, { task: title, state: marks[mark.id], at: clockText(at) });
}
