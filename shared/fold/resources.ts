/**
 * What tasks share and wait for: who holds each lock or semaphore, how many items each queue has, and who waits, in the
 * order of arrival. Everything follows from what the kernel writes: what a resource is shows in how it is used.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { stateAfter, UNCHANGED } from './marks.ts';

/** What a resource has turned out to be. A future, an event and whatever else is only waited for is `awaited`. */
export const ResourceKind = { LOCK: 'lock', SEMAPHORE: 'semaphore', QUEUE: 'queue', AWAITED: 'awaited' } as const;
export type ResourceKind = (typeof ResourceKind)[keyof typeof ResourceKind];

/** A task that holds a lock or a slot of a semaphore. */
export interface Holder {
  readonly task: number;
  /** When it took it; virtual seconds. */
  readonly since: number;
}

/** A resource after the events seen so far. */
export interface ResourceAt {
  readonly kind: ResourceKind;
  /** Its holders, in the order of taking. A semaphore's slots are listed one by one. */
  readonly holders: readonly Holder[];
  /** Items in it. */
  readonly items: number;
  /** The most items that were in it at once. */
  readonly deepest: number;
  /** Its waiters, in the order of arrival, and since when each waits. */
  readonly waiters: ReadonlyMap<number, number>;
  /**
   * Whether somebody gave back what it did not hold: a semaphore used as a signal. Who took from it last then says
   * nothing about who will give.
   */
  readonly signals: boolean;
  /** The task that used it last. */
  readonly lastUser: number;
}

interface Entry {
  kind: ResourceKind;
  readonly holders: Holder[];
  items: number;
  deepest: number;
  readonly waiters: Map<number, number>;
  signals: boolean;
  lastUser: number;
}

/** What `on` says of a task that waits for nothing, and of one that waits for other tasks. */
export const NOTHING = -2;
export const TASKS = -1;

const TAKES = 1;
const PUTS = 2;

export class ResourcesFold implements EventSink {
  readonly #entries: (Entry | undefined)[] = [];
  #on = new Int32Array(0);
  #uses = new Uint8Array(0);
  #size = 0;

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.SKIP) {
      if (line === Kind.PUT || line === Kind.TAKE) this.#entry(task).items += line === Kind.PUT ? value : -value;
      return;
    }
    if (task >= this.#size) this.#admit(task);
    if (kind >= Kind.PUT && kind <= Kind.RELEASE) return this.#use(at, kind, task, value);
    if (task < 0 || stateAfter[kind] === UNCHANGED) return;
    const on = this.#on[task]!;
    if (on >= 0) this.#entries[on]!.waiters.delete(task);
    this.#on[task] = NOTHING;
    if (kind !== Kind.PARK) return;
    this.#on[task] = value;
    if (value < 0) return;
    const entry = this.#entry(value);
    entry.waiters.set(task, at);
    entry.lastUser = task;
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** The number of the resource that a task waits for; NOTHING and TASKS are no resources. */
  on(task: number): number {
    return this.#on[task] ?? NOTHING;
  }

  /** Whether a task has taken an item out of any queue so far. */
  takes(task: number): boolean {
    return ((this.#uses[task] ?? 0) & TAKES) !== 0;
  }

  /** Whether a task has put an item into any queue so far. */
  puts(task: number): boolean {
    return ((this.#uses[task] ?? 0) & PUTS) !== 0;
  }

  /** A resource; undefined where nobody has used it yet. */
  resource(resource: number): ResourceAt | undefined {
    return this.#entries[resource];
  }

  /** The numbers of the resources that have been used or waited for. */
  get used(): number[] {
    return [...this.#entries.keys()].filter((resource) => this.#entries[resource] !== undefined);
  }

  /** How many tasks and resources there are. */
  get size(): number {
    return this.#size + this.#entries.length;
  }

  copy(): ResourcesFold {
    const copy = new ResourcesFold();
    this.#entries.forEach((entry, resource) => {
      if (entry === undefined) return;
      copy.#entries[resource] = { ...entry, holders: [...entry.holders], waiters: new Map(entry.waiters) };
    });
    copy.#on = this.#on.slice(0, this.#size);
    copy.#uses = this.#uses.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #use(at: number, kind: number, task: number, resource: number): void {
    const entry = this.#entry(resource);
    if (task >= 0) entry.lastUser = task;
    switch (kind) {
      case Kind.PUT:
      case Kind.TAKE:
        entry.kind = ResourceKind.QUEUE;
        entry.items += kind === Kind.PUT ? 1 : -1;
        entry.deepest = Math.max(entry.deepest, entry.items);
        if (task >= 0) this.#uses[task]! |= kind === Kind.PUT ? PUTS : TAKES;
        return;
      case Kind.ACQUIRE:
        entry.holders.push({ task, since: at });
        if (entry.holders.length > 1) entry.kind = 'semaphore';
        else if (entry.kind === 'awaited') entry.kind = 'lock';
        return;
      default:
        this.#release(entry, task);
    }
  }

  #release(entry: Entry, task: number): void {
    const place = entry.holders.findIndex((holder) => holder.task === task);
    if (place < 0) {
      entry.signals = true;
      entry.kind = 'semaphore';
    }
    entry.holders.splice(Math.max(0, place), 1);
  }

  #entry(resource: number): Entry {
    return (this.#entries[resource] ??= {
      kind: 'awaited',
      holders: [],
      items: 0,
      deepest: 0,
      waiters: new Map(),
      signals: false,
      lastUser: -1,
    });
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#on.length) return;
    this.#on = grown(this.#on, task + 1, NOTHING);
    this.#uses = grown(this.#uses, task + 1);
  }
}
