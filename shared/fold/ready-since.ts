import { Kind } from '../trace/kinds.ts';
import { grown } from '../grown.ts';
import { queues, stateAfter, UNCHANGED } from './marks.ts';

/**
 * Since when each task is ready: it could go on, and waits for a worker because it was created, woken or has given way, or
 * for the processor that it shares. This is what a wait is everywhere, under every model: from ready until served.
 * Loop lag is the same span, seen from the loop.
 */
export class ReadySince {
  // NaN where a task is not ready.
  #since = new Float64Array(0);
  #size = 0;
  #ready = 0;

  /**
   * Takes in an event. When a task that was ready is served by it, the answer is how long that task has waited, in
   * virtual seconds: 0 for one that goes on at once. Else NaN.
   */
  take(at: number, kind: number, task: number): number {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return NaN;
    if (task >= this.#size) this.#admit(task);
    const since = this.#since[task]!;
    const waited = since >= 0;
    if (queues(after)) {
      // Woken again before it ran, it has been ready since the first time.
      if (waited) return NaN;
      this.#since[task] = at;
      this.#ready++;
      return NaN;
    }
    if (!waited) return NaN;
    this.#since[task] = NaN;
    this.#ready--;
    return kind === Kind.RUN || kind === Kind.WORK ? at - since : NaN;
  }

  /** How many tasks there are at all. */
  get size(): number {
    return this.#size;
  }

  /** How many tasks are ready now. */
  get ready(): number {
    return this.#ready;
  }

  /** How long the one that has been ready longest has been so at `t`, which is not before the last event; 0 for nobody. */
  longestAt(t: number): number {
    let since = t;
    for (let task = 0; task < this.#size && this.#ready > 0; task++) {
      if (this.#since[task]! < since) since = this.#since[task]!;
    }
    return t - since;
  }

  /** How long those that are ready now have been so up to `t`, all together. `t` is not before the last event. */
  totalAt(t: number): number {
    let total = 0;
    for (let task = 0; task < this.#size && this.#ready > 0; task++) {
      const since = this.#since[task]!;
      if (since >= 0) total += t - since;
    }
    return total;
  }

  copy(): ReadySince {
    const copy = new ReadySince();
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
