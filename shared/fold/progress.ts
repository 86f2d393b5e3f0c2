import type { EventSink } from '../trace/trace.ts';
import { Curve } from './curve.ts';

/**
 * How much has been done: counts events of certain kinds over time. `kinds` are kinds of the kernel (`Kind.DONE`:
 * tasks that have returned) or of the workload's own events.
 */
export class ProgressFold implements EventSink {
  /** Units done, over time. */
  readonly done = new Curve();
  readonly #counts = new Uint8Array(256);
  #units = 0;

  constructor(kinds: readonly number[]) {
    for (const kind of kinds) this.#counts[kind] = 1;
  }

  event(at: number, kind: number): void {
    if (this.#counts[kind] === 1) this.done.put(at, ++this.#units);
  }

  /** Units done so far. */
  get units(): number {
    return this.#units;
  }
}
