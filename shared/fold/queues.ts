import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { Curve } from './curve.ts';

/** What has gone through one queue. */
export interface QueueLane {
  /** The number of the resource. */
  readonly resource: number;
  /** Items in the queue, over time. What a consumer takes at the instant it was put is never in it. */
  readonly depth: Curve;
  readonly put: number;
  readonly taken: number;
  /** The most items that were in it at once. */
  readonly deepest: number;
}

type Writable = { -readonly [K in keyof QueueLane]: QueueLane[K] };

/** How deep each queue was, and how much went through it: put = taken + queued. */
export class QueuesFold implements EventSink {
  readonly #queues = new Map<number, Writable>();

  event(at: number, kind: number, _task: number, value: number): void {
    if (kind !== Kind.PUT && kind !== Kind.TAKE) return;
    let queue = this.#queues.get(value);
    if (queue === undefined) {
      queue = { resource: value, depth: new Curve(), put: 0, taken: 0, deepest: 0 };
      this.#queues.set(value, queue);
    }
    if (kind === Kind.PUT) queue.put++;
    else queue.taken++;
    const depth = queue.put - queue.taken;
    queue.deepest = Math.max(queue.deepest, depth);
    queue.depth.put(at, depth);
  }

  /** The queues that have been used, in the order of their first use. */
  get queues(): readonly QueueLane[] {
    return [...this.#queues.values()];
  }

  queue(resource: number): QueueLane | undefined {
    return this.#queues.get(resource);
  }
}
