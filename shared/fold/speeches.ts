/** When each speaker said one, and when two. */
import { defineEvents } from '../trace/events.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** The events of a program that counts to two. */
export const speechEvents = defineEvents({
  one: { says: '{who} says one.' },
  two: { says: '{who} says two.' },
});

/** What a speaker has said by one instant; virtual seconds, NaN where it has not been said. */
export interface SpeechAt {
  readonly oneAt: number;
  readonly twoAt: number;
}

export class SpeechesFold implements EventSink {
  #ones = new Float64Array(0);
  #twos = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number): void {
    if ((kind !== speechEvents.kind.one && kind !== speechEvents.kind.two) || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (kind === speechEvents.kind.one) this.#ones[task] = at;
    else this.#twos[task] = at;
  }

  /** How many tasks have been heard of, the main one included. */
  get size(): number {
    return this.#size;
  }

  speech(task: number): SpeechAt {
    return { oneAt: this.#ones[task] ?? NaN, twoAt: this.#twos[task] ?? NaN };
  }

  copy(): SpeechesFold {
    const copy = new SpeechesFold();
    copy.#ones = this.#ones.slice(0, this.#size);
    copy.#twos = this.#twos.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#ones.length) return;
    this.#ones = grown(this.#ones, task + 1, NaN);
    this.#twos = grown(this.#twos, task + 1, NaN);
  }
}
