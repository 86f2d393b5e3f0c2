/** A coroutine or its host used the kernel wrongly: a bad duration, a wait outside a task, a forgotten yield. */
export class KernelError extends Error {
  override readonly name: string = 'KernelError';
}

/** Thrown into a coroutine that is asked to stop; not a failure. There is one instance: see `CANCELLED`. */
export class Cancellation extends Error {
  override readonly name = 'Cancellation';
}

/** The one cancellation: a fresh error for each task would cost a stack trace for each. */
export const CANCELLED = new Cancellation('the task was cancelled');

/** An item was asked of an empty queue, or put into a full one, by a call that does not wait. */
export class QueueError extends KernelError {
  override readonly name = 'QueueError';
}
