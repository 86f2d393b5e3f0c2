/**
 * How long tasks that can go on have to wait for the loop (or for any worker, where there are several), and whose fault
 * that is: the lag of a task is the time from the instant it becomes ready until it runs.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from './grow.ts';
import { occupies, stateAfter, UNCHANGED } from './marks.ts';

/** A lag that has been: whose, how long, and when it was over; virtual seconds. */
export interface Lag {
  readonly task: number;
  readonly seconds: number;
  readonly at: number;
}

/** Who kept a worker for how many seconds in which somebody else was ready. */
export interface Blame {
  readonly task: number;
  readonly seconds: number;
}

export class LoopLag implements EventSink {
  // By task: since when it is ready, NaN while it is not; and since when it keeps its worker.
  #readySince = new Float64Array(0);
  #holdsSince = new Float64Array(0);
  // By task: its fault so far, and how far the time in which somebody was ready had come when it got its worker.
  #blame = new Float64Array(0);
  #mark = new Float64Array(0);
  #size = 0;
  #ready = 0;
  // Seconds in which somebody was ready up to #at.
  #readyTime = 0;
  #at = 0;
  #worst: Lag | null = null;

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    if (this.#ready > 0) this.#readyTime += at - this.#at;
    this.#at = at;
    const wasReady = this.#readySince[task]! >= 0;
    if (kind === Kind.SPAWN || kind === Kind.READY || kind === Kind.YIELD) {
      if (!wasReady) this.#ready++;
      this.#readySince[task] = at;
    } else if (wasReady) {
      this.#runs(at, task);
    }
    const holds = this.#holdsSince[task]! >= 0;
    if (occupies(after) && !holds) {
      this.#holdsSince[task] = at;
      this.#mark[task] = this.#readyTime;
    } else if (!occupies(after) && holds) {
      this.#blame[task]! += this.#readyTime - this.#mark[task]!;
      this.#holdsSince[task] = NaN;
    }
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  /** How many tasks are ready. */
  get ready(): number {
    return this.#ready;
  }

  /** The longest time that somebody who is ready has waited up to `t`; 0 where nobody is. */
  lagAt(t: number): number {
    let since = t;
    for (let task = 0; task < this.#size && this.#ready > 0; task++) {
      if (this.#readySince[task]! < since) since = this.#readySince[task]!;
    }
    return t - since;
  }

  /** The longest lag that is over; null where nobody has run. */
  get worst(): Lag | null {
    return this.#worst;
  }

  /** The longest lag up to `t`, in seconds, be it over or not. */
  worstAt(t: number): number {
    return Math.max(this.#worst?.seconds ?? 0, this.lagAt(t));
  }

  /** The tasks that keep a worker at present; the one that has kept it longest comes first. */
  get holders(): number[] {
    const holders: number[] = [];
    for (let task = 0; task < this.#size; task++) if (this.#holdsSince[task]! >= 0) holders.push(task);
    return holders.sort((a, b) => this.#holdsSince[a]! - this.#holdsSince[b]!);
  }

  /** Since when a task keeps its worker; NaN where it has none. */
  holdsSince(task: number): number {
    return this.#holdsSince[task] ?? NaN;
  }

  /** For how many seconds up to `t` a task has kept a worker while somebody was ready. */
  blameAt(task: number, t: number): number {
    if (!(task < this.#size)) return 0;
    const before = this.#blame[task]!;
    if (!(this.#holdsSince[task]! >= 0)) return before;
    const readyTime = this.#readyTime + (this.#ready > 0 ? t - this.#at : 0);
    return before + readyTime - this.#mark[task]!;
  }

  /** The `most` tasks that are most to blame up to `t`, the worst first; those without fault are not among them. */
  ranking(t: number, most: number): Blame[] {
    const list: Blame[] = [];
    for (let task = 0; task < this.#size; task++) {
      const seconds = this.blameAt(task, t);
      if (seconds <= 0 || (list.length === most && seconds <= list[most - 1]!.seconds)) continue;
      const place = list.findIndex((other) => other.seconds < seconds);
      list.splice(place < 0 ? list.length : place, 0, { task, seconds });
      if (list.length > most) list.pop();
    }
    return list;
  }

  copy(): LoopLag {
    const copy = new LoopLag();
    copy.#readySince = this.#readySince.slice(0, this.#size);
    copy.#holdsSince = this.#holdsSince.slice(0, this.#size);
    copy.#blame = this.#blame.slice(0, this.#size);
    copy.#mark = this.#mark.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#ready = this.#ready;
    copy.#readyTime = this.#readyTime;
    copy.#at = this.#at;
    copy.#worst = this.#worst;
    return copy;
  }

  #runs(at: number, task: number): void {
    const seconds = at - this.#readySince[task]!;
    this.#readySince[task] = NaN;
    this.#ready--;
    if (this.#worst === null || seconds > this.#worst.seconds) this.#worst = { task, seconds, at };
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#blame.length) return;
    this.#readySince = grown(this.#readySince, task + 1, NaN);
    this.#holdsSince = grown(this.#holdsSince, task + 1, NaN);
    this.#blame = grown(this.#blame, task + 1);
    this.#mark = grown(this.#mark, task + 1);
  }
}
