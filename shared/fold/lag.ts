import type { EventSink } from '../trace/trace.ts';
import { grown } from './grow.ts';
import { occupies, stateAfter, UNCHANGED } from './marks.ts';
import { Samples } from './samples.ts';
import { Woken } from './woken.ts';

/** How long a task held the loop. */
export interface Holder {
  readonly task: number;
  /** Virtual seconds for which it occupied a worker while others were ready. */
  readonly seconds: number;
}

/**
 * Loop lag: how late a task is run after its timer went off or somebody woke it, and who held the loop meanwhile. A task
 * holds it for as long as it occupies a worker, be it working, waiting or queueing for the processor, while at least one
 * that was woken waits for its turn.
 */
export class LagFold implements EventSink {
  #woken = new Woken();
  #lags = new Samples();
  // How long somebody who was woken has waited, up to the last event: a clock that goes only then.
  #clock = 0;
  #at = 0;
  // For each task: whether it occupies a worker, what the clock was when it began to, and how long it did before.
  #occupies = new Uint8Array(0);
  #begun = new Float64Array(0);
  #held = new Float64Array(0);

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    this.#clock = this.#clockAt(at);
    this.#at = at;
    const lag = this.#woken.take(at, kind, task);
    if (lag >= 0) this.#lags.add(lag);
    this.#occupy(task, Number(occupies(after)));
  }

  /** The lags of the steps that have begun, in virtual seconds. */
  get lags(): Samples {
    return this.#lags;
  }

  /** Who has held the loop up to `t`, which is not before the last event; who did longest comes first. */
  heldAt(t: number): Holder[] {
    const clock = this.#clockAt(t);
    const holders: Holder[] = [];
    for (let task = 0; task < this.#woken.size; task++) {
      const seconds = this.#held[task]! + (this.#occupies[task] === 1 ? clock - this.#begun[task]! : 0);
      if (seconds > 0) holders.push({ task, seconds });
    }
    return holders.sort((a, b) => b.seconds - a.seconds || a.task - b.task);
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#woken.size;
  }

  copy(): LagFold {
    const copy = new LagFold();
    copy.#woken = this.#woken.copy();
    copy.#lags = this.#lags.copy();
    copy.#clock = this.#clock;
    copy.#at = this.#at;
    copy.#occupies = this.#occupies.slice(0, this.size);
    copy.#begun = this.#begun.slice(0, this.size);
    copy.#held = this.#held.slice(0, this.size);
    return copy;
  }

  #clockAt(t: number): number {
    return this.#clock + (this.#woken.count > 0 ? t - this.#at : 0);
  }

  #occupy(task: number, now: number): void {
    if (task >= this.#occupies.length) {
      this.#occupies = grown(this.#occupies, task + 1);
      this.#begun = grown(this.#begun, task + 1);
      this.#held = grown(this.#held, task + 1);
    }
    if (now === this.#occupies[task]) return;
    if (now === 1) this.#begun[task] = this.#clock;
    else this.#held[task]! += this.#clock - this.#begun[task]!;
    this.#occupies[task] = now;
  }
}
