/**
 * Producers, a queue and consumers as a picture shows them: which items are queued, who made them and when, and what
 * each task has in its hands. The main task is number 0, producers are the tasks from 1, consumers those after them.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { defineEvents, packPair, pairOf } from '../trace/events.ts';
import { Counts, type ItemAt, Items } from './queue-items.ts';
import { hasEnded, State } from './marks.ts';
import { StateFold } from './state.ts';

export type { ItemAt } from './queue-items.ts';

/** The events of a program with producers and consumers. */
export const queueEvents = defineEvents({
  sleeping: { fields: ['seconds'], says: '{who} sleeps {seconds}.' },
  put: { fields: [{ name: 'item', as: 'pair' }], says: '{who} puts item {item} into the queue.' },
  got: {
    fields: [{ name: 'item', as: 'pair' }, 'waited'],
    says: '{who} gets item {item}, which has waited {waited}.',
  },
});

/** What a producer or a consumer does. */
export type QueueDoing = 'absent' | 'pauses' | 'runs' | 'ready' | 'room' | 'item' | 'ended';

export class QueueStageFold implements EventSink {
  readonly producers: number;
  /** The states of all tasks. */
  states = new StateFold();
  #items = new Items();
  #counts = new Counts();
  // By task: the item that a producer has made and that waits for room, and the one that a consumer took last.
  #hands = new Map<number, ItemAt>();
  #deepest = 0;
  #longest = 0;
  #lastTakeAt = -Infinity;
  #lastPutAt = -Infinity;

  constructor(producers: number) {
    this.producers = producers;
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.states.event(at, kind, task, value, line);
    if (kind === Kind.PARK) this.#park(at, task, value);
    else if (kind === Kind.PUT) this.#put(at, task);
    else if (kind === Kind.TAKE) this.#take(at, task);
    // What a producer holds is told again by its wait for room.
    else if (kind === Kind.LOST && this.isProducer(task)) this.#hands.delete(task);
    else if (kind === Kind.SKIP) this.#pass(task, value, line);
    else if (kind === queueEvents.kind.put) {
      this.#items.nameLast(value);
      this.#counts.add(task);
      // The putting itself may have been left out of the trace.
      this.#hands.delete(task);
    } else if (kind === queueEvents.kind.got) {
      this.#counts.add(task);
      this.#getsTold(at, task, value);
    }
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }

  /** How many items have been put into the queue, taken out of it, and are in it: made = taken + queued. */
  get made(): number {
    return this.#items.put;
  }

  get taken(): number {
    return this.#items.taken;
  }

  get queued(): number {
    return this.#items.put - this.#items.taken;
  }

  /** The largest number of items that were ever in the queue. */
  get deepest(): number {
    return this.#deepest;
  }

  /** When an item was last taken and put; -Infinity before the first. */
  get lastTakeAt(): number {
    return this.#lastTakeAt;
  }

  get lastPutAt(): number {
    return this.#lastPutAt;
  }

  /** A queued item; 0 is the one that is taken next. */
  item(index: number): ItemAt {
    return this.#items.at(index);
  }

  /** What a task has in its hands: a producer an item that waits for room, a consumer the one it took last. */
  hand(task: number): ItemAt | null {
    return this.#hands.get(task) ?? null;
  }

  /** How many items a task has put or taken. */
  count(task: number): number {
    return this.#counts.of(task);
  }

  isProducer(task: number): boolean {
    return task >= 1 && task <= this.producers;
  }

  /** How many producers and consumers have begun. */
  get size(): number {
    return Math.max(0, this.states.size - 1);
  }

  doing(task: number): QueueDoing {
    const { state, until } = this.states.task(task);
    if (state === State.ABSENT) return 'absent';
    if (hasEnded(state)) return 'ended';
    if (!Number.isNaN(until)) return 'pauses';
    if (state === State.WAITING) return this.isProducer(task) ? 'room' : 'item';
    return state === State.RUNNING ? 'runs' : 'ready';
  }

  /** How many producers wait for room. */
  get heldBack(): number {
    let held = 0;
    for (const task of this.#hands.keys()) if (this.isProducer(task) && this.doing(task) === 'room') held++;
    return held;
  }

  /** The longest time that an item has waited up to `t`, from when it was made until it was taken. */
  longestAt(t: number): number {
    let longest = Math.max(this.#longest, t - this.#items.oldest);
    for (const [task, { madeAt }] of this.#hands) {
      if (this.isProducer(task)) longest = Math.max(longest, t - madeAt);
    }
    return longest;
  }

  copy(): QueueStageFold {
    const copy = new QueueStageFold(this.producers);
    copy.states = this.states.copy();
    copy.#items = this.#items.copy();
    copy.#counts = this.#counts.copy();
    copy.#hands = new Map(this.#hands);
    copy.#deepest = this.#deepest;
    copy.#longest = this.#longest;
    copy.#lastTakeAt = this.#lastTakeAt;
    copy.#lastPutAt = this.#lastPutAt;
    return copy;
  }

  /** A producer that has to wait again for room still holds the same item. */
  #park(at: number, task: number, resource: number): void {
    if (resource < 0 || !this.isProducer(task) || this.#hands.has(task)) return;
    const number = packPair(task - 1, this.count(task));
    this.#hands.set(task, { number, maker: task, madeAt: at, putAt: NaN, takenAt: NaN });
  }

  #put(at: number, task: number): void {
    const madeAt = this.#hands.get(task)?.madeAt ?? at;
    this.#hands.delete(task);
    const number = packPair(task - 1, this.count(task));
    this.#items.push({ number, maker: task, madeAt, putAt: at, takenAt: NaN });
    this.#lastPutAt = at;
    this.#deepest = Math.max(this.#deepest, this.queued);
  }

  #take(at: number, task: number): void {
    const item = this.#items.shift(at);
    this.#hands.set(task, item);
    this.#longest = Math.max(this.#longest, at - item.madeAt);
    this.#lastTakeAt = at;
  }

  /** What was left out of the trace: of the items that came and went meanwhile only the number is known. */
  #pass(what: number, count: number, kind: number): void {
    if (kind === Kind.PUT) this.#items.pass(count, 0);
    else if (kind === Kind.TAKE) this.#items.pass(0, count);
    else if (kind === queueEvents.kind.put || kind === queueEvents.kind.got) this.#counts.add(what, count);
  }

  /** A consumer says which item it has; where the taking was left out of the trace that is all that is known of it. */
  #getsTold(at: number, task: number, number: number): void {
    if (this.#hands.get(task)?.takenAt === at) return;
    const [producer = 0] = pairOf(number);
    this.#hands.set(task, { number, maker: producer + 1, madeAt: NaN, putAt: NaN, takenAt: at });
  }
}
