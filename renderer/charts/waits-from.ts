import { WaitsFold } from '../../shared/fold/waits.ts';
import type { Samples } from '../../shared/fold/samples.ts';
import type { EventSink } from '../../shared/trace/trace.ts';

/** The waits of the tasks from number `first` on: at the boards the main task is none of those who wait. */
export class WaitsFrom implements EventSink {
  readonly #first: number;
  #waits = new WaitsFold();

  constructor(first: number) {
    this.#first = first;
  }

  event(at: number, kind: number, task: number): void {
    if (task >= this.#first) this.#waits.event(at, kind, task);
  }

  /** The waits that are over, in virtual seconds. */
  get over(): Samples {
    return this.#waits.over;
  }

  get size(): number {
    return this.#waits.size;
  }

  copy(): WaitsFrom {
    const copy = new WaitsFrom(this.#first);
    copy.#waits = this.#waits.copy();
    return copy;
  }
}
