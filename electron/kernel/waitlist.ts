/**
 * Tasks that wait for the same thing, first come first served: a ring of (task, ticket) pairs. Whoever was
 * cancelled meanwhile holds another ticket; such entries are skipped, and swept together when they are more than
 * half of the list.
 */
import type { Kernel } from './kernel.ts';

export interface WaitListOptions {
  /**
   * Passes a waiter's cancellation on to what it waits for; true when that was asked to stop and will wake the
   * waiter by ending. Absent where a wait is simply broken off.
   */
  readonly passOn?: () => boolean;
  /** The living tasks that could end the wait, for the report of a deadlock; none are known without it. */
  readonly heldBy?: () => readonly number[];
  /** Whether a waiter stays in the list, in its place, until it has run and leaves by itself. */
  readonly keeps?: boolean;
}

export class WaitList {
  readonly #kernel: Kernel;
  #tasks = new Int32Array(4);
  #tickets = new Float64Array(4);
  #head = 0;
  // Entries in the ring, and how many of them belong to a task that waits.
  #length = 0;
  #waiting = 0;
  /** What is waited for, in words. */
  readonly name: string;
  /** Its number in the trace. */
  readonly resource: number;
  readonly passOn: (() => boolean) | undefined;
  /** The living tasks that could end the wait, as far as they are known. */
  readonly heldBy: () => readonly number[];
  readonly #keeps: boolean;

  constructor(kernel: Kernel, name: string, resource: number, options: WaitListOptions = {}) {
    this.#kernel = kernel;
    this.name = name;
    this.resource = resource;
    this.passOn = options.passOn;
    this.heldBy = options.heldBy ?? (() => []);
    this.#keeps = options.keeps ?? false;
  }

  /** How many tasks wait. */
  get size(): number {
    return this.#waiting;
  }

  /** For `Kernel.park` alone. */
  add(task: number, ticket: number): void {
    if (this.#length === this.#tasks.length) this.#grow();
    this.#write(this.#length++, task, ticket);
    this.#waiting++;
  }

  /** Wakes the task that has waited longest; false when no task waits. */
  wakeFirst(): boolean {
    while (this.#length > 0) {
      const task = this.#tasks[this.#head]!;
      const ticket = this.#tickets[this.#head]!;
      this.#head = this.#place(1);
      this.#length--;
      if (this.#kernel.wake(task, ticket)) {
        this.#waiting--;
        return true;
      }
    }
    return false;
  }

  wakeAll(): void {
    while (this.wakeFirst());
  }

  /**
   * Wakes the first task but leaves it in the list. Does nothing when the first one was woken or cancelled
   * before and has not run since.
   */
  wakeHead(): boolean {
    if (this.#length === 0 || !this.#kernel.wake(this.#tasks[this.#head]!, this.#tickets[this.#head]!)) return false;
    this.#waiting--;
    return true;
  }

  /** Takes a task out that is in the list although its wait is over. */
  leave(task: number): void {
    let index = 0;
    while (this.#tasks[this.#place(index)] !== task) index++;
    for (; index > 0; index--) {
      const before = this.#place(index - 1);
      this.#write(index, this.#tasks[before]!, this.#tickets[before]!);
    }
    this.#head = this.#place(1);
    this.#length--;
  }

  /** One waiter was cancelled: its ticket is void. */
  forget(tickets: Float64Array): void {
    this.#waiting--;
    if (this.#keeps || this.#length < 32 || this.#waiting * 2 > this.#length) return;
    let kept = 0;
    for (let index = 0; index < this.#length; index++) {
      const place = this.#place(index);
      const task = this.#tasks[place]!;
      if (tickets[task] === this.#tickets[place]) this.#write(kept++, task, this.#tickets[place]!);
    }
    this.#length = kept;
  }

  #place(index: number): number {
    return (this.#head + index) & (this.#tasks.length - 1);
  }

  #write(index: number, task: number, ticket: number): void {
    const place = this.#place(index);
    this.#tasks[place] = task;
    this.#tickets[place] = ticket;
  }

  #grow(): void {
    const tasks = new Int32Array(this.#length * 2);
    const tickets = new Float64Array(this.#length * 2);
    for (let index = 0; index < this.#length; index++) {
      tasks[index] = this.#tasks[this.#place(index)]!;
      tickets[index] = this.#tickets[this.#place(index)]!;
    }
    this.#tasks = tasks;
    this.#tickets = tickets;
    this.#head = 0;
  }
}
