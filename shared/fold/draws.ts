/** What each task has drawn, against what threshold. A draw that never succeeds goes on for ever, so the last are kept. */
import { defineEvents } from '../trace/events.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** The events of a program whose tasks draw numbers. */
export const drawEvents = defineEvents({
  initiated: { fields: ['threshold'], says: '{who} draws until a number beats {threshold}.' },
  retry: { fields: ['value'], says: '{who} draws {value}: not enough.' },
  finished: { fields: ['value'], says: '{who} draws {value} and is done.' },
});

/** Draws of a task that are remembered one by one. */
export const DRAWS_KEPT = 64;

/** The draws of a task up to one instant. */
export interface DrawsAt {
  /** What is to be beaten; NaN before it is known. */
  readonly threshold: number;
  /** How often it has drawn. */
  readonly tries: number;
  /** The last draws, at most `DRAWS_KEPT`, the latest at the end. */
  readonly values: readonly number[];
  /** Whether the last of them has beaten the threshold. */
  readonly beaten: boolean;
  /** When it drew last, in virtual seconds; NaN before the first. */
  readonly since: number;
}

export class DrawsFold implements EventSink {
  #thresholds = new Float64Array(0);
  #tries = new Uint32Array(0);
  #beaten = new Uint8Array(0);
  #since = new Float64Array(0);
  // A ring of DRAWS_KEPT numbers for each task.
  #values = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.SKIP && line === drawEvents.kind.retry) this.#skip(task, value);
    if (kind < Kind.OWN || kind > drawEvents.kind.finished || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (kind === drawEvents.kind.initiated) {
      this.#thresholds[task] = value;
      return;
    }
    const tries = this.#tries[task]!;
    this.#values[task * DRAWS_KEPT + (tries % DRAWS_KEPT)] = value;
    this.#tries[task] = tries + 1;
    this.#since[task] = at;
    if (kind === drawEvents.kind.finished) this.#beaten[task] = 1;
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** So many draws were left out of the trace: how many there were is known, but not what came. */
  #skip(task: number, draws: number): void {
    if (task >= this.#size) this.#admit(task);
    for (let place = 0; place < Math.min(draws, DRAWS_KEPT); place++) {
      this.#values[task * DRAWS_KEPT + ((this.#tries[task]! + place) % DRAWS_KEPT)] = NaN;
    }
    this.#tries[task]! += draws;
  }

  /** What a copy costs, in numbers: most of it is the draws. */
  get size(): number {
    return this.#size * DRAWS_KEPT;
  }

  /** What a task has to beat; NaN before it is known. */
  thresholdOf(task: number): number {
    return this.#thresholds[task] ?? NaN;
  }

  draws(task: number): DrawsAt {
    const tries = this.#tries[task] ?? 0;
    const kept = Math.min(tries, DRAWS_KEPT);
    const values = Array.from(
      { length: kept },
      (_, place) => this.#values[task * DRAWS_KEPT + ((tries - kept + place) % DRAWS_KEPT)]!,
    ).filter((value) => !Number.isNaN(value));
    return {
      threshold: this.thresholdOf(task),
      tries,
      values,
      beaten: this.#beaten[task] === 1,
      since: this.#since[task] ?? NaN,
    };
  }

  copy(): DrawsFold {
    const copy = new DrawsFold();
    copy.#thresholds = this.#thresholds.slice(0, this.#size);
    copy.#tries = this.#tries.slice(0, this.#size);
    copy.#beaten = this.#beaten.slice(0, this.#size);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#values = this.#values.slice(0, this.#size * DRAWS_KEPT);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#tries.length) return;
    this.#thresholds = grown(this.#thresholds, task + 1, NaN);
    this.#tries = grown(this.#tries, task + 1);
    this.#beaten = grown(this.#beaten, task + 1);
    this.#since = grown(this.#since, task + 1, NaN);
    this.#values = grown(this.#values, this.#tries.length * DRAWS_KEPT);
  }
}
