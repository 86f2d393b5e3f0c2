import type { Body, Instruction, Program } from './program.ts';

export type Routine<R = void> = Generator<unknown, R, void>;

/** What `yield*` takes. */
export interface Wait<R = void> {
  [Symbol.iterator](): Iterator<unknown, R, void>;
}

/** What a random program needs of the scheduler that runs it. Tasks are numbered in order of creation, from 0. */
export interface Machine {
  readonly now: number;
  spawn(routine: Routine<unknown>): void;
  sleep(seconds: number): Wait;
  work(seconds: number): Wait;
  block(seconds: number): Wait;
  attend(): Wait;
  join(task: number): Wait<unknown>;
  gather(tasks: readonly number[]): Wait<readonly unknown[]>;
  cancel(task: number): boolean;
  queue(name: string, capacity: number | null): MachineQueue;
  lock(name: string): MachineLock;
  semaphore(name: string, slots: number): MachineLock;
  future(name: string): MachineFuture;
  isCancellation(error: unknown): boolean;
  /** Whether the machine itself refused something: an empty queue, a lock that nobody holds. */
  isRefusal(error: unknown): boolean;
  /** Runs to the end and says how it ended. */
  run(): string;
  /** How each task ended. */
  endings(): string[];
  /** Who waits on what. */
  waiting(): { task: string; on: string }[];
}

export interface MachineQueue {
  put(item: string): Wait;
  get(): Wait<string>;
  putNow(item: string): void;
  getNow(): string;
  taskDone(): void;
  join(): Wait;
}

export interface MachineLock {
  acquire(): Wait;
  release(): void;
}

export interface MachineFuture {
  wait(): Wait<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  cancel(): boolean;
}

/** When, which task, what. */
export type Entry = readonly [at: number, task: number, what: string];

export interface Outcome {
  readonly end: string;
  readonly endings: readonly string[];
  readonly waiting: readonly { task: string; on: string }[];
  readonly log: readonly Entry[];
}

/** An error that a program throws itself. */
export class Failure extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`failure ${code}`);
    this.code = code;
  }
}

const TASKS_MAX = 24;

/** Runs a program to its end. */
export function perform(program: Program, machine: Machine): Outcome {
  const play = new Play(program, machine);
  const end = machine.run();
  return { end, endings: machine.endings(), waiting: machine.waiting(), log: play.log };
}

/** A program on a machine: the main task is created, nothing has run. */
export class Play {
  readonly log: Entry[] = [];
  readonly #program: Program;
  readonly #machine: Machine;
  readonly #queues: readonly MachineQueue[];
  readonly #locks: readonly MachineLock[];
  readonly #semaphores: readonly MachineLock[];
  readonly #futures: readonly MachineFuture[];
  // Whom each task waits for, so that no circle of joins comes about: CPython cannot cancel one.
  readonly #awaits = new Map<number, readonly number[]>();
  #tasks = 0;

  constructor(program: Program, machine: Machine) {
    this.#program = program;
    this.#machine = machine;
    this.#queues = program.queues.map((capacity, n) => machine.queue(`queue-${n}`, capacity));
    this.#locks = Array.from({ length: program.locks }, (_, n) => machine.lock(`lock-${n}`));
    this.#semaphores = program.semaphores.map((slots, n) => machine.semaphore(`semaphore-${n}`, slots));
    this.#futures = Array.from({ length: program.futures }, (_, n) => machine.future(`future-${n}`));
    this.#spawn(0);
  }

  #say(task: number, what: string): void {
    this.log.push([this.#machine.now, task, what]);
  }

  #spawn(body: number): number {
    const task = this.#tasks++;
    this.#machine.spawn(this.#task(task, body));
    return task;
  }

  *#task(task: number, body: number): Routine<number> {
    this.#say(task, 'begins');
    try {
      yield* this.#body({ task, body, items: 0 }, this.#program.bodies[body]!);
    } catch (error) {
      this.#say(task, `ends: ${this.#text(error)}`);
      throw error;
    }
    this.#say(task, 'returns');
    return 100 + task;
  }

  *#body(self: Self, body: Body): Routine {
    for (const instruction of body) yield* this.#instruction(self, instruction);
  }

  *#instruction(self: Self, instruction: Instruction): Routine {
    const machine = this.#machine;
    const say = (what: string) => this.#say(self.task, what);
    switch (instruction[0]) {
      case 'sleep':
        yield* machine.sleep(instruction[1]);
        return say('slept');
      case 'work':
        yield* machine.work(instruction[1]);
        return say('worked');
      case 'block':
        yield* machine.block(instruction[1]);
        return say('blocked');
      case 'attend':
        yield* machine.attend();
        return say('attended');
      case 'put': {
        const item = `${self.task}.${self.items++}`;
        yield* this.#queues[instruction[1]]!.put(item);
        return say(`put ${item}`);
      }
      case 'put-now': {
        const item = `${self.task}.${self.items++}`;
        return this.#attempt(self, `put ${item}`, () => this.#queues[instruction[1]]!.putNow(item));
      }
      case 'get':
        return say(`got ${yield* this.#queues[instruction[1]]!.get()}`);
      case 'get-now':
        return this.#attempt(self, 'got', () => this.#queues[instruction[1]]!.getNow());
      case 'task-done':
        return this.#attempt(self, 'done', () => this.#queues[instruction[1]]!.taskDone());
      case 'join-queue':
        yield* this.#queues[instruction[1]]!.join();
        return say('drained');
      case 'lock':
        return yield* this.#hold(self, 'lock', this.#locks[instruction[1]]!, instruction[2]);
      case 'slot':
        return yield* this.#hold(self, 'slot', this.#semaphores[instruction[1]]!, instruction[2]);
      case 'unlock':
        return this.#attempt(self, 'unlocked', () => this.#locks[instruction[1]]!.release());
      case 'release':
        this.#semaphores[instruction[1]]!.release();
        return say('released');
      case 'await':
        return say(`awaited ${String(yield* this.#futures[instruction[1]]!.wait())}`);
      case 'resolve':
        return this.#attempt(self, 'resolved', () => this.#futures[instruction[1]]!.resolve(self.task));
      case 'reject':
        return this.#attempt(self, 'rejected', () =>
          this.#futures[instruction[1]]!.reject(new Failure(50 + self.task)),
        );
      case 'drop':
        return say(`dropped: ${this.#futures[instruction[1]]!.cancel()}`);
      case 'spawn': {
        const later = this.#program.bodies.length - self.body - 1;
        if (later === 0 || this.#tasks === TASKS_MAX) return say('spawned nobody');
        return say(`spawned ${this.#spawn(self.body + 1 + (instruction[1] % later))}`);
      }
      case 'join':
        return yield* this.#join(self, [instruction[1]], ([task]) => machine.join(task!));
      case 'gather':
        return yield* this.#join(self, instruction[1], (tasks) => machine.gather(tasks));
      case 'cancel': {
        const task = instruction[1] % this.#tasks;
        return say(`cancels ${task}: ${machine.cancel(task)}`);
      }
      case 'try':
        return yield* this.#try(self, instruction[1], instruction[2], instruction[3]);
      case 'repeat':
        for (let round = 0; round < instruction[1]; round++) yield* this.#body(self, instruction[2]);
        return;
      case 'fail':
        throw new Failure(instruction[1]);
    }
  }

  /** Does something that takes no time and can be refused. */
  #attempt(self: Self, what: string, action: () => string | void): void {
    let said: string;
    try {
      const result = action();
      said = result === undefined ? what : `${what} ${result}`;
    } catch (error) {
      said = `${what}: ${this.#text(error)}`;
    }
    this.#say(self.task, said);
  }

  *#hold(self: Self, what: string, lock: MachineLock, body: Body): Routine {
    yield* lock.acquire();
    this.#say(self.task, `has the ${what}`);
    try {
      yield* this.#body(self, body);
    } finally {
      lock.release();
      this.#say(self.task, `gave the ${what} back`);
    }
  }

  *#join(self: Self, numbers: readonly number[], wait: (tasks: number[]) => Wait<unknown>): Routine {
    const others = this.#tasks - 1;
    if (others === 0) return this.#say(self.task, 'nobody to join');
    const tasks = numbers.map((number) => (self.task + 1 + (number % others)) % this.#tasks);
    if (this.#reach(tasks).has(self.task)) return this.#say(self.task, 'would wait for itself');
    this.#awaits.set(self.task, tasks);
    try {
      this.#say(self.task, `joined ${String(yield* wait(tasks))}`);
    } finally {
      this.#awaits.delete(self.task);
    }
  }

  /** These tasks and everybody whom they wait for. */
  #reach(tasks: readonly number[]): Set<number> {
    const reached = new Set(tasks);
    for (const task of reached) for (const next of this.#awaits.get(task) ?? []) reached.add(next);
    return reached;
  }

  *#try(self: Self, handler: 'swallow' | 'catch' | 'finally', body: Body, then: Body): Routine {
    if (handler === 'finally') {
      try {
        yield* this.#body(self, body);
      } finally {
        this.#say(self.task, 'finally');
        yield* this.#body(self, then);
      }
      return;
    }
    try {
      yield* this.#body(self, body);
    } catch (error) {
      if (this.#machine.isCancellation(error) !== (handler === 'swallow')) throw error;
      this.#say(self.task, `catches: ${this.#text(error)}`);
      yield* this.#body(self, then);
    }
  }

  #text(error: unknown): string {
    if (this.#machine.isCancellation(error)) return 'cancelled';
    if (error instanceof Failure) return `failed ${error.code}`;
    if (this.#machine.isRefusal(error)) return 'refused';
    throw error;
  }
}

interface Self {
  readonly task: number;
  readonly body: number;
  items: number;
}
