/** How far work has come, and how long the rest will take; `clock` is wall time in milliseconds. */
export class Pace {
  readonly #clock: () => number;
  readonly #startedMs: number;
  readonly #total: number;
  /** Done before the clock was started, by an earlier process. */
  readonly #before: number;
  #done: number;

  constructor(total: number, before = 0, clock = () => performance.now()) {
    this.#clock = clock;
    this.#startedMs = clock();
    this.#total = total;
    this.#before = before;
    this.#done = before;
  }

  step(): void {
    this.#done++;
  }

  get done(): number {
    return this.#done;
  }

  /** 0..1. */
  get share(): number {
    return this.#total === 0 ? 1 : this.#done / this.#total;
  }

  /** Wall milliseconds until everything is done, at the pace so far; null while nobody can tell. */
  get leftMs(): number | null {
    const here = this.#done - this.#before;
    if (here === 0) return null;
    return ((this.#clock() - this.#startedMs) / here) * (this.#total - this.#done);
  }
}
