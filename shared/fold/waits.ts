import type { EventColumns, EventSink } from '../trace/trace.ts';
import { ReadySince } from './ready-since.ts';
import { Samples } from './samples.ts';

/** How long ready tasks had to wait until they were served; see `ReadySince`. */
export class WaitsFold implements EventSink {
  #ready = new ReadySince();
  #samples = new Samples();

  event(at: number, kind: number, task: number): void {
    const wait = this.#ready.take(at, kind, task);
    if (wait >= 0) this.#samples.add(wait);
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** The waits that are over, in virtual seconds. */
  get over(): Samples {
    return this.#samples;
  }

  /** How long the tasks that wait now have waited up to `t`, all together. `t` is not before the last event. */
  pendingAt(t: number): number {
    return this.#ready.totalAt(t);
  }

  /** How many tasks wait now. */
  get pending(): number {
    return this.#ready.ready;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#ready.size;
  }

  copy(): WaitsFold {
    const copy = new WaitsFold();
    copy.#samples = this.#samples.copy();
    copy.#ready = this.#ready.copy();
    return copy;
  }
}
