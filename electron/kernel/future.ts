import type { Coroutine } from './coroutine.ts';
import { CANCELLED, KernelError } from './errors.ts';
import type { Kernel } from './kernel.ts';
import { WaitList } from './waitlist.ts';

/**
 * A value that is not there yet. As asyncio's: settling it makes the waiters ready in the order in which they
 * came, and cancelling one waiter cancels the future for all of them.
 */
export class Future<T> {
  readonly #kernel: Kernel;
  readonly #waiters: WaitList;
  #state: 'pending' | 'done' | 'failed' = 'pending';
  #content: unknown = undefined;

  constructor(kernel: Kernel, name = 'future') {
    this.#kernel = kernel;
    this.#waiters = new WaitList(kernel, name, kernel.resource(name), { passOn: () => this.cancel() });
  }

  get done(): boolean {
    return this.#state !== 'pending';
  }

  /** Gives the value. Throws a KernelError when the future is settled already. */
  resolve(value: T): void {
    this.#settle('done', value);
  }

  /** Makes every wait for the value throw `error`. */
  reject(error: unknown): void {
    this.#settle('failed', error);
  }

  /** Makes every wait for the value a cancelled one; false when the future is settled already. */
  cancel(): boolean {
    if (this.done) return false;
    this.#settle('failed', CANCELLED);
    return true;
  }

  *wait(): Coroutine<T> {
    if (!this.done) {
      this.#kernel.park(this.#waiters);
      yield;
    }
    if (this.#state === 'failed') throw this.#content;
    return this.#content as T;
  }

  #settle(state: 'done' | 'failed', content: unknown): void {
    if (this.done) throw new KernelError(`${this.#waiters.name} is settled already`);
    this.#state = state;
    this.#content = content;
    this.#waiters.wakeAll();
  }
}
