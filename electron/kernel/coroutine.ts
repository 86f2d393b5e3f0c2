/**
 * A coroutine is a generator that yields nothing: it tells the kernel what it waits for and then yields.
 *
 * This is the one trap door. The two hot waits are plain calls behind a bare yield, because an inner generator for
 * each would cost several times the wait itself; operations that return something are generators of their own and
 * are written with `yield*`, which types their result:
 *
 *     function* consumer(kernel: Kernel, queue: Queue<string>): Coroutine {
 *       yield kernel.sleep(5);
 *       const item = yield* queue.get();
 *     }
 *
 * Forgetting the yield is found at the next wait: the task asks to wait while it waits already.
 */
export type Coroutine<R = void> = Generator<void, R, void>;

/** What `yield*` takes: a coroutine, or something that acts as one. It waits for nothing or more, and returns R. */
export interface Operation<R> {
  [Symbol.iterator](): Iterator<void, R, void>;
}

/** What an operation's `next` answers when its task has to wait; one object for all of them. */
export const WAITING: IteratorYieldResult<void> = { done: false, value: undefined };

const ENDED: IteratorReturnResult<void> = { done: true, value: undefined };

/** An operation that has nothing to wait for and nothing to return. */
export const NOTHING: Operation<void> & Iterator<void, void, void> = {
  [Symbol.iterator]: () => NOTHING,
  next: () => ENDED,
};
