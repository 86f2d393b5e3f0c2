import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { occupies, State, stateAfter, UNCHANGED } from './marks.ts';

/**
 * Processor seconds and worker seconds used so far, as totals: for runs of any length. Where the course of it is
 * wanted, `UtilisationFold` keeps it.
 */
export class Occupancy implements EventSink {
  #states = new Uint8Array(0);
  // When the last work of each task ends.
  #worksUntil = new Float64Array(0);
  #size = 0;
  #worked = 0;
  // Workers occupied, since when there are that many, and the worker seconds before.
  #workers = 0;
  #since = 0;
  #occupied = 0;

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.SKIP && line === Kind.WORK) this.#worked += value;
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (kind === Kind.WORK) {
      this.#worked += value;
      this.#worksUntil[task] = at + value;
    }
    const more = Number(occupies(after)) - Number(occupies(this.#states[task]!));
    this.#states[task] = after;
    if (more === 0) return;
    this.#occupied += this.#workers * (at - this.#since);
    this.#since = at;
    this.#workers += more;
  }

  /** Processor seconds used up to `t`, which is not before the last event: what is still to be done does not count. */
  busyUntil(t: number): number {
    let busy = this.#worked;
    for (let task = 0; task < this.#size; task++) {
      if (this.#states[task] === State.RUNNING) busy -= Math.max(0, this.#worksUntil[task]! - t);
    }
    return busy;
  }

  /** Worker seconds for which a task occupied a worker up to `t`, which is not before the last event. */
  occupiedUntil(t: number): number {
    return this.#occupied + this.#workers * (t - this.#since);
  }

  copy(): Occupancy {
    const copy = new Occupancy();
    copy.#states = this.#states.slice(0, this.#size);
    copy.#worksUntil = this.#worksUntil.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#worked = this.#worked;
    copy.#workers = this.#workers;
    copy.#since = this.#since;
    copy.#occupied = this.#occupied;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#states.length) return;
    this.#states = grown(this.#states, task + 1);
    this.#worksUntil = grown(this.#worksUntil, task + 1);
  }
}
