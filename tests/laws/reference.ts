/**
 * The meaning of the four models, written to be read and not to be fast: plain arrays, sorted each time. Futures,
 * tasks, locks and queues are CPython 3.11's, function by function.
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

export class Cancelled extends Error {}
export class Refusal extends Error {}

/** What can be run when its turn comes: a task's next step, or a callback. */
type Entry = Task | (() => void);
type Wait = Future | readonly ['sleep' | 'work' | 'block' | 'attend', number];

const RESOLUTION = 1e-9;

class Future {
  readonly #callbacks: Entry[] = [];
  state: 'pending' | 'returned' | 'failed' | 'cancelled' = 'pending';
  content: unknown = undefined;
  readonly world: Reference;
  readonly name: string;

  constructor(world: Reference, name: string) {
    this.world = world;
    this.name = name;
  }

  settle(state: 'returned' | 'failed' | 'cancelled', content?: unknown): void {
    if (this.state !== 'pending') throw new Refusal();
    this.state = state;
    this.content = content;
    this.world.ready.push(...this.#callbacks);
  }

  whenSettled(entry: Entry): void {
    if (this.state === 'pending') this.#callbacks.push(entry);
    else this.world.ready.push(entry);
  }

  resolve(value?: unknown): void {
    this.settle('returned', value);
  }

  reject(error: unknown): void {
    this.settle('failed', error);
  }

  cancel(): boolean {
    if (this.state !== 'pending') return false;
    this.settle('cancelled');
    return true;
  }

  *wait(): Routine<unknown> {
    if (this.state === 'pending') yield this;
    if (this.state === 'cancelled') throw new Cancelled();
    if (this.state === 'failed') throw this.content;
    return this.content;
  }
}

class Task extends Future {
  readonly routine: Routine<unknown>;
  waitsFor: Future | null = null;
  mustCancel = false;
  /** Whether its last wait was work or a blocking call, which know of no cancellation. */
  deaf = false;

  constructor(world: Reference, name: string, routine: Routine<unknown>) {
    super(world, name);
    this.routine = routine;
  }

  override cancel(): boolean {
    if (this.state !== 'pending') return false;
    if (!this.waitsFor?.cancel()) this.mustCancel = true;
    return true;
  }
}

class Gathering extends Future {
  readonly #children: readonly Task[];
  #cancelRequested = false;

  constructor(world: Reference, children: readonly Task[]) {
    super(world, `gather of ${children.length}`);
    this.#children = children;
    let left = children.length;
    for (const child of children) {
      child.whenSettled(() => {
        left--;
        if (this.state !== 'pending') return;
        if (child.state === 'cancelled') this.settle('failed', new Cancelled());
        else if (child.state === 'failed') this.settle('failed', child.content);
        else if (left > 0) return;
        else if (this.#cancelRequested) this.settle('failed', new Cancelled());
        else this.resolve(children.map((each) => each.content));
      });
    }
    if (left === 0) this.resolve([]);
  }

  override cancel(): boolean {
    if (this.state !== 'pending') return false;
    let asked = false;
    for (const child of this.#children) asked = child.cancel() || asked;
    this.#cancelRequested ||= asked;
    return asked;
  }
}

class Lock {
  #locked = false;
  #waiters: Future[] = [];
  readonly #world: Reference;
  readonly #name: string;

  constructor(world: Reference, name: string) {
    this.#world = world;
    this.#name = name;
  }

  *acquire(): Routine {
    if (this.#locked || this.#waiters.some((waiter) => waiter.state !== 'cancelled')) {
      const waiter = new Future(this.#world, this.#name);
      this.#waiters.push(waiter);
      try {
        try {
          yield* waiter.wait();
        } finally {
          this.#waiters = this.#waiters.filter((other) => other !== waiter);
        }
      } catch (error) {
        if (!this.#locked) this.#wakeFirst();
        throw error;
      }
    }
    this.#locked = true;
  }

  release(): void {
    if (!this.#locked) throw new Refusal();
    this.#locked = false;
    this.#wakeFirst();
  }

  #wakeFirst(): void {
    if (this.#waiters[0]?.state === 'pending') this.#waiters[0].resolve();
  }
}

class Semaphore {
  #value: number;
  #waiters: Future[] = [];
  readonly #world: Reference;
  readonly #name: string;

  constructor(world: Reference, value: number, name: string) {
    this.#world = world;
    this.#value = value;
    this.#name = name;
  }

  *acquire(): Routine {
    if (this.#value > 0 && this.#waiters.every((waiter) => waiter.state === 'cancelled')) {
      this.#value--;
      return;
    }
    const waiter = new Future(this.#world, this.#name);
    this.#waiters.push(waiter);
    try {
      try {
        yield* waiter.wait();
      } finally {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
      }
    } catch (error) {
      if (waiter.state !== 'cancelled') this.release();
      throw error;
    }
    if (this.#value > 0) this.#wakeNext();
  }

  release(): void {
    this.#value++;
    this.#wakeNext();
  }

  #wakeNext(): void {
    const next = this.#waiters.find((waiter) => waiter.state === 'pending');
    if (next === undefined) return;
    this.#value--;
    next.resolve();
  }
}

class Queue {
  readonly #items: string[] = [];
  readonly #getters: Future[] = [];
  readonly #putters: Future[] = [];
  readonly #joiners: Future[] = [];
  readonly #capacity: number;
  readonly #world: Reference;
  readonly #name: string;
  #unfinished = 0;

  constructor(world: Reference, name: string, capacity: number | null) {
    this.#world = world;
    this.#name = name;
    this.#capacity = capacity ?? Infinity;
  }

  *put(item: string): Routine {
    const full = () => this.#items.length >= this.#capacity;
    while (full()) yield* this.#waitIn(this.#putters, `room in ${this.#name}`, () => !full());
    this.putNow(item);
  }

  *get(): Routine<string> {
    const empty = () => this.#items.length === 0;
    while (empty()) yield* this.#waitIn(this.#getters, `an item of ${this.#name}`, () => !empty());
    return this.getNow();
  }

  *#waitIn(waiters: Future[], on: string, possible: () => boolean): Routine {
    const waiter = new Future(this.#world, on);
    waiters.push(waiter);
    try {
      yield* waiter.wait();
    } catch (error) {
      if (waiters.includes(waiter)) waiters.splice(waiters.indexOf(waiter), 1);
      if (possible() && waiter.state !== 'cancelled') wakeNext(waiters);
      throw error;
    }
  }

  putNow(item: string): void {
    if (this.#items.length >= this.#capacity) throw new Refusal();
    this.#items.push(item);
    this.#unfinished++;
    wakeNext(this.#getters);
  }

  getNow(): string {
    const item = this.#items.shift();
    if (item === undefined) throw new Refusal();
    wakeNext(this.#putters);
    return item;
  }

  taskDone(): void {
    if (this.#unfinished === 0) throw new Refusal();
    if (--this.#unfinished > 0) return;
    for (const joiner of this.#joiners.splice(0)) if (joiner.state === 'pending') joiner.resolve();
  }

  *join(): Routine {
    if (this.#unfinished === 0) return;
    const joiner = new Future(this.#world, `the join of ${this.#name}`);
    this.#joiners.push(joiner);
    yield* joiner.wait();
  }
}

function wakeNext(waiters: Future[]): void {
  for (;;) {
    const waiter = waiters.shift();
    if (waiter === undefined) return;
    if (waiter.state === 'pending') return waiter.resolve();
  }
}

export class Reference implements Machine {
  now = 0;
  ready: Entry[] = [];
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
    const told = task.mustCancel && !task.deaf;
    if (told) task.mustCancel = false;
    task.deaf = false;
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
      task.deaf = true;
      if (this.#sharedProcessor) this.#processorOf ??= task;
      if (!this.#sharedProcessor || this.#processorOf === task) this.#keepWorker(task, seconds);
      else this.#contenders.push({ task, seconds });
    } else {
      task.deaf = what === 'block';
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
