import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { occupies, stateAfter, UNCHANGED } from './marks.ts';

/** Who keeps a worker at an instant, and since when. `LagFold` says how long others were kept waiting. */
export class HoldersFold implements EventSink {
  // By task: since when it keeps a worker, NaN while it has none.
  #since = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    const holds = this.#since[task]! >= 0;
    if (occupies(after) !== holds) this.#since[task] = holds ? NaN : at;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  /** The tasks that keep a worker; the one that has kept it longest comes first. */
  get holders(): number[] {
    const holders: number[] = [];
    for (let task = 0; task < this.#size; task++) if (this.#since[task]! >= 0) holders.push(task);
    return holders.sort((a, b) => this.#since[a]! - this.#since[b]!);
  }

  /** Since when a task keeps its worker; NaN where it has none. */
  holdsSince(task: number): number {
    return this.#since[task] ?? NaN;
  }

  copy(): HoldersFold {
    const copy = new HoldersFold();
    copy.#since = this.#since.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task >= this.#since.length) this.#since = grown(this.#since, task + 1, NaN);
  }
}
