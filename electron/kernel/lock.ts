import { Kind } from '../../shared/trace/kinds.ts';
import type { Coroutine } from './coroutine.ts';
import { KernelError } from './errors.ts';
import type { Kernel } from './kernel.ts';
import { WaitList } from './waitlist.ts';

/**
 * A semaphore, as asyncio's of CPython 3.11: a release hands its slot to whoever has waited longest, and nobody
 * overtakes a waiter, not even between its being woken and its running.
 */
export class Semaphore {
  readonly #kernel: Kernel;
  readonly #waiters: WaitList;
  readonly #resource: number;
  #slots: number;
  // Waiters that were handed a slot and have not run since.
  #handed = 0;

  constructor(kernel: Kernel, slots = 1, name = 'semaphore') {
    if (!(Number.isInteger(slots) && slots >= 0)) {
      throw new KernelError(`${name}: ${slots} slots; it must be a whole number of at least 0`);
    }
    this.#kernel = kernel;
    this.#slots = slots;
    this.#resource = kernel.resource(name);
    this.#waiters = new WaitList(kernel, name, this.#resource);
  }

  /** Whether `acquire` would have to wait. */
  get locked(): boolean {
    return this.#slots === 0 || this.#waiters.size > 0 || this.#handed > 0;
  }

  /** How many tasks wait for a slot. */
  get waiters(): number {
    return this.#waiters.size;
  }

  *acquire(): Coroutine {
    if (!this.locked) {
      this.#slots--;
    } else {
      this.#kernel.park(this.#waiters);
      try {
        yield;
      } catch (error) {
        if (this.#kernel.wasWoken) {
          this.#handed--;
          this.#slots++;
          this.#handOver();
        }
        throw error;
      }
      this.#handed--;
      if (this.#slots > 0) this.#handOver();
    }
    this.#kernel.record(Kind.ACQUIRE, this.#resource);
  }

  /** Gives a slot back. */
  release(): void {
    this.#slots++;
    this.#kernel.record(Kind.RELEASE, this.#resource);
    this.#handOver();
  }

  #handOver(): void {
    if (!this.#waiters.wakeFirst()) return;
    this.#slots--;
    this.#handed++;
  }
}

/**
 * A lock, as asyncio's of CPython 3.11: a waiter stays in the list until it has run, so nobody overtakes it between
 * its being woken and its running, and a cancelled one at the head wakes the next only when it runs.
 */
export class Lock {
  readonly #kernel: Kernel;
  readonly #waiters: WaitList;
  readonly #resource: number;
  #locked = false;
  // The task that holds it, while it is locked.
  #holder = -1;
  // Whether a waiter was woken and has not run since: the lock is free meanwhile, but promised.
  #woken = false;

  constructor(kernel: Kernel, name = 'lock') {
    this.#kernel = kernel;
    this.#resource = kernel.resource(name);
    this.#waiters = new WaitList(kernel, name, this.#resource, {
      keeps: true,
      heldBy: () => (this.#locked ? [this.#holder] : []),
    });
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** How many tasks wait for the lock. */
  get waiters(): number {
    return this.#waiters.size;
  }

  *acquire(): Coroutine {
    if (this.#locked || this.#woken || this.#waiters.size > 0) {
      this.#kernel.park(this.#waiters);
      try {
        yield;
        this.#leave();
      } catch (error) {
        this.#leave();
        if (!this.#locked) this.#wakeHead();
        throw error;
      }
    }
    this.#locked = true;
    this.#holder = this.#kernel.current;
    this.#kernel.record(Kind.ACQUIRE, this.#resource);
  }

  /** Throws a KernelError when the lock is not held. */
  release(): void {
    if (!this.#locked) throw new KernelError(`${this.#waiters.name} is released but nobody holds it`);
    this.#locked = false;
    this.#kernel.record(Kind.RELEASE, this.#resource);
    this.#wakeHead();
  }

  #wakeHead(): void {
    if (this.#waiters.wakeHead()) this.#woken = true;
  }

  #leave(): void {
    if (this.#kernel.wasWoken) this.#woken = false;
    this.#waiters.leave(this.#kernel.current);
  }
}
