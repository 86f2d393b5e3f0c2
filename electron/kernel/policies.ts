/**
 * Policies: which ready task gets a free worker next.
 *
 * First in, first out in passes is asyncio's order: timers that go off during a pass join after it. The other
 * policies choose anew each time among all that can run at that instant, so each decision is a pass of its own.
 */
import { IntRing } from './ring.ts';
import { Heap } from './heap.ts';

/** `take` found no task that the policy lets run now. */
export const NOBODY = -(2 ** 31);

/** The ready queue. Entries are task numbers, and negative ones for the kernel's own relays. */
export interface ReadyQueue {
  /** Whether it is emptied in passes: what became ready meanwhile waits for the next. */
  readonly inPasses: boolean;
  readonly size: number;
  push(entry: number): void;
  /** Removes and returns the next entry, or NOBODY. */
  take(): number;
  /** A task that takes part in the rotation was created. */
  enter?(task: number): void;
  /** A task leaves the rotation. */
  leave?(task: number): void;
  /** The task whose turn it is although it cannot run, or NOBODY: for the report of a deadlock. */
  awaited?(): number;
}

/** First in, first out, in passes: asyncio's order. */
export class Fifo extends IntRing implements ReadyQueue {
  readonly inPasses = true;

  take(): number {
    return this.shift();
  }
}

/** First come, first served, by the instants at which tasks became able to run. */
export class FirstCome extends IntRing implements ReadyQueue {
  readonly inPasses = false;

  take(): number {
    return this.size === 0 ? NOBODY : this.shift();
  }
}

/** Last in, first out. */
export class Lifo extends IntRing implements ReadyQueue {
  readonly inPasses = false;

  take(): number {
    return this.size === 0 ? NOBODY : this.pop();
  }
}

/** Any of those that can run; `below(n)` draws a whole number from 0 to n - 1. */
export class Random extends IntRing implements ReadyQueue {
  readonly inPasses = false;
  readonly #below: (n: number) => number;

  constructor(below: (n: number) => number) {
    super();
    this.#below = below;
  }

  take(): number {
    if (this.size === 0) return NOBODY;
    const index = this.#below(this.size);
    const entry = this.at(index);
    // The task that waited longest takes the place of the one that leaves.
    const oldest = this.shift();
    if (index > 0) this.set(index - 1, oldest);
    return entry;
  }
}

/** The smallest key first, equal ones in order of arrival. The key is asked for when the task becomes ready. */
export class Priority implements ReadyQueue {
  readonly inPasses = false;
  readonly #heap = new Heap();
  readonly #key: (task: number) => number;
  #arrivals = 0;

  constructor(key: (task: number) => number) {
    this.#key = key;
  }

  get size(): number {
    return this.#heap.size;
  }

  push(entry: number): void {
    this.#heap.push(entry < 0 ? -Infinity : this.#key(entry), ++this.#arrivals, entry);
  }

  take(): number {
    if (this.#heap.size === 0) return NOBODY;
    const entry = this.#heap.task;
    this.#heap.pop();
    return entry;
  }
}

/**
 * Tasks in strict rotation: the one whose turn it is goes next, and if it cannot run yet, all others wait
 * for it. Tasks outside the rotation go first, in order of arrival.
 */
export class RoundRobin implements ReadyQueue {
  readonly inPasses = false;
  readonly #others = new IntRing();
  readonly #places: number[] = [];
  readonly #placeOf = new Map<number, number>();
  readonly #ready = new Set<number>();
  #turn = 0;
  #gone = 0;

  get size(): number {
    return this.#others.size + this.#ready.size;
  }

  enter(task: number): void {
    this.#placeOf.set(task, this.#places.length);
    this.#places.push(task);
  }

  leave(task: number): void {
    const place = this.#placeOf.get(task);
    if (place === undefined) return;
    this.#placeOf.delete(task);
    this.#places[place] = NOBODY;
    this.#gone++;
    if (this.#ready.delete(task)) this.#others.push(task);
    if (this.#gone > 64 && this.#gone * 2 > this.#places.length) this.#close();
  }

  push(entry: number): void {
    if (this.#placeOf.has(entry)) this.#ready.add(entry);
    else this.#others.push(entry);
  }

  take(): number {
    if (this.#others.size > 0) return this.#others.shift();
    const task = this.awaited();
    if (!this.#ready.delete(task)) return NOBODY;
    this.#turn++;
    return task;
  }

  awaited(): number {
    if (this.#placeOf.size === 0) return NOBODY;
    for (;;) {
      if (this.#turn >= this.#places.length) this.#turn = 0;
      const task = this.#places[this.#turn]!;
      if (task !== NOBODY) return task;
      this.#turn++;
    }
  }

  /** Closes the gaps that tasks have left. */
  #close(): void {
    const next = this.awaited();
    const rotating = this.#places.filter((task) => task !== NOBODY);
    this.#places.length = 0;
    for (const task of rotating) this.enter(task);
    this.#turn = this.#placeOf.get(next) ?? 0;
    this.#gone = 0;
  }
}
