import { grown } from '../../shared/grown.ts';

/** The task on each worker. With one worker there is nothing to remember but whether it is free. */
export class Workers {
  /** Workers that nobody has. */
  idle: number;
  readonly #several: boolean;
  readonly #free: number[] = [];
  #of = new Int16Array(0);

  constructor(count: number) {
    this.idle = count;
    this.#several = count > 1;
    if (!this.#several) return;
    // The last one is handed out first.
    for (let worker = count - 1; worker >= 0; worker--) this.#free.push(worker);
  }

  /** Gives a free worker to a task. */
  take(task: number): void {
    this.idle--;
    if (!this.#several) return;
    if (task >= this.#of.length) this.#of = grown(this.#of, task + 64);
    this.#of[task] = this.#free.pop()!;
  }

  /** Takes the worker back that a task has. */
  free(task: number): void {
    this.idle++;
    if (this.#several) this.#free.push(this.#of[task]!);
  }

  /** The worker that a task has, from 0. */
  of(task: number): number {
    return this.#several ? this.#of[task]! : 0;
  }
}
