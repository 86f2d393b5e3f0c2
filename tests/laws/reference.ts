/**
 * The meaning of the four models, written to be read and not to be fast: plain arrays, sorted each time. What can be
 * waited for is in primitives.ts, function by function as in CPython 3.11.
 *
 * One loop (asynchronous). A pass begins by appending the callbacks of the timers that are due to the ready list,
 * and then runs exactly what is in that list. A timer's callback, and each of gather's, settles a future, and
 * settling a future appends the steps of those who wait for it: they run in the next pass. `work` and `block` let
 * the clock go on in the middle of a step.
 *
 * k workers (the other models). Ready tasks stand in line; a task that gets a worker keeps it through sleeping,
 * working and blocking, until it waits for another task or ends. A worker that becomes free turns to the next in
 * line at once; one that is free already comes to a newly ready task after those who have a worker. Under threads
 * `work` and `attend` need the one processor, first come first served, and keep it until the next other wait.
 */
import type { Machine, Routine } from './interpreter.ts';
import { Cancelled, Future, Gathering, Lock, Queue, Refusal, Semaphore, Task, type Entry } from './primitives.ts';

/** What a step of a task yields. */
type Wait = Future | readonly ['sleep' | 'work' | 'block' | 'attend', number];

const RESOLUTION = 1e-9;

export class Reference implements Machine {
  now = 0;
  readonly ready: Entry[] = [];
  readonly #tasks: Task[] = [];
  #timers: { at: number; order: number; done: () => void }[] = [];
  #order = 0;
  #closing = false;
  // One loop when null; else how many workers nobody has.
  #idle: number | null;
  readonly #sharedProcessor: boolean;
  #processorOf: Task | null = null;
  readonly #contenders: { task: Task; seconds: number }[] = [];
  // Tasks that have a worker and go on now.
  readonly #going: Task[] = [];

  /** `workers` null is one loop, which gives a sleeping task's turn away. */
  constructor(workers: number | null, sharedProcessor = false) {
    this.#idle = workers;
    this.#sharedProcessor = sharedProcessor;
  }

  run(): string {
    if (this.#idle === null) this.#runLoop();
    else this.#runWorkers();
    if (this.#tasks.some((task) => task.state === 'pending')) return 'deadlock';
    return this.#tasks[0]!.state === 'returned' ? 'finished' : 'failed';
  }

  #runLoop(): void {
    for (;;) {
      if (this.ready.length === 0) {
        this.#timers = this.#timers.filter(({ order }) => this.#sleepers.get(order)!.state === 'pending');
        if (this.#timers.length === 0) return;
        this.now = Math.max(this.now, this.#firstTimer().at);
      }
      while (this.#timers.length > 0 && this.#firstTimer().at < this.now + RESOLUTION) {
        this.ready.push(this.#timers.shift()!.done);
      }
      for (const entry of this.ready.splice(0)) {
        if (entry instanceof Task) this.#step(entry);
        else entry();
      }
      if (this.#closing) this.#close();
    }
  }

  #runWorkers(): void {
    for (;;) {
      while (this.#idle! > 0 && this.ready.length > 0) {
        const entry = this.ready.shift()!;
        if (entry instanceof Task) {
          this.#idle!--;
          this.#going.push(entry);
        } else entry();
      }
      const next = this.#going.shift();
      if (next !== undefined) this.#step(next);
      else if (this.#timers.length === 0) return;
      else {
        this.now = Math.max(this.now, this.#firstTimer().at);
        while (this.#timers.length > 0 && this.#firstTimer().at < this.now + RESOLUTION) this.#timers.shift()!.done();
      }
    }
  }

  #firstTimer() {
    this.#timers.sort((a, b) => a.at - b.at || a.order - b.order);
    return this.#timers[0]!;
  }

  #step(task: Task): void {
    const told = task.mustCancel && !task.uninterrupted;
    if (told) task.mustCancel = false;
    task.uninterrupted = false;
    task.waitsFor = null;
    let next: IteratorResult<unknown, unknown>;
    try {
      next = told ? task.routine.throw(new Cancelled()) : task.routine.next();
    } catch (error) {
      return this.#end(task, error instanceof Cancelled ? 'cancelled' : 'failed', error);
    }
    if (next.done) this.#end(task, task.mustCancel ? 'cancelled' : 'returned', next.value);
    else this.#wait(task, next.value as Wait);
  }

  #end(task: Task, state: 'returned' | 'failed' | 'cancelled', content: unknown): void {
    this.#leaveWorker(task);
    task.settle(state, content);
    if (task !== this.#tasks[0]) return;
    if (this.#idle === null) this.ready.push(() => (this.#closing = true));
    else this.#close();
  }

  /** The main task has ended: the others are asked to stop. The loop ends its pass first. */
  #close(): void {
    this.#closing = false;
    for (const task of this.#tasks) task.cancel();
  }

  #wait(task: Task, wait: Wait): void {
    if (wait instanceof Future) {
      task.waitsFor = wait;
      wait.whenSettled(task);
      this.#leaveWorker(task);
      if (task.mustCancel && wait.cancel()) task.mustCancel = false;
      return;
    }
    const [what, seconds] = wait;
    if (this.#idle === null) {
      this.ready.push(task);
    } else if (what === 'work' || what === 'attend') {
      task.uninterrupted = true;
      if (this.#sharedProcessor) this.#processorOf ??= task;
      if (!this.#sharedProcessor || this.#processorOf === task) this.#keepWorker(task, seconds);
      else this.#contenders.push({ task, seconds });
    } else {
      task.uninterrupted = what === 'block';
      this.#keepWorker(task, seconds);
      this.#leaveProcessor(task);
    }
  }

  #keepWorker(task: Task, seconds: number): void {
    if (seconds <= 0) this.#going.push(task);
    else this.#setTimer(seconds, () => this.#going.push(task));
  }

  #leaveProcessor(task: Task): void {
    if (this.#processorOf !== task) return;
    const next = this.#contenders.shift();
    this.#processorOf = next?.task ?? null;
    if (next !== undefined) this.#keepWorker(next.task, next.seconds);
  }

  #leaveWorker(task: Task): void {
    if (this.#idle === null) return;
    this.#leaveProcessor(task);
    this.#idle++;
    while (this.ready.length > 0) {
      const next = this.ready.shift()!;
      if (next instanceof Task) {
        this.#idle--;
        this.#going.unshift(next);
        return;
      }
      next();
    }
  }

  #setTimer(seconds: number, done: () => void): number {
    this.#timers.push({ at: this.now + seconds, order: ++this.#order, done });
    return this.#order;
  }

  // Under one loop: who sleeps, by the number of the timer.
  readonly #sleepers = new Map<number, Future>();

  *sleep(seconds: number): Routine {
    if (this.#idle !== null || seconds <= 0) {
      yield ['sleep', seconds];
      return;
    }
    const sleeper = new Future(this, 'sleep');
    const order = this.#setTimer(seconds, () => {
      if (sleeper.state === 'pending') sleeper.resolve();
    });
    this.#sleepers.set(order, sleeper);
    yield* sleeper.wait();
  }

  *work(seconds: number): Routine {
    if (this.#idle === null) this.now += Math.max(0, seconds);
    else yield ['work', seconds];
  }

  *block(seconds: number): Routine {
    if (this.#idle === null) this.now += Math.max(0, seconds);
    else yield ['block', seconds];
  }

  *attend(): Routine {
    if (this.#idle !== null) yield ['attend', 0];
  }

  spawn(routine: Routine<unknown>): void {
    const number = this.#tasks.length;
    const task = new Task(this, number === 0 ? 'main' : `task-${number}`, routine);
    this.#tasks.push(task);
    this.ready.push(task);
  }

  join(task: number): Routine<unknown> {
    return this.#tasks[task]!.wait();
  }

  *gather(tasks: readonly number[]): Routine<readonly unknown[]> {
    return (yield* new Gathering(
      this,
      tasks.map((task) => this.#tasks[task]!),
    ).wait()) as readonly unknown[];
  }

  cancel(task: number): boolean {
    return this.#tasks[task]!.cancel();
  }

  queue(name: string, capacity: number | null): Queue {
    return new Queue(this, name, capacity);
  }

  lock(name: string): Lock {
    return new Lock(this, name);
  }

  semaphore(name: string, slots: number): Semaphore {
    return new Semaphore(this, slots, name);
  }

  future(name: string): Future {
    return new Future(this, name);
  }

  isCancellation(error: unknown): boolean {
    return error instanceof Cancelled;
  }

  isRefusal(error: unknown): boolean {
    return error instanceof Refusal;
  }

  endings(): string[] {
    return this.#tasks.map(({ state }) => (state === 'pending' ? 'alive' : state));
  }

  waiting(): { task: string; on: string }[] {
    return this.#tasks.flatMap(({ name, state, waitsFor }) =>
      state === 'pending' ? [{ task: name, on: waitsFor!.name }] : [],
    );
  }
}
