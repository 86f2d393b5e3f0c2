/**
 * How the life of every task is split: the seconds that it was running, ready, waiting and blocking. They sum up to its
 * life, because a living task always has exactly one of the four marks; where nothing is known of it, to less.
 */
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { hasEnded, markOf, marks, stateAfter, STATES, UNCHANGED, type MarkId } from './marks.ts';

/** The life of a task up to an instant, in virtual seconds. */
export interface TimeSplit {
  /** When it was created, and when it ended; NaN where it has not. */
  readonly born: number;
  readonly ended: number;
  readonly life: number;
  readonly seconds: Readonly<Record<MarkId, number>>;
}

const MARKS = marks.length;
/** The place of a state's mark among the four; -1 before and after a life. */
const placeOf = Int8Array.from({ length: STATES }, (_, state) => {
  const mark = markOf(state);
  return mark === null ? -1 : marks.indexOf(mark);
});

export class TimeSplitFold implements EventSink {
  #states = new Uint8Array(0);
  #since = new Float64Array(0);
  #born = new Float64Array(0);
  // The four sums of each task, one behind the other.
  #seconds = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    const before = this.#states[task]!;
    if (Number.isNaN(this.#born[task])) this.#born[task] = at;
    const place = placeOf[before]!;
    if (place >= 0) this.#seconds[task * MARKS + place]! += at - this.#since[task]!;
    this.#states[task] = after;
    this.#since[task] = at;
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  /** The split of a task's life at instant `at`, which is not before the last event; null before it was created. */
  split(task: number, at: number): TimeSplit | null {
    // Of a task that lives nothing may be known just now.
    if (task >= this.#size || Number.isNaN(this.#born[task])) return null;
    const state = this.#states[task]!;
    const since = this.#since[task]!;
    const ended = hasEnded(state) ? since : NaN;
    const goesOn = placeOf[state]!;
    const sums = marks.map(
      (_, place) => this.#seconds[task * MARKS + place]! + (place === goesOn ? Math.max(0, at - since) : 0),
    );
    const [running, ready, waiting, holding] = sums as [number, number, number, number];
    const born = this.#born[task]!;
    const life = (hasEnded(state) ? since : Math.max(since, at)) - born;
    return { born, ended, life, seconds: { running, ready, waiting, holding } };
  }

  copy(): TimeSplitFold {
    const copy = new TimeSplitFold();
    copy.#states = this.#states.slice(0, this.#size);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#born = this.#born.slice(0, this.#size);
    copy.#seconds = this.#seconds.slice(0, this.#size * MARKS);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#states.length) return;
    this.#states = grown(this.#states, task + 1);
    this.#since = grown(this.#since, task + 1);
    this.#born = grown(this.#born, task + 1, NaN);
    this.#seconds = grown(this.#seconds, this.#states.length * MARKS);
  }
}
