/** The steps of each chain: when each began, how long it takes, when its result was there, and what all took. */
import { defineEvents } from '../trace/events.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** The events of a program of chained steps. */
export const chainEvents = defineEvents({
  sleeping: { fields: ['part', 'seconds'], says: '{who} begins step {part}, {seconds}.' },
  returning: { fields: ['part'], says: '{who} has the result of step {part}.' },
  chained: { fields: ['took'], says: '{who} is done after {took}.' },
});

/** Steps of a chain that are remembered. */
export const STEPS_KEPT = 2;

/** One step; instants and spans in virtual seconds. */
export interface StepAt {
  readonly from: number;
  /** How long it was going to take when it began. */
  readonly seconds: number;
  /** When its result was there; NaN while it is not. */
  readonly to: number;
}

/** A chain at one instant. */
export interface ChainAt {
  /** Since when it could have begun; NaN before. */
  readonly since: number;
  /** The steps that have begun. */
  readonly steps: readonly StepAt[];
  /** What all of it took; NaN before it is done. */
  readonly took: number;
}

/** Numbers that are kept of a step. */
const [FROM, SECONDS, TO, FIELDS] = [0, 1, 2, 3];

export class ChainsFold implements EventSink {
  #steps = new Float64Array(0);
  #since = new Float64Array(0);
  #took = new Float64Array(0);
  #size = 0;
  // The step whose seconds come with the next event; -1 for none.
  #open = -1;

  event(at: number, kind: number, task: number, value: number): void {
    if (kind === Kind.FIELD) {
      if (this.#open >= 0) this.#steps[this.#open + SECONDS] = value;
      this.#open = -1;
      return;
    }
    this.#open = -1;
    if (kind === Kind.SPAWN) {
      if (task >= this.#size) this.#admit(task);
      this.#since[task] = at;
    }
    if (kind < Kind.OWN || kind > chainEvents.kind.chained || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (kind === chainEvents.kind.chained) {
      this.#took[task] = value;
      return;
    }
    if (value < 1 || value > STEPS_KEPT) return;
    const step = placeOf(task, value - 1);
    if (kind === chainEvents.kind.sleeping) {
      this.#steps[step + FROM] = at;
      this.#open = step;
    } else {
      this.#steps[step + TO] = at;
    }
  }

  events({ at, kind, task, value }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!, value[index]!);
  }

  /** What a copy costs, in numbers. */
  get size(): number {
    return this.#size * STEPS_KEPT * FIELDS;
  }

  chain(task: number): ChainAt {
    const steps: StepAt[] = [];
    for (let step = 0; step < STEPS_KEPT; step++) {
      const place = placeOf(task, step);
      const from = this.#steps[place + FROM] ?? NaN;
      if (Number.isNaN(from)) break;
      steps.push({ from, seconds: this.#steps[place + SECONDS]!, to: this.#steps[place + TO]! });
    }
    return { since: this.#since[task] ?? NaN, steps, took: this.#took[task] ?? NaN };
  }

  copy(): ChainsFold {
    const copy = new ChainsFold();
    copy.#steps = this.#steps.slice(0, placeOf(this.#size, 0));
    copy.#since = this.#since.slice(0, this.#size);
    copy.#took = this.#took.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#open = this.#open;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#took.length) return;
    this.#since = grown(this.#since, task + 1, NaN);
    this.#took = grown(this.#took, task + 1, NaN);
    this.#steps = grown(this.#steps, placeOf(this.#took.length, 0), NaN);
  }
}

function placeOf(task: number, step: number): number {
  return (task * STEPS_KEPT + step) * FIELDS;
}
