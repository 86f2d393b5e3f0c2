/**
 * The event loop. It knows tasks, workers and virtual seconds, and nothing else.
 *
 * Principles
 * - A run is a function of its program: no wall clock, no randomness of its own, no input. The same program takes
 *   the same steps.
 * - A pass runs what was ready when it began. Timers that came due join the ready queue after the pass that found
 *   them, which is the hop that asyncio makes from a timer's callback to the task's step.
 * - Timers go off in order of (deadline, sequence). Those less than RESOLUTION apart go off together.
 * - One place resumes tasks: `#step`. A task is resumed by nobody else and never by another task.
 * - A wait holds a ticket. Ending the wait takes the ticket away, and whatever entry it left in a heap or a list is
 *   dead from then on. That is all there is to cancelling.
 * - Tasks are rows of typed arrays, numbered in order of creation; a running task is looked up by its number.
 *
 * One file, because all of it moves tasks between the same few places: the ready queue, the timers, the workers.
 *
 * Not here: queues, locks and futures (they are built on `park` and `wake`), wall time (the session's pacer),
 * randomness (a policy is handed its draws), the trace's storage (an observer), time-outs (a task that cancels).
 */
import { Kind } from '../../shared/trace/kinds.ts';
import type { BlockedTask } from '../../shared/trace/deadlock.ts';
import { Announcements } from './announcements.ts';
import type { Coroutine } from './coroutine.ts';
import { CANCELLED, KernelError } from './errors.ts';
import { Gather } from './gather.ts';
import { grown } from '../../shared/grown.ts';
import type { Model } from './models.ts';
import type { Observer } from './observer.ts';
import type { Ending, KernelOptions, Pause, SpawnOptions, Statistics, TaskState } from './report.ts';
import { Fifo, FirstCome, NOBODY, type ReadyQueue } from './policies.ts';
import { IntRing } from './ring.ts';
import { Task } from './task.ts';
import { Timers } from './timers.ts';
import type { WaitList } from './waitlist.ts';
import { Watchers, type Watcher } from './watchers.ts';
import { Workers } from './workers.ts';

/** Deadlines closer together than this (seconds) are one instant, as on asyncio's clock. */
export const RESOLUTION = 1e-9;

// The state of a task is the low three bits of its flags; the others qualify it.
const READY = 0;
const RUNNING = 1;
const SLEEPING = 2;
const DUE = 3;
const HOLDING = 4;
const CONTENDING = 5;
const PARKED = 6;
const ENDED = 7;
const STATE = 7;
const CANCEL = 8;
const ANNOUNCE = 16;
// The last wait was ended by a wake rather than broken off.
const ENDED_BY_WAKE = 32;
// The wait is no await: a cancellation is told at the next one.
const UNINTERRUPTED = 64;
// A task that has ended, but not by returning.
const FAILED = 128;

// What `#nextAlone` says instead of a task.
const LONG_WAY = -1;
const NOT_ALONE = -2;

const stateNames: readonly TaskState[] = [
  'ready', 'running', 'sleeping', 'ready', 'holding', 'contending', 'parked', 'ended',
]; // prettier-ignore

/** Generators of different functions have different shapes; calling what all of them share spares the look-up. */
const { next: resume, throw: raise } = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())) as {
  readonly next: (this: Generator<void, unknown, void>) => IteratorResult<void, unknown>;
  readonly throw: (this: Generator<void, unknown, void>, error: unknown) => IteratorResult<void, unknown>;
};

export class Kernel {
  /** Virtual seconds since the run began. */
  now = NaN;
  /**
   * The line of the listing that the running task's next wait stands on: that of its last one until it says another;
   * 0 when unknown. Kept only while somebody observes.
   */
  line = 0;
  readonly model: Model;

  #flags = new Uint8Array(64);
  #tickets = new Float64Array(64);
  // The generator of a living task; what an ended one has returned or thrown.
  readonly #contents: unknown[] = [];
  readonly #watchers: (Watcher | null)[] = [];
  readonly #waits: (WaitList | null)[] = [];
  readonly #names = new Map<number, string>();
  // Tasks that ended by an error which nobody has asked for.
  readonly #unretrieved = new Set<number>();
  readonly #resources: string[] = [];

  readonly #timers = new Timers();
  readonly #ready: ReadyQueue;
  readonly #inPasses: boolean;
  // Tasks that kept their worker and go on at once.
  readonly #resumed = new IntRing();
  // Tasks whose timer went off, until the pass that found them is over.
  readonly #due = new IntRing();
  readonly #relays: { deliver(): void }[] = [];
  #passLeft = 0;
  #passDue = 0;

  readonly #workers: Workers;
  // With one worker, the task that keeps it and until when; with several those timers are in the heap.
  #holder = -1;
  #holdUntil = NaN;
  #processorOf = -1;
  readonly #contenders = new IntRing();
  #demands = new Float64Array(0);

  readonly #announcements = new Announcements();
  #lines = new Uint16Array(0);

  #observer: Observer | null;
  #current = -1;
  #sequence = 0;
  #live = 0;
  #spawned = 0;
  #steps = 0;
  #cancellations = 0;
  #mainEndedAt = NaN;
  #relaysLeft = 0;
  // Tasks whose cancellation is on its way to what they wait on.
  readonly #passing = new Set<number>();
  #closing = false;
  #observerError: unknown = null;

  constructor(options: KernelOptions) {
    // Fields that hold fractions start as one, so that the engine never has to change how it stores them.
    this.now = 0;
    this.model = options.model;
    this.#ready = options.policy ?? (options.model.sleepHolds ? new FirstCome() : new Fifo());
    this.#inPasses = this.#ready.inPasses;
    this.#observer = options.observer ?? null;
    if (this.#observer !== null) this.#lines = new Uint16Array(this.#flags.length);
    this.#workers = new Workers(options.model.workers);
    if (options.model.sharedProcessor) this.#demands = new Float64Array(this.#flags.length);
  }

  // --- Running -------------------------------------------------------------------------------------------------

  /**
   * Takes steps until the run is over, nothing more happens up to `until` (virtual seconds, inclusive), or
   * `maxSteps` steps have been taken. The next call goes on where this one stopped. The first task created is the
   * main one: when it ends, the others are cancelled and run to their end, as `asyncio.run` does.
   */
  advance(until = Infinity, maxSteps = Infinity): Pause {
    const pause = this.#advance(until, maxSteps);
    this.#current = -1;
    return pause;
  }

  #advance(until: number, maxSteps: number): Pause {
    let left = maxSteps;
    if (this.now > until) return 'until';
    for (;;) {
      if (this.model.sleepHolds) while (this.#workers.idle > 0 && this.#ready.size > 0 && this.#assign(false));
      if (this.#resumed.size > 0) {
        if (left-- <= 0) return 'steps';
        this.#step(this.#resumed.shift());
      } else if (this.#workers.idle === 0) {
        // Every ready task waits for a worker: no pass goes on, or begins, before one is free.
        if (!this.#elapse(until)) return this.#stop();
      } else if (this.#passLeft > 0) {
        if (left-- <= 0) return 'steps';
        this.#passLeft--;
        const entry = this.#ready.take();
        if (entry >= 0) this.#start(entry);
        else if (entry !== NOBODY) this.#relay(~entry);
        else if (!this.#elapse(until)) return this.#stop();
      } else if (!this.#beginPass()) {
        if (this.#live === 0) return this.#flags[0]! & FAILED ? 'failed' : 'finished';
        if (left <= 0) return 'steps';
        const task = this.#nextAlone(until);
        if (task >= 0) {
          left--;
          this.#start(task);
        } else if (task === LONG_WAY && !this.#elapse(until)) {
          return this.#stop();
        }
      }
    }
  }

  /**
   * The short way, when nobody can run: lets time go on to the next timer and returns its task, if that is the only
   * one to go off then. Where others go off with it they are all collected.
   */
  #nextAlone(until: number): number {
    const timers = this.#timers;
    if (timers.empty || this.#holder >= 0 || !this.#inPasses) return LONG_WAY;
    const task = timers.task;
    const deadline = timers.deadline;
    const flags = this.#flags[task]!;
    if (deadline > until || (flags & STATE) !== SLEEPING || this.#tickets[task] !== timers.sequence) return LONG_WAY;
    timers.pop();
    if (deadline > this.now) this.now = deadline;
    if (!timers.empty && (timers.deadline < this.now + RESOLUTION || timers.deadline <= this.now)) {
      this.#wakeSleeper(task);
      this.#collect();
      return NOT_ALONE;
    }
    if (flags & ANNOUNCE) this.#announce(task);
    this.#flags[task] = (flags & CANCEL) | READY;
    if (this.#observer !== null) this.#write(Kind.READY, task, 0, 0);
    return task;
  }

  /** Ends the pass that is over and begins the next one; false when there is nothing to run. */
  #beginPass(): boolean {
    for (; this.#passDue > 0; this.#passDue--) this.#admit(this.#due.shift());
    if (this.#closing) this.#shutDown();
    // With nobody to run, time goes on to the next timer first, however near that is.
    if (this.#ready.size > 0 || this.#due.size > 0) this.#collect();
    if (this.#inPasses) {
      this.#passDue = this.#due.size;
      this.#passLeft = this.#ready.size;
    } else {
      this.#passLeft = Math.min(1, this.#ready.size);
    }
    return this.#passLeft > 0 || this.#passDue > 0 || this.#resumed.size > 0;
  }

  /** Lets virtual time go on to the next thing that happens; false when that is after `until`, or never. */
  #elapse(until: number): boolean {
    const timers = this.#timers;
    while (!timers.empty && this.#tickets[timers.task] !== timers.sequence) timers.drop();
    const next = !timers.empty ? timers.deadline : Infinity;
    // Outside passes a worker's wait is a timer like the others: what is less than RESOLUTION apart goes off together.
    const together = !this.#inPasses && this.#holdUntil < this.now + RESOLUTION;
    if (this.#holder >= 0 && (next > this.#holdUntil || together)) {
      if (this.#holdUntil > until) return false;
      if (this.#holdUntil > this.now && !together) this.now = this.#holdUntil;
      const task = this.#holder;
      this.#holder = -1;
      if (!this.#inPasses) this.#collect();
      this.#goOn(task);
      return true;
    }
    if (next > until || next === Infinity) return false;
    if (next > this.now) this.now = next;
    this.#collect();
    return true;
  }

  /** Takes every timer that is due now out of the heap. */
  #collect(): void {
    const timers = this.#timers;
    const end = this.now + RESOLUTION;
    // After half a year an instant is all that a double can tell apart: adding the resolution changes nothing.
    while (!timers.empty && (timers.deadline < end || timers.deadline <= this.now)) {
      const task = timers.task;
      if (this.#tickets[task] !== timers.sequence) {
        timers.drop();
        continue;
      }
      timers.pop();
      if ((this.#flags[task]! & STATE) === HOLDING) this.#goOn(task);
      else this.#wakeSleeper(task);
    }
  }

  /** Nothing happens up to the instant asked for: later, or never? The clock stays where it is. */
  #stop(): Pause {
    return this.#timers.live === 0 && this.#holder < 0 ? 'deadlock' : 'until';
  }

  /** A timed wait that gave its worker away is over. */
  #wakeSleeper(task: number): void {
    const flags = this.#flags[task]!;
    if (flags & ANNOUNCE) this.#announce(task);
    if (this.#inPasses) {
      this.#flags[task] = (flags & CANCEL) | DUE;
      this.#due.push(task);
    } else {
      this.#flags[task] = (flags & CANCEL) | READY;
      this.#ready.push(task);
    }
    if (this.#observer !== null) this.#write(Kind.READY, task, 0, 0);
  }

  /** The pass that found this timer is over; -1 stands where a cancelled one was. */
  #admit(task: number): void {
    if (task < 0) return;
    this.#flags[task] = (this.#flags[task]! & CANCEL) | READY;
    this.#ready.push(task);
  }

  /** A wait that kept its worker is over. */
  #goOn(task: number): void {
    const flags = this.#flags[task]!;
    if (flags & ANNOUNCE) this.#announce(task);
    this.#flags[task] = (flags & ~(STATE | ANNOUNCE)) | READY;
    this.#resumed.push(task);
  }

  /** Gives a free worker to a task, which then takes its step. */
  #start(task: number): void {
    this.#workers.take(task);
    this.#step(task);
  }

  /** Runs a task up to its next wait. The only place that resumes one. */
  #step(task: number): void {
    const before = this.#flags[task]!;
    // Work and blocking calls are no awaits: a task that is cancelled meanwhile is told at its next wait.
    const told = (before & (CANCEL | UNINTERRUPTED)) === CANCEL;
    this.#flags[task] = (before & (told ? ENDED_BY_WAKE : ENDED_BY_WAKE | CANCEL)) | RUNNING;
    this.#current = task;
    this.#steps++;
    if (this.#observer !== null) {
      this.line = this.#lines[task]!;
      this.#write(Kind.RUN, task, this.worker, 0);
    }
    let result: IteratorResult<void, unknown>;
    try {
      const generator = this.#contents[task] as Coroutine<unknown>;
      result = told ? raise.call(generator, CANCELLED) : resume.call(generator);
    } catch (error) {
      this.#end(task, error === CANCELLED ? Kind.CANCELLED : Kind.FAIL, error);
      return;
    }
    if (result.done) {
      if (this.#flags[task] & CANCEL) this.#end(task, Kind.CANCELLED, CANCELLED);
      else this.#end(task, Kind.DONE, result.value);
      return;
    }
    const after = this.#flags[task];
    if ((after & STATE) === RUNNING) this.#giveWay(task);
    else if (after & CANCEL) this.#interrupt(task);
  }

  #end(task: number, kind: number, content: unknown): void {
    if ((this.#flags[task]! & STATE) !== RUNNING) {
      this.#postpone(task, kind, content);
      return;
    }
    if (this.#observer !== null) this.#write(kind, task, 0, 0);
    this.#contents[task] = content;
    if (kind === Kind.FAIL) this.#unretrieved.add(task);
    this.#vacate(task, kind === Kind.DONE ? ENDED : ENDED | FAILED);
    this.#ready.leave?.(task);
    this.#live--;
    const watcher = this.#watchers[task]!;
    if (watcher !== null) {
      this.#watchers[task] = null;
      watcher.settled(task);
    }
    if (task === 0) {
      this.#mainEndedAt = this.now;
      if (this.#live === 0) return;
      // As in asyncio, the news takes a callback of its own, and the pass that runs it goes on to its end.
      if (this.#inPasses && !this.model.sleepHolds) this.post({ deliver: () => (this.#closing = true) });
      else this.#shutDown();
    }
  }

  /** A task has ended although it asked to wait: that wait is ended first, and then the task, by an error. */
  #postpone(task: number, kind: number, content: unknown): void {
    const error =
      kind === Kind.FAIL
        ? content
        : new KernelError(
            `${this.nameOf(task)} ended but is ${this.stateOf(task)}; a yield is missing after its last wait`,
          );
    const stand = failing(error);
    stand.next();
    this.#contents[task] = stand;
    this.#flags[task] = this.#flags[task]! | CANCEL;
    this.#interrupt(task);
  }

  /** The main coroutine has ended: every task that still lives is asked to stop. */
  #shutDown(): void {
    this.#closing = false;
    this.#current = -1;
    for (let task = 1; task < this.#spawned && this.#live > 0; task++) this.cancel(task);
  }

  // --- Tasks ---------------------------------------------------------------------------------------------------

  /** Creates a task; it takes its first step when its turn comes. The first one created is the main task. */
  spawn<R>(coroutine: Coroutine<R>, options?: SpawnOptions): Task<R> {
    const task = this.#spawned++;
    if (task === this.#flags.length) this.#grow();
    this.#contents.push(coroutine);
    this.#watchers.push(null);
    this.#waits.push(null);
    this.#live++;
    if (options !== undefined) {
      if (options.name !== undefined) {
        this.#names.set(task, options.name);
        this.#tell('task', task, options.name);
      }
      if (options.rotates) this.#ready.enter?.(task);
    }
    this.#flags[task] = READY;
    this.#ready.push(task);
    if (this.#observer !== null) this.#write(Kind.SPAWN, task, this.#current, 0);
    return new Task<R>(this, task);
  }

  /** Waits for all of them; returns what they return, in their order. The first error among them is thrown. */
  *gather<R>(tasks: Iterable<Task<R>>): Coroutine<R[]> {
    return yield* new Gather<R>(this, tasks).wait();
  }

  /**
   * Asks a task to stop: CANCELLED is thrown where it waits, so that its `finally` runs. A sleep that keeps its
   * worker cannot be broken off: the task is told when it is over. Work and blocking calls are no awaits: the task
   * is told at its next wait. A task that waits for a task or a future passes the request on to it. False when the task has
   * ended already.
   */
  cancel(task: number): boolean {
    const flags = this.#flags[task]!;
    const state = flags & STATE;
    if (state === ENDED) return false;
    if (this.#observer !== null) this.#write(Kind.CANCEL, task, this.#current, 0);
    this.#cancellations++;
    this.#flags[task] = flags | CANCEL;
    if (state !== RUNNING) this.#interrupt(task);
    return true;
  }

  /** Breaks off the wait of a task that is marked as cancelled, if that wait can be broken off. */
  #interrupt(task: number): void {
    const state = this.#flags[task]! & STATE;
    if (state === SLEEPING) {
      this.#tickets[task] = 0;
      this.#timers.forget(this.#tickets);
    } else if (state === DUE) {
      this.#due.set(this.#due.indexOf(task), -1);
    } else if (state === PARKED) {
      const list = this.#waits[task]!;
      // A circle of joins is broken where it closes.
      if (list.passOn !== undefined && !this.#passing.has(task)) {
        this.#passing.add(task);
        const passedOn = list.passOn();
        this.#passing.delete(task);
        // What it waits on has been asked to stop instead, and wakes it by ending; or has ended, and is about to.
        if (passedOn && (this.#flags[task]! & STATE) === PARKED) this.#flags[task] = this.#flags[task]! & ~CANCEL;
        return;
      }
      this.#tickets[task] = 0;
      this.#waits[task] = null;
      list.forget(this.#tickets);
    } else {
      return;
    }
    this.#flags[task] = READY | CANCEL;
    this.#ready.leave?.(task);
    this.#ready.push(task);
    if (this.#observer !== null && state !== DUE) this.#write(Kind.READY, task, 0, 0);
  }

  // --- Waits: each is called by the running task, which then yields ---------------------------------------------

  /**
   * A timed wait of `seconds`; zero or less is one trip through the ready queue. Whether the worker is given away
   * meanwhile is the model's business. The workload's event `kind`, with its `value`, is written into the trace when the time is over,
   * whether or not the task can run then.
   */
  sleep(seconds: number, kind = -1, value = 0): void {
    const task = this.#enter('sleep', seconds);
    if (kind >= 0) {
      this.#announcements.set(task, kind, value);
      this.#flags[task] = this.#flags[task]! | ANNOUNCE;
    }
    if (!(seconds > 0)) {
      if (kind >= 0) this.#announce(task);
      this.#giveWay(task);
    } else if (this.model.sleepHolds) {
      this.#keepWorker(task, seconds, Kind.BLOCK);
    } else {
      const flags = this.#flags[task]!;
      const ticket = ++this.#sequence;
      this.#tickets[task] = ticket;
      this.#timers.push(this.now + seconds, ticket, task);
      this.#flags[task] = (flags & (CANCEL | ANNOUNCE)) | SLEEPING;
      this.#workers.free(task);
      if (this.#observer !== null) this.#write(Kind.SLEEP, task, seconds, this.line);
    }
  }

  /** A wait of `seconds` that keeps the worker under every model: a blocking call inside a coroutine. */
  block(seconds: number): void {
    const task = this.#enter('block', seconds);
    this.#flags[task] = this.#flags[task]! | UNINTERRUPTED;
    this.#keepWorker(task, seconds > 0 ? seconds : 0, Kind.BLOCK);
  }

  /**
   * `seconds` of processor time. The task keeps its worker; where the processor is shared it queues for it first,
   * and keeps it until its next wait.
   */
  work(seconds: number): void {
    const task = this.#enter('work', seconds);
    this.#flags[task] = this.#flags[task]! | UNINTERRUPTED;
    const demand = seconds > 0 ? seconds : 0;
    if (this.model.sharedProcessor && !this.#seize(task, demand)) return;
    this.#hold(task, demand, Kind.WORK, this.line);
  }

  /** Waits for the processor and keeps it until the next wait, without using it yet. */
  attend(): void {
    const task = this.#enter('attend', 0);
    this.#flags[task] = this.#flags[task]! | UNINTERRUPTED;
    if (!this.model.sharedProcessor || this.#seize(task, -1)) this.#goOn(task);
  }

  /** Takes the shared processor; where another task has it, queues for it with what it will be needed for. */
  #seize(task: number, demand: number): boolean {
    if (this.#processorOf < 0) this.#processorOf = task;
    if (this.#processorOf === task) return true;
    this.#demands[task] = demand;
    this.#contenders.push(task);
    this.#flags[task] = (this.#flags[task]! & ~STATE) | CONTENDING;
    if (this.#observer !== null) this.#write(Kind.CONTEND, task, Math.max(0, demand), this.line);
    return false;
  }

  /** Waits until somebody wakes this list. The worker goes to the next task. */
  park(list: WaitList): void {
    const task = this.#enter('park', 0);
    const ticket = ++this.#sequence;
    this.#tickets[task] = ticket;
    this.#waits[task] = list;
    list.add(task, ticket);
    if (this.#observer !== null) this.#write(Kind.PARK, task, list.resource, this.line);
    this.#vacate(task, PARKED);
  }

  /** Wakes a task that `WaitList.wakeFirst` took from its list; false when that wait is over already. */
  wake(task: number, ticket: number): boolean {
    if (this.#tickets[task] !== ticket) return false;
    this.#tickets[task] = 0;
    this.#waits[task] = null;
    this.#flags[task] = (this.#flags[task]! & CANCEL) | READY | ENDED_BY_WAKE;
    this.#ready.push(task);
    if (this.#observer !== null) this.#write(Kind.READY, task, 0, 0);
    return true;
  }

  /** The number of the running task, which asks to wait; refuses what cannot be waited for. */
  #enter(wait: string, seconds: number): number {
    const task = this.#current;
    if (task < 0 || (this.#flags[task]! & STATE) !== RUNNING) this.#refuse(wait);
    if (!(seconds < Infinity)) throw new KernelError(`${wait}(${seconds}): a finite number of seconds is needed`);
    return task;
  }

  #refuse(wait: string): never {
    const task = this.#current;
    if (task < 0) throw new KernelError(`${wait}: called outside a task`);
    throw new KernelError(
      `${wait}: ${this.nameOf(task)} is ${this.stateOf(task)} already; a yield is missing after its last wait`,
    );
  }

  #giveWay(task: number): void {
    if (this.#observer !== null) this.#write(Kind.YIELD, task, 0, this.line);
    if (this.model.sleepHolds) {
      this.#flags[task] = (this.#flags[task]! & ~STATE) | READY;
      this.#resumed.push(task);
      this.#dropProcessor(task);
    } else {
      this.#vacate(task, READY);
      this.#ready.push(task);
    }
  }

  #keepWorker(task: number, seconds: number, kind: number): void {
    this.#hold(task, seconds, kind, this.line);
    this.#dropProcessor(task);
  }

  #hold(task: number, seconds: number, kind: number, line: number): void {
    if (this.#observer !== null) this.#write(kind, task, seconds, line);
    if (seconds === 0) {
      this.#goOn(task);
      return;
    }
    this.#flags[task] = (this.#flags[task]! & ~STATE) | HOLDING;
    if (this.model.workers === 1) {
      this.#holder = task;
      this.#holdUntil = this.now + seconds;
    } else {
      const ticket = ++this.#sequence;
      this.#tickets[task] = ticket;
      this.#timers.push(this.now + seconds, ticket, task);
    }
  }

  /** Gives the shared processor to the next task in its queue, if this task has it. */
  #dropProcessor(task: number): void {
    if (this.#processorOf !== task) return;
    this.#processorOf = -1;
    if (this.#contenders.size === 0) return;
    const next = this.#contenders.shift();
    this.#processorOf = next;
    const demand = this.#demands[next]!;
    if (demand < 0) this.#goOn(next);
    else this.#hold(next, demand, Kind.WORK, this.#lines[next] ?? 0);
  }

  /** The running task gives its worker, and the shared processor, away and enters `state`. */
  #vacate(task: number, state: number): void {
    this.#dropProcessor(task);
    this.#workers.free(task);
    this.#flags[task] = (this.#flags[task]! & CANCEL) | state;
    // Where workers are kept through a sleep, one that becomes free turns to the next task at once.
    if (this.model.sleepHolds && this.#ready.size > 0) this.#assign(true);
  }

  /** Gives a free worker to the next task, which goes on before or after the others that have one; false: nobody. */
  #assign(first: boolean): boolean {
    let next = this.#ready.take();
    for (; next < 0 && next !== NOBODY; next = this.#ready.size > 0 ? this.#ready.take() : NOBODY) this.#relay(~next);
    if (next === NOBODY) return false;
    this.#workers.take(next);
    if (first) this.#resumed.unshift(next);
    else this.#resumed.push(next);
    return true;
  }

  #announce(task: number): void {
    this.#flags[task] = this.#flags[task]! & ~ANNOUNCE;
    if (this.#observer === null) return;
    this.#write(this.#announcements.kindOf(task), task, this.#announcements.valueOf(task), 0);
  }

  // --- Relays: what asyncio does in a callback of its own rather than in a task ----------------------------------

  /** Queues a callback, as a gather's outcome, which wakes its waiter one pass later. */
  post(relay: { deliver(): void }): void {
    this.#ready.push(~this.#relays.length);
    this.#relays.push(relay);
    this.#relaysLeft++;
  }

  #relay(index: number): void {
    this.#relays[index]!.deliver();
    if (--this.#relaysLeft === 0) this.#relays.length = 0;
  }

  // --- What a program and its audience can ask -------------------------------------------------------------------

  /** Writes one of the workload's events into the trace, now, for the running task; more values are its further fields. */
  emit(kind: number, value = 0, ...fields: number[]): void {
    if (this.#observer === null) return;
    this.#write(kind, this.#current, value, this.line);
    // The observer may have thrown at the event, or at a field of it, and be gone.
    for (const field of fields) if (this.#observer !== null) this.#write(Kind.FIELD, this.#current, field, this.line);
  }

  /** Writes a resource's change into the trace. */
  record(kind: number, resource: number): void {
    if (this.#observer !== null) this.#write(kind, this.#current, resource, 0);
  }

  /** Registers something that can be waited for; returns its number in the trace. */
  resource(name: string): number {
    this.#tell('resource', this.#resources.length, name);
    return this.#resources.push(name) - 1;
  }

  /** The running task leaves the rotation of a round-robin policy. */
  leaveRotation(): void {
    this.#ready.leave?.(this.#current);
  }

  /** Number of the running task. */
  get current(): number {
    return this.#current;
  }

  /** The worker that runs the current task, from 0. */
  get worker(): number {
    return this.#workers.of(this.#current);
  }

  nameOf(task: number): string {
    return this.#names.get(task) ?? (task === 0 ? 'main' : `task-${task}`);
  }

  stateOf(task: number): TaskState {
    return stateNames[this.#flags[task]! & STATE]!;
  }

  endingOf(task: number): Ending {
    if ((this.#flags[task]! & STATE) !== ENDED) return 'alive';
    if (!(this.#flags[task]! & FAILED)) return 'returned';
    return this.#contents[task] === CANCELLED ? 'cancelled' : 'failed';
  }

  /** What an ended task returned; throws what it threw. */
  resultOf(task: number): unknown {
    if ((this.#flags[task]! & STATE) !== ENDED) throw new KernelError(`${this.nameOf(task)} has not ended yet`);
    const content = this.contentOf(task);
    if (this.#flags[task]! & FAILED) throw content;
    return content;
  }

  /** When the main task ended (virtual seconds); null while it lives. */
  get mainEndedAt(): number | null {
    return Number.isNaN(this.#mainEndedAt) ? null : this.#mainEndedAt;
  }

  /** What an ended task returned or threw. */
  contentOf(task: number): unknown {
    if (this.#flags[task]! & FAILED) this.#unretrieved.delete(task);
    return this.#contents[task];
  }

  /** Whether the running task's last wait was ended by a wake rather than broken off. */
  get wasWoken(): boolean {
    return (this.#flags[this.#current]! & ENDED_BY_WAKE) !== 0;
  }

  /** Adds a listener that is told when the task ends. */
  watch(task: number, watcher: Watcher): void {
    const present = this.#watchers[task]!;
    if (present instanceof Watchers) present.add(watcher);
    else this.#watchers[task] = present === null ? watcher : new Watchers(present, watcher);
  }

  /** The tasks that wait for another task or a resource, and for what: the report of a deadlock. */
  blocked(): BlockedTask[] {
    const blocked: BlockedTask[] = [];
    for (let task = 0; task < this.#spawned; task++) {
      const list = this.#waits[task]!;
      if (list === null) continue;
      blocked.push({ task, name: this.nameOf(task), resource: list.resource, on: list.name, heldBy: list.heldBy() });
    }
    const awaited = this.#ready.awaited?.() ?? NOBODY;
    if (awaited !== NOBODY && this.#ready.size > 0) {
      blocked.push({ task: -1, name: 'the rotation', resource: -1, on: this.nameOf(awaited), heldBy: [awaited] });
    }
    return blocked;
  }

  /** The same in names alone. */
  waiting(): { task: string; on: string }[] {
    return this.blocked().map(({ name, on }) => ({ task: name, on }));
  }

  /** Errors that ended a task and that nobody has asked for: what asyncio calls never retrieved. */
  neverRetrieved(): { task: string; error: unknown }[] {
    return [...this.#unretrieved].map((task) => ({ task: this.nameOf(task), error: this.#contents[task] }));
  }

  /** Figures of the run so far. */
  statistics(): Statistics {
    return Object.freeze({
      now: this.now,
      steps: this.#steps,
      spawned: this.#spawned,
      live: this.#live,
      ready: this.#ready.size - this.#relaysLeft + this.#due.count((task) => task >= 0) + this.#resumed.size,
      timers: this.#timers.live + (this.#holder >= 0 ? 1 : 0),
      idleWorkers: this.#workers.idle,
      cancellations: this.#cancellations,
      observerError: this.#observerError,
    });
  }

  #write(kind: number, task: number, value: number, line: number): void {
    if (line > 0) this.#lines[task] = line;
    try {
      this.#observer!.event(this.now, kind, task, value, line);
    } catch (error) {
      this.#letGo(error);
    }
  }

  #tell(what: 'task' | 'resource', number: number, name: string): void {
    try {
      this.#observer?.name(what, number, name);
    } catch (error) {
      this.#letGo(error);
    }
  }

  /** A broken observer is let go; the run is not its business. */
  #letGo(error: unknown): void {
    this.#observer = null;
    this.#observerError = error;
  }

  #grow(): void {
    const length = this.#flags.length * 2;
    this.#flags = grown(this.#flags, length);
    this.#tickets = grown(this.#tickets, length);
    if (this.#observer !== null) this.#lines = grown(this.#lines, length);
    if (this.model.sharedProcessor) this.#demands = grown(this.#demands, length);
  }
}

/** Stands in for a coroutine that ended too early: once started, it throws whichever way it is resumed. */
function* failing(error: unknown): Coroutine {
  try {
    yield;
  } catch {
    // Its cancellation has only ended the wait.
  }
  throw error;
}
