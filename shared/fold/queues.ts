import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
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

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.PUT || kind === Kind.TAKE) this.#pass(at, kind, value, 1);
    else if (kind === Kind.SKIP && (line === Kind.PUT || line === Kind.TAKE)) this.#pass(at, line, task, value);
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  #pass(at: number, kind: number, resource: number, items: number): void {
    let queue = this.#queues.get(resource);
    if (queue === undefined) {
      queue = { resource, depth: new Curve(), put: 0, taken: 0, deepest: 0 };
      this.#queues.set(resource, queue);
    }
    if (kind === Kind.PUT) queue.put += items;
    else queue.taken += items;
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
