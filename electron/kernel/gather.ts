import type { Coroutine } from './coroutine.ts';
import { CANCELLED } from './errors.ts';
import type { Kernel } from './kernel.ts';
import type { Task } from './task.ts';
import { WaitList } from './waitlist.ts';
import type { Watcher } from './watchers.ts';

/**
 * Waits for several tasks at once, as asyncio's `gather` does: the outcome is known when the last of them ends or
 * the first of them fails, and takes one pass more to reach the waiter. The others go on after a failure.
 * Cancelling the waiter cancels those that have not ended.
 */
export class Gather<R> implements Watcher {
  readonly #kernel: Kernel;
  readonly #tasks: readonly Task<R>[];
  readonly #list: WaitList;
  #left: number;
  #settled = false;
  #failed = false;
  #error: unknown = null;
  #stopping = false;

  constructor(kernel: Kernel, tasks: Iterable<Task<R>>) {
    this.#kernel = kernel;
    this.#tasks = Array.isArray(tasks) ? (tasks as Task<R>[]) : [...tasks];
    this.#left = this.#tasks.length;
    this.#list = new WaitList(kernel, `gather of ${this.#left}`, -1, {
      passOn: () => this.#cancelAll(),
      heldBy: () => this.#tasks.flatMap(({ id, ending }) => (ending === 'alive' ? [id] : [])),
    });
    for (const task of this.#tasks) {
      if (task.ending === 'alive') kernel.watch(task.id, this);
      else this.settled(task.id);
    }
  }

  settled(task: number): void {
    this.#left--;
    const ending = this.#kernel.endingOf(task);
    if (this.#settled) {
      // One error is thrown; the others count as asked for, as in asyncio.
      if (ending === 'failed') this.#kernel.contentOf(task);
      return;
    }
    if (ending !== 'returned') {
      this.#fail(ending === 'cancelled' ? CANCELLED : this.#kernel.contentOf(task));
    } else if (this.#left === 0) {
      if (this.#stopping) this.#fail(CANCELLED);
      else this.#settle();
    }
  }

  /** The outcome is known: the waiter can run. For the kernel alone. */
  deliver(): void {
    this.#list.wakeFirst();
  }

  *wait(): Coroutine<R[]> {
    if (this.#tasks.length > 0) {
      this.#kernel.park(this.#list);
      yield;
    }
    if (this.#failed) throw this.#error;
    return this.#tasks.map((task) => task.result);
  }

  #settle(): void {
    this.#settled = true;
    this.#kernel.post(this);
  }

  #fail(error: unknown): void {
    this.#failed = true;
    this.#error = error;
    this.#settle();
  }

  #cancelAll(): boolean {
    let asked = false;
    for (const task of this.#tasks) asked = task.cancel() || asked;
    this.#stopping ||= asked;
    return asked;
  }
}
