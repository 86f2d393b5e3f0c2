import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { Samples } from './samples.ts';

/** When the items were put that are in a queue, the oldest first. */
interface Line {
  times: number[];
  /** Those before have been taken. */
  head: number;
}

/** Items that may have been taken before their instants are forgotten. */
const TAKEN_MAX = 1024;

/** How long the items that were taken had been in their queues: from being put to being taken. Queues are first in, first out. */
export class QueueWaitsFold implements EventSink {
  readonly #lines = new Map<number, Line>();
  #over = new Samples();

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    // Items that went through while events were left out: those that were there have been taken.
    if (kind === Kind.SKIP && line === Kind.TAKE) this.#forget(task, value);
    if (kind !== Kind.PUT && kind !== Kind.TAKE) return;
    let queue = this.#lines.get(value);
    if (queue === undefined) this.#lines.set(value, (queue = { times: [], head: 0 }));
    if (kind === Kind.PUT) {
      queue.times.push(at);
      return;
    }
    const since = queue.times[queue.head];
    if (since === undefined) return;
    this.#over.add(at - since);
    if (++queue.head > TAKEN_MAX && queue.head * 2 > queue.times.length) {
      queue.times = queue.times.slice(queue.head);
      queue.head = 0;
    }
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  #forget(resource: number, items: number): void {
    const line = this.#lines.get(resource);
    if (line !== undefined) line.head = Math.min(line.times.length, line.head + items);
  }

  /** The waits that are over, in virtual seconds. */
  get over(): Samples {
    return this.#over;
  }

  /** How many items are in the queues. */
  get size(): number {
    let size = 0;
    for (const { times, head } of this.#lines.values()) size += times.length - head;
    return size;
  }

  copy(): QueueWaitsFold {
    const copy = new QueueWaitsFold();
    copy.#over = this.#over.copy();
    for (const [resource, { times, head }] of this.#lines) {
      copy.#lines.set(resource, { times: times.slice(head), head: 0 });
    }
    return copy;
  }
}
