import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
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

  event(at: number, kind: number, _task: number, value: number): void {
    if (kind !== Kind.PUT && kind !== Kind.TAKE) return;
    let line = this.#lines.get(value);
    if (line === undefined) this.#lines.set(value, (line = { times: [], head: 0 }));
    if (kind === Kind.PUT) {
      line.times.push(at);
      return;
    }
    const since = line.times[line.head];
    if (since === undefined) return;
    this.#over.add(at - since);
    if (++line.head > TAKEN_MAX && line.head * 2 > line.times.length) {
      line.times = line.times.slice(line.head);
      line.head = 0;
    }
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
