import { grown } from '../../shared/grown.ts';

/** What is to be written into the trace when a task's timed wait is over, by task: an event's kind and its value. */
export class Announcements {
  #kinds = new Uint8Array(0);
  #values = new Float64Array(0);

  set(task: number, kind: number, value: number): void {
    if (task >= this.#kinds.length) this.#grow(task);
    this.#kinds[task] = kind;
    this.#values[task] = value;
  }

  kindOf(task: number): number {
    return this.#kinds[task]!;
  }

  valueOf(task: number): number {
    return this.#values[task]!;
  }

  #grow(task: number): void {
    this.#kinds = grown(this.#kinds, task + 64);
    this.#values = grown(this.#values, task + 64);
  }
}
