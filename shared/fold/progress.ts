import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { Curve } from './curve.ts';

/**
 * How much has been done: counts events of certain kinds over time. `kinds` are kinds of the kernel (`Kind.DONE`:
 * tasks that have returned) or of the workload's own events. The main task is none of those that are counted, unless it
 * is alone: of a hundred speakers a hundred are done.
 */
export class ProgressFold implements EventSink {
  /** Units done, over time. */
  readonly done = new Curve();
  readonly #counts = new Uint8Array(256);
  #units = 0;
  #alone = true;

  constructor(kinds: readonly number[]) {
    for (const kind of kinds) this.#counts[kind] = 1;
  }

  event(at: number, kind: number, task: number, value = 1, line = 0): void {
    if (task > 0) this.#alone = false;
    if (task === 0 && kind === Kind.DONE && !this.#alone) return;
    const done = kind === Kind.SKIP ? this.#counts[line]! * value : this.#counts[kind]!;
    if (done > 0) this.done.put(at, (this.#units += done));
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index], line[index]);
  }

  /** Units done so far. */
  get units(): number {
    return this.#units;
  }
}
