import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import type { WorkTotals } from '../theory/operational.ts';
import { occupies, queues, State, stateAfter, UNCHANGED } from './marks.ts';

/**
 * Processor seconds and worker seconds used so far, and task seconds spent in queueing for them, as totals: for runs of any
 * length. Where the course of it is wanted, `UtilisationFold` and `ReadyFold` keep it.
 */
export class Occupancy implements EventSink {
  #states = new Uint8Array(0);
  // When the last work of each task ends.
  #worksUntil = new Float64Array(0);
  // How long that work is.
  #length = new Float64Array(0);
  #size = 0;
  #worked = 0;
  #works = 0;
  // Workers occupied, since when there are that many, and the worker seconds before.
  #workers = 0;
  #since = 0;
  #occupied = 0;
  // The same of tasks that queue to go on.
  #queueing = 0;
  #queueingSince = 0;
  #queued = 0;

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.SKIP && line === Kind.WORK) this.#worked += value;
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (kind === Kind.WORK) {
      this.#worked += value;
      this.#works++;
      this.#worksUntil[task] = at + value;
      this.#length[task] = value;
    }
    const before = this.#states[task]!;
    this.#states[task] = after;
    const longer = Number(queues(after)) - Number(queues(before));
    if (longer !== 0) {
      this.#queued += this.#queueing * (at - this.#queueingSince);
      this.#queueingSince = at;
      this.#queueing += longer;
    }
    const more = Number(occupies(after)) - Number(occupies(before));
    if (more === 0) return;
    this.#occupied += this.#workers * (at - this.#since);
    this.#since = at;
    this.#workers += more;
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
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

  /** Task seconds spent in queueing for a worker or the processor up to `t`, which is not before the last event. */
  queuedUntil(t: number): number {
    return this.#queued + this.#queueing * (t - this.#queueingSince);
  }

  /** What has been worked up to `t`, which is not before the last event. */
  workUntil(t: number): WorkTotals {
    let [worked, works, underWay] = [this.#worked, this.#works, 0];
    for (let task = 0; task < this.#size; task++) {
      if (this.#states[task] !== State.RUNNING || !(this.#worksUntil[task]! > t)) continue;
      worked -= this.#length[task]!;
      works--;
      underWay++;
    }
    return { busy: this.busyUntil(t), worked, works, underWay };
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
    copy.#length = this.#length.slice(0, this.#size);
    copy.#works = this.#works;
    copy.#queueing = this.#queueing;
    copy.#queueingSince = this.#queueingSince;
    copy.#queued = this.#queued;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#states.length) return;
    this.#states = grown(this.#states, task + 1);
    this.#worksUntil = grown(this.#worksUntil, task + 1);
    this.#length = grown(this.#length, task + 1);
  }
}
