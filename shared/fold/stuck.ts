import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { State, stateAfter, UNCHANGED } from './marks.ts';

/**
 * How long tasks wait for what another one has: from when they are ready, or ask for a resource such as a lock, until they
 * run with it. Loop lag alone speaks for a lock in the wrong place: where all wait for the lock, the loop is free.
 */
export class StuckFold implements EventSink {
  // Since when each task waits so; NaN where it does not.
  #since = new Float64Array(0);
  #size = 0;
  #longest = 0;

  event(at: number, kind: number, task: number, value: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    const since = this.#since[task]!;
    const asks = kind === Kind.PARK ? value >= 0 : [State.NEW, State.READY, State.CONTENDING].includes(after as never);
    if (since >= 0 && !asks) this.#longest = Math.max(this.#longest, at - since);
    if (!asks) this.#since[task] = NaN;
    else if (!(since >= 0)) this.#since[task] = at;
  }

  /** The longest such wait up to `t`, be it over or not; `t` is not before the last event. Seconds. */
  longestAt(t: number): number {
    let longest = this.#longest;
    for (let task = 0; task < this.#size; task++) {
      if (this.#since[task]! >= 0) longest = Math.max(longest, t - this.#since[task]!);
    }
    return longest;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  copy(): StuckFold {
    const copy = new StuckFold();
    copy.#since = this.#since.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#longest = this.#longest;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task >= this.#since.length) this.#since = grown(this.#since, task + 1, NaN);
  }
}
