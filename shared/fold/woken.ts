import { Kind } from '../trace/kinds.ts';
import { stateAfter, UNCHANGED } from './marks.ts';
import { grown } from '../grown.ts';

/** Since when each task is ready because its timer went off or somebody woke it, and has not been run since. */
export class Woken {
  // NaN where it is not so.
  #since = new Float64Array(0);
  #size = 0;
  #ready = 0;

  /**
   * Takes in an event. When it is the step of a task that had been woken, the answer is how long that task was ready,
   * in virtual seconds: the lag of the loop. Else NaN.
   */
  take(at: number, kind: number, task: number): number {
    if (stateAfter[kind] === UNCHANGED || task < 0) return NaN;
    if (task >= this.#size) this.#admit(task);
    const since = this.#since[task]!;
    const woken = since >= 0;
    if (kind === Kind.READY) {
      if (woken) return NaN;
      this.#since[task] = at;
      this.#ready++;
      return NaN;
    }
    if (!woken) return NaN;
    this.#since[task] = NaN;
    this.#ready--;
    return kind === Kind.RUN ? at - since : NaN;
  }

  /** How many tasks there are at all. */
  get size(): number {
    return this.#size;
  }

  /** How long the one that has been ready longest has been so at `t`, which is not before the last event; 0 for nobody. */
  longestAt(t: number): number {
    let since = t;
    for (let task = 0; task < this.#size && this.#ready > 0; task++) {
      if (this.#since[task]! < since) since = this.#since[task]!;
    }
    return t - since;
  }

  copy(): Woken {
    const copy = new Woken();
    copy.#since = this.#since.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#ready = this.#ready;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task >= this.#since.length) this.#since = grown(this.#since, task + 1, NaN);
  }
}
