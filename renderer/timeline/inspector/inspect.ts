/** All there is to say of one task at an instant. */
import { markOf, marks as allMarks, State, type MarkId } from '../../../shared/fold/marks.ts';
import { TASKS, type ResourcesFold } from '../../../shared/fold/resources.ts';
import type { TimeSplit } from '../../../shared/fold/time-split.ts';
import type { StintsFold } from '../../../shared/fold/stints.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import { timeline } from '../../words/en/timeline.ts';
import { fill } from '../../words/fill.ts';
import { spanText } from '../../words/numbers.ts';
import { sentenceAt, taskTitle } from '../../words/sentence.ts';
import { formOf, instantText } from '../instant.ts';
import { resourceText } from '../say.ts';
import { nameOf, type ViewLane } from '../view-lane.ts';

const words = timeline.inspector;

/** One of the four parts of a life, or, without a mark, the part of which nothing is known. */
export interface LifePart {
  readonly mark: MarkId | null;
  readonly name: string;
  /** 0..1. */
  readonly share: number;
  readonly text: string;
}

export interface ToldEvent {
  readonly index: number;
  readonly at: string;
  readonly text: string;
}

export interface Inspection {
  readonly name: string;
  readonly lane: string;
  readonly mark: MarkId | null;
  readonly state: string;
  /** What it waits on, and that this never ends. */
  readonly waits: readonly string[];
  readonly life: string;
  readonly parts: readonly LifePart[];
  readonly before: readonly ToldEvent[];
  readonly after: readonly ToldEvent[];
}

export interface Inspected {
  readonly lane: ViewLane;
  readonly task: number;
  /** The instant of the lane: not after its end. */
  readonly at: number;
  /** How many events have happened by then. */
  readonly happened: number;
  readonly longest: number;
  readonly stints: StintsFold;
  readonly waits: ResourcesFold;
  readonly split: TimeSplit | null;
  readonly marks: Readonly<Record<MarkId, string>>;
}

/** Events told before and after, and how many are looked at to find them. */
const TOLD = 3;
const LOOKED_AT = 20_000;
/** The share of a life that rounding may leave over. */
const ROUNDING = 1e-9;
/** What is told by the events beside them. */
const UNTOLD: readonly number[] = [Kind.READY, Kind.RUN, Kind.FIELD];

export function inspect(inspected: Inspected): Inspection {
  const { lane, task, at, longest, stints, split, marks, happened } = inspected;
  const text = (instant: number) => instantText(instant, formOf(longest, instant));
  const span = split === null ? null : stints.at(task, at);
  const mark = span === null ? null : markOf(span.state);
  const ended = split !== null && !Number.isNaN(split.ended);
  return {
    name: nameOf(lane, task),
    lane: fill(words.lane, { lane: lane.source.title }),
    mark: mark?.id ?? null,
    state:
      span !== null && mark !== null
        ? fill(words.state, {
            state: marks[mark.id],
            at: text(span.from),
            // Of whoever waits in a deadlock the clock does not say how long: it stands still.
            length: at >= lane.end && lane.stuck.has(task) ? words.withoutEnd : spanText(at - span.from),
          })
        : ended
          ? fill(words.ended, { at: text(split.ended) })
          : split === null
            ? words.notYet
            : words.unknownNow,
    waits: span?.state === State.WAITING ? waitsTexts(inspected, text) : [],
    life: fill(ended ? words.lifeOver : words.life, { length: spanText(split?.life ?? 0) }),
    parts: partsOf(split, marks),
    before: eventsBeside(lane, task, happened, -1, text),
    after: eventsBeside(lane, task, happened, 1, text),
  };
}

function waitsTexts({ lane, task, waits, at }: Inspected, text: (instant: number) => string): string[] {
  const on = waits.on(task);
  const told: string[] = [];
  if (on === TASKS) told.push(words.waitsTasks);
  else if (on >= 0) {
    const [holder] = waits.resource(on)?.holders ?? [];
    const resource = resourceText(lane.telling.trace.names.resources, on);
    told.push(
      holder === undefined || holder.task < 0
        ? fill(words.waitsOn, { resource })
        : fill(words.waitsHeld, { resource, holder: taskTitle(lane.telling, holder.task), at: text(holder.since) }),
    );
  }
  if (at >= lane.end && lane.circle.has(task)) told.push(words.circle);
  else if (at >= lane.end && lane.stuck.has(task)) told.push(words.forever);
  return told;
}

function partsOf(split: TimeSplit | null, marks: Readonly<Record<MarkId, string>>): LifePart[] {
  if (split === null) return [];
  const { life } = split;
  const seconds = allMarks.map(({ id }) => split.seconds[id]);
  const unknown = life - seconds.reduce((sum, part) => sum + part, 0);
  const parts: { readonly mark: MarkId | null; readonly name: string; readonly seconds: number }[] = [
    ...allMarks.map(({ id }, place) => ({ mark: id, name: marks[id], seconds: seconds[place]! })),
    // What a sum of doubles leaves over is nothing.
    ...(unknown > life * ROUNDING ? [{ mark: null, name: words.unknown, seconds: unknown }] : []),
  ];
  const shares = wholePercents(parts.map(({ seconds }) => seconds));
  return parts.map(({ mark, name, seconds }, place) => ({
    ...{ mark, name, share: life > 0 ? seconds / life : 0 },
    text: fill(words.part, { seconds: spanText(seconds), share: `${shares[place]} %` }),
  }));
}

/** Whole per cents that sum up to 100: what rounding down leaves goes to those that lost most by it. */
export function wholePercents(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (!(total > 0)) return parts.map(() => 0);
  const exact = parts.map((part) => (100 * part) / total);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const lost = exact.map((part, place) => ({ place, lost: part - whole[place]! })).sort((a, b) => b.lost - a.lost);
  for (const { place } of lost.slice(0, left)) whole[place]!++;
  return whole;
}

/** The last events of a task among the first `happened`, or the first ones after them, in order. */
function eventsBeside(
  { telling }: ViewLane,
  task: number,
  happened: number,
  by: 1 | -1,
  text: (instant: number) => string,
): ToldEvent[] {
  const { trace } = telling;
  const found: ToldEvent[] = [];
  let index = by > 0 ? happened : happened - 1;
  for (let looked = 0; looked < LOOKED_AT && index >= 0 && index < trace.length && found.length < TOLD; looked++) {
    const event = trace.at(index);
    if (event.task === task && !UNTOLD.includes(event.kind)) {
      found.push({ index, at: text(event.at), text: sentenceAt(telling, index) });
    }
    index += by;
  }
  return by > 0 ? found : found.reverse();
}
