/**
 * The state of every task after the events seen so far. It holds from the last of them until the next one comes:
 * between two events nobody's state changes, and a timed wait says itself when it will be over.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { hasEnded, occupies, State, stateAfter, STATES, UNCHANGED } from './marks.ts';

/** One task at one instant. */
export interface TaskAt {
  readonly state: State;
  /** When it came into that state, or began the wait it is in; virtual seconds. */
  readonly since: number;
  /** When its timed wait or its work will be over; NaN where the end is not known. */
  readonly until: number;
  /** The number of the resource it waits on; -1 where it waits on none, or on another task. */
  readonly on: number;
  /** The line of the listing it stands on; 0 when unknown. */
  readonly line: number;
  /** The worker it occupies; -1 for none. */
  readonly worker: number;
}

export class StateFold implements EventSink {
  #states = new Uint8Array(0);
  #lines = new Uint16Array(0);
  #since = new Float64Array(0);
  #until = new Float64Array(0);
  #on = new Int32Array(0);
  #workers = new Int32Array(0);
  #taskOn = new Int32Array(0);
  #counts = new Int32Array(STATES);
  #size = 0;

  event(at: number, kind: number, task: number, value: number, line: number): void {
    if (task < 0) return;
    const after = stateAfter[kind]!;
    if (after === UNCHANGED) {
      if (line > 0 && task < this.#size && kind !== Kind.SKIP) this.#lines[task] = line;
      return;
    }
    if (task >= this.#size) this.#admit(task);
    const before = this.#states[task]!;
    this.#counts[before]!--;
    this.#counts[after]!++;
    this.#states[task] = after;
    this.#since[task] = at;
    this.#on[task] = kind === Kind.PARK ? value : -1;
    switch (kind) {
      case Kind.RUN:
        this.#until[task] = NaN;
        this.#occupy(task, value);
        return;
      case Kind.SLEEP:
      case Kind.BLOCK:
      case Kind.WORK:
        this.#until[task] = at + value;
        // Work that had to queue for the processor goes on at the line where the task queued.
        if (line > 0 || before !== State.CONTENDING) this.#lines[task] = line;
        break;
      case Kind.CONTEND:
      case Kind.PARK:
      case Kind.YIELD:
        this.#lines[task] = line;
        this.#until[task] = NaN;
        break;
      default:
        this.#until[task] = NaN;
    }
    if (!occupies(after)) this.#leave(task);
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }

  /** How many tasks there are; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** How many tasks are in a state. */
  count(state: State): number {
    return this.#counts[state]!;
  }

  /** How many tasks have begun and have not ended. */
  get live(): number {
    let live = 0;
    for (let state = State.NEW as number; !hasEnded(state); state++) live += this.#counts[state]!;
    return live;
  }

  /** The running task; the one on the first worker where several run at once; -1 when nobody runs. */
  get running(): number {
    for (const task of this.#taskOn) if (task >= 0 && this.#states[task] === State.RUNNING) return task;
    return -1;
  }

  /** The task that occupies a worker; -1 for nobody. */
  taskOn(worker: number): number {
    return this.#taskOn[worker] ?? -1;
  }

  /** All there is to know about a task. */
  task(task: number): TaskAt {
    return {
      state: this.stateOf(task),
      since: this.sinceOf(task),
      until: this.untilOf(task),
      on: this.#on[task] ?? -1,
      line: this.lineOf(task),
      worker: this.#workers[task] ?? -1,
    };
  }

  stateOf(task: number): State {
    return (this.#states[task] ?? State.ABSENT) as State;
  }

  sinceOf(task: number): number {
    return this.#since[task] ?? NaN;
  }

  untilOf(task: number): number {
    return this.#until[task] ?? NaN;
  }

  lineOf(task: number): number {
    return this.#lines[task] ?? 0;
  }

  copy(): StateFold {
    const copy = new StateFold();
    copy.#states = this.#states.slice(0, this.#size);
    copy.#lines = this.#lines.slice(0, this.#size);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#until = this.#until.slice(0, this.#size);
    copy.#on = this.#on.slice(0, this.#size);
    copy.#workers = this.#workers.slice(0, this.#size);
    copy.#taskOn = this.#taskOn.slice();
    copy.#counts = this.#counts.slice();
    copy.#size = this.#size;
    return copy;
  }

  #occupy(task: number, worker: number): void {
    if (worker >= this.#taskOn.length) this.#taskOn = grown(this.#taskOn, worker + 1, -1);
    this.#taskOn[worker] = task;
    this.#workers[task] = worker;
  }

  #leave(task: number): void {
    const worker = this.#workers[task]!;
    if (worker < 0) return;
    this.#taskOn[worker] = -1;
    this.#workers[task] = -1;
  }

  /** Makes room for a task that is mentioned for the first time. */
  #admit(task: number): void {
    const size = task + 1;
    this.#counts[State.ABSENT]! += size - this.#size;
    this.#size = size;
    if (size <= this.#states.length) return;
    this.#states = grown(this.#states, size);
    this.#lines = grown(this.#lines, size);
    this.#since = grown(this.#since, size, NaN);
    this.#until = grown(this.#until, size, NaN);
    this.#on = grown(this.#on, size, -1);
    this.#workers = grown(this.#workers, size, -1);
  }
}
