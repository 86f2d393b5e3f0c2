/**
 * What tasks wait for, function by function as in CPython 3.11: futures, tasks, gather, locks, semaphores, queues.
 * Settling a future puts those who wait for it into the world's ready list; nothing else happens here.
 */
import type { Routine } from './interpreter.ts';

export class Cancelled extends Error {}
export class Refusal extends Error {}

/** What can be run when its turn comes: a task's next step, or a callback. */
export type Entry = Task | (() => void);

export interface World {
  readonly ready: Entry[];
}

export class Future {
  readonly #callbacks: Entry[] = [];
  state: 'pending' | 'returned' | 'failed' | 'cancelled' = 'pending';
  content: unknown = undefined;
  readonly world: World;
  readonly name: string;

  constructor(world: World, name: string) {
    this.world = world;
    this.name = name;
  }

  settle(state: 'returned' | 'failed' | 'cancelled', content?: unknown): void {
    if (this.state !== 'pending') throw new Refusal();
    this.state = state;
    this.content = content;
    this.world.ready.push(...this.#callbacks);
  }

  whenSettled(entry: Entry): void {
    if (this.state === 'pending') this.#callbacks.push(entry);
    else this.world.ready.push(entry);
  }

  resolve(value?: unknown): void {
    this.settle('returned', value);
  }

  reject(error: unknown): void {
    this.settle('failed', error);
  }

  cancel(): boolean {
    if (this.state !== 'pending') return false;
    this.settle('cancelled');
    return true;
  }

  *wait(): Routine<unknown> {
    if (this.state === 'pending') yield this;
    if (this.state === 'cancelled') throw new Cancelled();
    if (this.state === 'failed') throw this.content;
    return this.content;
  }
}

export class Task extends Future {
  readonly routine: Routine<unknown>;
  waitsFor: Future | null = null;
  mustCancel = false;
  /** Whether its last wait was work or a blocking call, which know of no cancellation. */
  uninterrupted = false;

  constructor(world: World, name: string, routine: Routine<unknown>) {
    super(world, name);
    this.routine = routine;
  }

  override cancel(): boolean {
    if (this.state !== 'pending') return false;
    if (!this.waitsFor?.cancel()) this.mustCancel = true;
    return true;
  }
}

export class Gathering extends Future {
  readonly #children: readonly Task[];
  #cancelRequested = false;

  constructor(world: World, children: readonly Task[]) {
    super(world, `gather of ${children.length}`);
    this.#children = children;
    let left = children.length;
    for (const child of children) {
      child.whenSettled(() => {
        left--;
        if (this.state !== 'pending') return;
        if (child.state === 'cancelled') this.settle('failed', new Cancelled());
        else if (child.state === 'failed') this.settle('failed', child.content);
        else if (left > 0) return;
        else if (this.#cancelRequested) this.settle('failed', new Cancelled());
        else this.resolve(children.map((each) => each.content));
      });
    }
    if (left === 0) this.resolve([]);
  }

  override cancel(): boolean {
    if (this.state !== 'pending') return false;
    let asked = false;
    for (const child of this.#children) asked = child.cancel() || asked;
    this.#cancelRequested ||= asked;
    return asked;
  }
}

export class Lock {
  #locked = false;
  #waiters: Future[] = [];
  readonly #world: World;
  readonly #name: string;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
  }

  *acquire(): Routine {
    if (this.#locked || this.#waiters.some((waiter) => waiter.state !== 'cancelled')) {
      const waiter = new Future(this.#world, this.#name);
      this.#waiters.push(waiter);
      try {
        try {
          yield* waiter.wait();
        } finally {
          this.#waiters = this.#waiters.filter((other) => other !== waiter);
        }
      } catch (error) {
        if (!this.#locked) this.#wakeFirst();
        throw error;
      }
    }
    this.#locked = true;
  }

  release(): void {
    if (!this.#locked) throw new Refusal();
    this.#locked = false;
    this.#wakeFirst();
  }

  #wakeFirst(): void {
    if (this.#waiters[0]?.state === 'pending') this.#waiters[0].resolve();
  }
}

export class Semaphore {
  #value: number;
  #waiters: Future[] = [];
  readonly #world: World;
  readonly #name: string;

  constructor(world: World, value: number, name: string) {
    this.#world = world;
    this.#value = value;
    this.#name = name;
  }

  *acquire(): Routine {
    if (this.#value > 0 && this.#waiters.every((waiter) => waiter.state === 'cancelled')) {
      this.#value--;
      return;
    }
    const waiter = new Future(this.#world, this.#name);
    this.#waiters.push(waiter);
    try {
      try {
        yield* waiter.wait();
      } finally {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
      }
    } catch (error) {
      if (waiter.state !== 'cancelled') this.release();
      throw error;
    }
    if (this.#value > 0) this.#wakeNext();
  }

  release(): void {
    this.#value++;
    this.#wakeNext();
  }

  #wakeNext(): void {
    const next = this.#waiters.find((waiter) => waiter.state === 'pending');
    if (next === undefined) return;
    this.#value--;
    next.resolve();
  }
}

export class Queue {
  readonly #items: string[] = [];
  readonly #getters: Future[] = [];
  readonly #putters: Future[] = [];
  readonly #joiners: Future[] = [];
  readonly #capacity: number;
  readonly #world: World;
  readonly #name: string;
  #unfinished = 0;

  constructor(world: World, name: string, capacity: number | null) {
    this.#world = world;
    this.#name = name;
    this.#capacity = capacity ?? Infinity;
  }

  *put(item: string): Routine {
    const full = () => this.#items.length >= this.#capacity;
    while (full()) yield* this.#waitIn(this.#putters, `room in ${this.#name}`, () => !full());
    this.putNow(item);
  }

  *get(): Routine<string> {
    const empty = () => this.#items.length === 0;
    while (empty()) yield* this.#waitIn(this.#getters, `an item of ${this.#name}`, () => !empty());
    return this.getNow();
  }

  *#waitIn(waiters: Future[], on: string, possible: () => boolean): Routine {
    const waiter = new Future(this.#world, on);
    waiters.push(waiter);
    try {
      yield* waiter.wait();
    } catch (error) {
      if (waiters.includes(waiter)) waiters.splice(waiters.indexOf(waiter), 1);
      if (possible() && waiter.state !== 'cancelled') wakeNext(waiters);
      throw error;
    }
  }

  putNow(item: string): void {
    if (this.#items.length >= this.#capacity) throw new Refusal();
    this.#items.push(item);
    this.#unfinished++;
    wakeNext(this.#getters);
  }

  getNow(): string {
    const item = this.#items.shift();
    if (item === undefined) throw new Refusal();
    wakeNext(this.#putters);
    return item;
  }

  taskDone(): void {
    if (this.#unfinished === 0) throw new Refusal();
    if (--this.#unfinished > 0) return;
    for (const joiner of this.#joiners.splice(0)) if (joiner.state === 'pending') joiner.resolve();
  }

  *join(): Routine {
    if (this.#unfinished === 0) return;
    const joiner = new Future(this.#world, `the join of ${this.#name}`);
    this.#joiners.push(joiner);
    yield* joiner.wait();
  }
}

function wakeNext(waiters: Future[]): void {
  for (;;) {
    const waiter = waiters.shift();
    if (waiter === undefined) return;
    if (waiter.state === 'pending') return waiter.resolve();
  }
}
