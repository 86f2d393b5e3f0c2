import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { Samples } from './samples.ts';

/**
 * How long tasks that could go on had to wait: for a worker, from the instant they are created, ready or have given
 * way until they run; and for the shared processor, from the instant they queue for it until they have it. A task
 * that goes on at once has waited 0 s.
 */
export class WaitsFold implements EventSink {
  /** The waits that are over, in virtual seconds. */
  #samples = new Samples();
  // Since when each task queues; NaN where it does not.
  #since = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number): void {
    switch (kind) {
      case Kind.SPAWN:
        if (task >= this.#size) this.#admit(task);
        this.#since[task] = at;
        return;
      case Kind.READY:
      case Kind.YIELD:
      case Kind.CONTEND:
        this.#since[task] = at;
        return;
      case Kind.RUN:
      case Kind.WORK: {
        const since = this.#since[task]!;
        if (!(since >= 0)) return;
        this.#samples.add(at - since);
        this.#since[task] = NaN;
      }
    }
  }

  /** The waits that are over. */
  get over(): Samples {
    return this.#samples;
  }

  /** How long the tasks that queue now have waited up to `t`, all together. `t` is not before the last event. */
  pendingAt(t: number): number {
    let pending = 0;
    for (let task = 0; task < this.#size; task++) {
      const since = this.#since[task]!;
      if (since >= 0) pending += t - since;
    }
    return pending;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  copy(): WaitsFold {
    const copy = new WaitsFold();
    copy.#samples = this.#samples.copy();
    copy.#since = this.#since.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task >= this.#since.length) this.#since = grown(this.#since, task + 1, NaN);
  }
}
