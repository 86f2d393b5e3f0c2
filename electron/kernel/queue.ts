import { Kind } from '../../shared/trace/kinds.ts';
import { NOTHING, WAITING, type Coroutine, type Operation } from './coroutine.ts';
import { Deque } from './deque.ts';
import { KernelError, QueueError } from './errors.ts';
import type { Kernel } from './kernel.ts';
import { WaitList } from './waitlist.ts';

/**
 * A queue between tasks, as asyncio's. A put wakes one getter, which looks again when it runs: another consumer
 * may have been faster, and then it queues up anew. `capacity` null is unbounded.
 */
export class Queue<T> {
  readonly #kernel: Kernel;
  readonly #items = new Deque<T>();
  readonly #getters: WaitList;
  readonly #putters: WaitList;
  readonly #joiners: WaitList;
  readonly #resource: number;
  readonly capacity: number | null;
  #unfinished = 0;

  readonly #getting: Getting<T>;

  constructor(kernel: Kernel, options: { readonly name?: string; readonly capacity?: number | null } = {}) {
    const { name = 'queue', capacity = null } = options;
    if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 1)) {
      throw new KernelError(`${name}: capacity is ${capacity}; it must be a whole number of at least 1, or null`);
    }
    this.#kernel = kernel;
    this.capacity = capacity;
    this.#resource = kernel.resource(name);
    this.#getters = new WaitList(kernel, `an item of ${name}`, this.#resource);
    this.#putters = new WaitList(kernel, `room in ${name}`, this.#resource);
    this.#joiners = new WaitList(kernel, `the join of ${name}`, this.#resource);
    this.#getting = new Getting(this, kernel, this.#items, this.#getters);
  }

  /** How many items are queued. */
  get size(): number {
    return this.#items.size;
  }

  get full(): boolean {
    return this.capacity !== null && this.#items.size >= this.capacity;
  }

  /** Items that were put and for which `taskDone` has not been called yet. */
  get unfinished(): number {
    return this.#unfinished;
  }

  /** How many tasks wait for an item. */
  get getters(): number {
    return this.#getters.size;
  }

  /** How many tasks wait for room. */
  get putters(): number {
    return this.#putters.size;
  }

  /** Puts an item in, waiting for room where there is none. */
  put(item: T): Operation<void> {
    if (this.full) return this.#putLater(item);
    this.putNow(item);
    return NOTHING;
  }

  *#putLater(item: T): Coroutine {
    while (this.full) {
      this.#kernel.park(this.#putters);
      try {
        yield;
      } catch (error) {
        // The room it was woken for goes to the next one.
        if (this.#kernel.wasWoken && !this.full) this.#putters.wakeFirst();
        throw error;
      }
    }
    this.putNow(item);
  }

  /** Puts an item in at once. Throws a QueueError when the queue is full. */
  putNow(item: T): void {
    if (this.full) throw new QueueError('the queue is full');
    this.#items.push(item);
    this.#unfinished++;
    this.#kernel.record(Kind.PUT, this.#resource);
    this.#getters.wakeFirst();
  }

  /** Takes the oldest item, waiting for one where there is none. */
  get(): Operation<T> {
    return this.#getting;
  }

  /** Takes the oldest item at once. Throws a QueueError when the queue is empty. */
  getNow(): T {
    if (this.#items.size === 0) throw new QueueError('the queue is empty');
    const item = this.#items.shift();
    this.#kernel.record(Kind.TAKE, this.#resource);
    this.#putters.wakeFirst();
    return item;
  }

  /** An item that was taken has been dealt with. Throws a QueueError when called more often than items were put. */
  taskDone(): void {
    if (this.#unfinished === 0) throw new QueueError('taskDone was called too many times');
    if (--this.#unfinished === 0) this.#joiners.wakeAll();
  }

  /** Waits until every item that was put has been dealt with. */
  *join(): Coroutine {
    if (this.#unfinished === 0) return;
    this.#kernel.park(this.#joiners);
    yield;
  }
}

/**
 * Getting is the same for everybody, at the start as after each wake: take an item, or wait. So one object, which
 * remembers nothing, serves all getters of a queue at once, and a get makes none. `yield*` reads an answer before
 * anybody else can get, so there is one of these too.
 */
class Getting<T> implements Operation<T>, Iterator<void, T, void> {
  readonly #queue: Queue<T>;
  readonly #kernel: Kernel;
  readonly #items: Deque<T>;
  readonly #getters: WaitList;
  readonly #got: { done: true; value: T | undefined } = { done: true, value: undefined };

  constructor(queue: Queue<T>, kernel: Kernel, items: Deque<T>, getters: WaitList) {
    this.#queue = queue;
    this.#kernel = kernel;
    this.#items = items;
    this.#getters = getters;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<void, T> {
    if (this.#items.size > 0) {
      this.#got.value = this.#queue.getNow();
      return this.#got as IteratorReturnResult<T>;
    }
    this.#kernel.park(this.#getters);
    return WAITING;
  }

  throw(error: unknown): never {
    // The item it was woken for goes to the next one.
    if (this.#kernel.wasWoken && this.#items.size > 0) this.#getters.wakeFirst();
    throw error;
  }
}
