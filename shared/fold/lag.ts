import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { occupies, State, stateAfter, UNCHANGED } from './marks.ts';
import { ReadySince } from './ready-since.ts';
import { Samples } from './samples.ts';

/** How long a task held the loop. */
export interface Holder {
  readonly task: number;
  /** Virtual seconds for which it occupied a worker while others were ready. */
  readonly seconds: number;
}

/**
 * Loop lag: how long ready tasks wait until they are served, be they new, woken or in the queue for the processor; and who
 * held the loop. It is the wait of `WaitsFold`, and counts while it lasts. A task holds the loop for as long as it
 * occupies a worker, be it working, waiting or queueing for the processor, while at least one other is ready to run, or
 * has never run.
 */
export class LagFold implements EventSink {
  #ready = new ReadySince();
  #lags = new Samples();
  // How many tasks queue for a worker, and how long there has been one that did, up to the last event: a clock that goes
  // only then.
  #queueing = 0;
  #clock = 0;
  #at = 0;
  // For each task: what it is doing, what the clock was when it came to occupy a worker, and how long it did before.
  #states = new Uint8Array(0);
  #begun = new Float64Array(0);
  #held = new Float64Array(0);

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    this.#clock = this.#clockAt(at);
    this.#at = at;
    const lag = this.#ready.take(at, kind, task);
    if (lag >= 0) this.#lags.add(lag);
    this.#enter(task, after);
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** The lags that are over, in virtual seconds. */
  get lags(): Samples {
    return this.#lags;
  }

  /** How long whoever is ready now has been so at `t`, the longest of them; `t` is not before the last event. Seconds. */
  lagAt(t: number): number {
    return this.#ready.longestAt(t);
  }

  /** The longest lag up to `t`, be it over or not; seconds. */
  worstAt(t: number): number {
    return Math.max(this.#lags.max, this.lagAt(t));
  }

  /** Who has held the loop up to `t`, which is not before the last event; who did longest comes first. */
  heldAt(t: number): Holder[] {
    const clock = this.#clockAt(t);
    const holders: Holder[] = [];
    for (let task = 0; task < this.#ready.size; task++) {
      const seconds = this.#held[task]! + (occupies(this.#states[task]!) ? clock - this.#begun[task]! : 0);
      if (seconds > 0) holders.push({ task, seconds });
    }
    return holders.sort((a, b) => b.seconds - a.seconds || a.task - b.task);
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#ready.size;
  }

  copy(): LagFold {
    const copy = new LagFold();
    copy.#ready = this.#ready.copy();
    copy.#lags = this.#lags.copy();
    copy.#queueing = this.#queueing;
    copy.#clock = this.#clock;
    copy.#at = this.#at;
    copy.#states = this.#states.slice(0, this.size);
    copy.#begun = this.#begun.slice(0, this.size);
    copy.#held = this.#held.slice(0, this.size);
    return copy;
  }

  #clockAt(t: number): number {
    return this.#clock + (this.#queueing > 0 ? t - this.#at : 0);
  }

  #enter(task: number, after: number): void {
    if (task >= this.#states.length) {
      this.#states = grown(this.#states, task + 1);
      this.#begun = grown(this.#begun, task + 1);
      this.#held = grown(this.#held, task + 1);
    }
    const before = this.#states[task]!;
    this.#states[task] = after;
    this.#queueing += Number(queues(after)) - Number(queues(before));
    if (occupies(after) === occupies(before)) return;
    if (occupies(after)) this.#begun[task] = this.#clock;
    else this.#held[task]! += this.#clock - this.#begun[task]!;
  }
}

/** Whether a task in this state only wants a worker. */
function queues(state: number): boolean {
  return state === State.NEW || state === State.READY;
}
