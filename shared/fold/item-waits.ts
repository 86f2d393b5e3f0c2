import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import type { WaitTotals } from '../theory/operational.ts';
import { QueueWaitsFold } from './queue-waits.ts';
import type { Samples } from './samples.ts';

/** Items that wait in queues, as totals: their seconds once by how many there were, and once item by item. */
export class ItemWaits implements EventSink {
  #waits = new QueueWaitsFold();
  #present = 0;
  #since = 0;
  #area = 0;
  #used = false;

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    this.#waits.event(at, kind, task, value, line);
    if (kind === Kind.PUT) this.#more(at, 1);
    else if (kind === Kind.TAKE) this.#more(at, -1);
    else if (kind === Kind.SKIP && line === Kind.PUT) this.#more(at, value);
    else if (kind === Kind.SKIP && line === Kind.TAKE) this.#more(at, -value);
  }

  /** Whether any item has gone through a queue. */
  get used(): boolean {
    return this.#used;
  }

  /** The waits that are over, in virtual seconds. */
  get over(): Samples {
    return this.#waits.over;
  }

  /** What has been waited up to `t`, which is not before the last event. */
  until(t: number): WaitTotals {
    const { total: waited, count: served } = this.#waits.over;
    return { area: this.#area + this.#present * (t - this.#since), waited, served, present: this.#present };
  }

  copy(): ItemWaits {
    const copy = new ItemWaits();
    copy.#waits = this.#waits.copy();
    copy.#present = this.#present;
    copy.#since = this.#since;
    copy.#area = this.#area;
    copy.#used = this.#used;
    return copy;
  }

  #more(at: number, items: number): void {
    this.#area += this.#present * (at - this.#since);
    this.#since = at;
    this.#present += items;
    this.#used = true;
  }
}
