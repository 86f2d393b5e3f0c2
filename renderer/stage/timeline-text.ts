import type { TracksFold } from '../../shared/fold/tracks.ts';
import { markOf } from '../../shared/fold/marks.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import { en } from '../i18n/en.ts';
import { fill } from '../i18n/fill.ts';
import { clockText, spanText } from '../i18n/numbers.ts';
import { taskTitle } from '../i18n/sentence.ts';
import type { TimelineRows } from './timeline-rows.ts';
import type { Stretch, TimelineWindow } from './timeline-window.ts';

/** The words for the four marks at a kind of stage. */
export function markWords(stage: string): typeof en.timeline.states {
  return stage === 'boards' ? en.timeline.states : en.timeline.statesElsewhere;
}

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
export function saysOf(lanes: TracksFold, trace: Trace, task: number, at: number, stage: string): string {
  const title = taskTitle({ trace, stage }, task);
  const span = lanes.spans(task, at, at + 1e-6)[0];
  const mark = span === undefined ? null : markOf(span.state);
  if (mark === null) return title;
  return fill(en.timeline.under, { task: title, state: markWords(stage)[mark.id], at: clockText(at) });
}
