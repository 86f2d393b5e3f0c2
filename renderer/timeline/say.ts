/** What the full view says of a place: which task it is, what it did from when to when, and what it waited on. */
import { markOf, State, type MarkId } from '../../shared/fold/marks.ts';
import { TASKS, type ResourcesFold } from '../../shared/fold/resources.ts';
import type { StintsFold } from '../../shared/fold/stints.ts';
import type { Span } from '../../shared/fold/tracks.ts';
import { general } from '../words/en/general.ts';
import { timeline } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { spanText } from '../words/numbers.ts';
import { formOf, instantText } from './instant.ts';
import type { ViewLane } from './view-lane.ts';
import { nameOf } from './view-lane.ts';

const words = timeline.view;

/** What is known of a lane where one asks. */
export interface Asked {
  readonly lane: ViewLane;
  readonly stints: StintsFold;
  /** What tasks wait on at an instant. */
  readonly waits: (at: number) => ResourcesFold;
  /** The instant of the clock. */
  readonly now: number;
  readonly longest: number;
  readonly marks: Readonly<Record<MarkId, string>>;
}

/** "fork-2: waiting from 0:10.0 to 0:42.5, 32.5 s; on fork-2". */
export function sayTask(asked: Asked, task: number, at: number): string {
  const { lane, stints, now, longest, marks } = asked;
  const over = now >= lane.end;
  const name = nameOf(lane, task);
  const told = (text: string, instant: number) =>
    fill(text, { task: name, at: instantText(instant, formOf(longest, instant)) });
  const stuck = over && lane.stuck.has(task);
  if (at > Math.min(now, lane.end) && !stuck) {
    const ends = stints.ends(task);
    return over ? told(words.over, Math.min(lane.end, ends?.last.to ?? lane.end)) : told(words.later, at);
  }
  const span = stints.at(task, at);
  if (span === null) {
    const ends = stints.ends(task);
    if (ends === null) return told(words.noSpan, at);
    return at < ends.first.from ? told(words.notYet, at) : told(words.over, ends.last.to);
  }
  return sayKnown(asked, name, span, task, Math.min(at, now), stuck, stateText(span.state, marks));
}

/** What a task does; also where nothing is known of it. */
function stateText(state: number, marks: Asked['marks']): string {
  const mark = markOf(state);
  return mark === null ? timeline.inspector.unknown : marks[mark.id];
}

function sayKnown(
  { lane, now, longest, waits }: Asked,
  task: string,
  span: Span,
  number: number,
  at: number,
  stuck: boolean,
  state: string,
): string {
  const known = Math.min(now, lane.end);
  const open = span.to > known;
  const to = Math.min(span.to, known);
  const on = span.state === State.WAITING ? onText(lane, waits(at), number) : '';
  const form = formOf(longest, span.from, open ? span.from : to);
  const parts = {
    task,
    state,
    from: instantText(span.from, form),
    to: instantText(to, form),
    length: spanText(to - span.from),
    on,
  };
  return fill(open ? (stuck ? words.spanForever : words.spanOpen) : words.span, parts);
}

function onText({ telling }: ViewLane, waits: ResourcesFold, task: number): string {
  const on = waits.on(task);
  if (on === TASKS) return words.onTasks;
  if (on < 0) return '';
  const [holder] = waits.resource(on)?.holders ?? [];
  const resource = resourceText(telling.trace.names.resources, on);
  if (holder === undefined || holder.task < 0) return fill(words.on, { resource });
  return fill(words.onHeld, {
    resource,
    holder: telling.manner.taskTitle?.(holder.task) ?? telling.trace.taskName(holder.task),
  });
}

/** What a resource is called. */
export function resourceText(names: readonly string[], resource: number): string {
  return names[resource] || fill(general.someResource, { number: resource });
}
