import type { Coroutine } from './coroutine.ts';
import { KernelError } from './errors.ts';
import type { Kernel } from './kernel.ts';
import type { Ending, TaskState } from './report.ts';
import { WaitList } from './waitlist.ts';
import type { Watcher } from './watchers.ts';

/** A handle on a coroutine that the kernel runs. */
export class Task<R = unknown> {
  readonly kernel: Kernel;
  /** Its number in the trace: order of creation, from 0. */
  readonly id: number;

  constructor(kernel: Kernel, id: number) {
    this.kernel = kernel;
    this.id = id;
  }

  get name(): string {
    return this.kernel.nameOf(this.id);
  }

  get state(): TaskState {
    return this.kernel.stateOf(this.id);
  }

  get ending(): Ending {
    return this.kernel.endingOf(this.id);
  }

  /** What the task returned; throws what it threw. Only for a task that has ended. */
  get result(): R {
    return this.kernel.resultOf(this.id) as R;
  }

  /** Asks the task to stop; false when it has ended already. */
  cancel(): boolean {
    return this.kernel.cancel(this.id);
  }

  /** Waits until the task ends; returns what it returned, throws what it threw. Cancelling the waiter cancels the task. */
  *join(): Coroutine<R> {
    if (this.ending === 'alive') {
      if (this.id === this.kernel.current) throw new KernelError(`${this.name} cannot wait for itself`);
      const joiner = new Joiner(this);
      this.kernel.watch(this.id, joiner);
      this.kernel.park(joiner.list);
      yield;
    }
    return this.result;
  }
}

class Joiner implements Watcher {
  readonly list: WaitList;

  constructor(task: Task) {
    this.list = new WaitList(task.kernel, task.name, -1, {
      passOn: () => task.cancel(),
      heldBy: () => [task.id],
    });
  }

  settled(): void {
    this.list.wakeFirst();
  }
}
