import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';

/** Counts switches: how often a worker takes up another task than the one that it ran before. The first one is none. */
export class SwitchesFold implements EventSink {
  #last = new Map<number, number>();
  #count = 0;

  event(_at: number, kind: number, task: number, worker: number): void {
    if (kind !== Kind.RUN) return;
    const before = this.#last.get(worker);
    if (before === task) return;
    this.#last.set(worker, task);
    if (before !== undefined) this.#count++;
  }

  get count(): number {
    return this.#count;
  }
}
