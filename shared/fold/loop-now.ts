/**
 * The loop at an instant (or all workers, where there are several): how long the task that has been ready longest has
 * waited for it, and who keeps it. `LagFold` has the lags that are over and who kept others waiting how long.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { grown } from './grow.ts';
import { occupies, stateAfter, UNCHANGED } from './marks.ts';

export class LoopNow implements EventSink {
  // By task: since when it is ready because its timer went off or somebody woke it, and since when it keeps a worker;
  // NaN while it is not so.
  #readySince = new Float64Array(0);
  #holdsSince = new Float64Array(0);
  #size = 0;
  #ready = 0;
  #worst = 0;

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    const wasReady = this.#readySince[task]! >= 0;
    if (kind === Kind.READY) {
      if (!wasReady) this.#ready++;
      if (!wasReady) this.#readySince[task] = at;
    } else if (wasReady) {
      if (kind === Kind.RUN) this.#worst = Math.max(this.#worst, at - this.#readySince[task]!);
      this.#readySince[task] = NaN;
      this.#ready--;
    }
    const holds = this.#holdsSince[task]! >= 0;
    if (occupies(after) !== holds) this.#holdsSince[task] = holds ? NaN : at;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  /** The longest time that somebody who was woken has been ready up to `t`, which is not before the last event; seconds. */
  lagAt(t: number): number {
    let since = t;
    for (let task = 0; task < this.#size && this.#ready > 0; task++) {
      if (this.#readySince[task]! < since) since = this.#readySince[task]!;
    }
    return t - since;
  }

  /** The longest lag up to `t`, be it over or not; seconds. */
  worstAt(t: number): number {
    return Math.max(this.#worst, this.lagAt(t));
  }

  /** The tasks that keep a worker; the one that has kept it longest comes first. */
  get holders(): number[] {
    const holders: number[] = [];
    for (let task = 0; task < this.#size; task++) if (this.#holdsSince[task]! >= 0) holders.push(task);
    return holders.sort((a, b) => this.#holdsSince[a]! - this.#holdsSince[b]!);
  }

  /** Since when a task keeps its worker; NaN where it has none. */
  holdsSince(task: number): number {
    return this.#holdsSince[task] ?? NaN;
  }

  copy(): LoopNow {
    const copy = new LoopNow();
    copy.#readySince = this.#readySince.slice(0, this.#size);
    copy.#holdsSince = this.#holdsSince.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#ready = this.#ready;
    copy.#worst = this.#worst;
    return copy;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#holdsSince.length) return;
    this.#readySince = grown(this.#readySince, task + 1, NaN);
    this.#holdsSince = grown(this.#holdsSince, task + 1, NaN);
  }
}
