import {
  Cancellation,
  Future,
  Kernel,
  KernelError,
  Lock,
  Queue,
  Semaphore,
  type Coroutine,
  type KernelOptions,
  type Task,
} from '../../electron/kernel/index.ts';
import type { Machine, MachineFuture, MachineLock, MachineQueue, Routine, Wait } from './interpreter.ts';

/** The kernel as a machine for random programs. */
export class OnKernel implements Machine {
  readonly kernel: Kernel;
  readonly #tasks: Task[] = [];
  readonly #rotates: boolean;

  /** `turns` seats every task in a rotation. */
  constructor(options: KernelOptions & { readonly rotates?: boolean }) {
    this.kernel = new Kernel(options);
    this.#rotates = options.rotates ?? false;
  }

  get now(): number {
    return this.kernel.now;
  }

  spawn(routine: Routine<unknown>): void {
    this.#tasks.push(this.kernel.spawn(routine as Coroutine<unknown>, { rotates: this.#rotates }));
  }

  *sleep(seconds: number): Routine {
    yield this.kernel.sleep(seconds);
  }

  *work(seconds: number): Routine {
    yield this.kernel.work(seconds);
  }

  *block(seconds: number): Routine {
    yield this.kernel.block(seconds);
  }

  *attend(): Routine {
    yield this.kernel.attend();
  }

  join(task: number): Wait<unknown> {
    return this.#tasks[task]!.join();
  }

  gather(tasks: readonly number[]): Wait<readonly unknown[]> {
    return this.kernel.gather(tasks.map((task) => this.#tasks[task]!));
  }

  cancel(task: number): boolean {
    return this.#tasks[task]!.cancel();
  }

  queue(name: string, capacity: number | null): MachineQueue {
    return new Queue<string>(this.kernel, { name, capacity });
  }

  lock(name: string): MachineLock {
    return new Lock(this.kernel, name);
  }

  semaphore(name: string, slots: number): MachineLock {
    return new Semaphore(this.kernel, slots, name);
  }

  future(name: string): MachineFuture {
    return new Future<unknown>(this.kernel, name);
  }

  isCancellation(error: unknown): boolean {
    return error instanceof Cancellation;
  }

  isRefusal(error: unknown): boolean {
    return error instanceof KernelError;
  }

  run(): string {
    return this.kernel.advance();
  }

  endings(): string[] {
    return this.#tasks.map((task) => task.ending);
  }

  waiting(): { task: string; on: string }[] {
    return this.kernel.waiting();
  }
}
