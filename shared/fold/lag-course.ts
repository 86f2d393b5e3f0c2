import type { EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { Woken } from './woken.ts';

/** Lags of which the largest is remembered together. */
const BLOCK = 256;

/** The course of the loop's lag: how late each step of a task was that had been woken, and when. */
export class LagCourse implements EventSink {
  readonly #woken = new Woken();
  #times = new Float64Array(0);
  #lags = new Float64Array(0);
  #size = 0;
  // The largest lag of each block.
  #worst = new Float64Array(0);

  event(at: number, kind: number, task: number): void {
    const lag = this.#woken.take(at, kind, task);
    if (!(lag >= 0)) return;
    const place = this.#size++;
    if (place >= this.#times.length) {
      this.#times = grown(this.#times, place + 1);
      this.#lags = grown(this.#lags, place + 1);
    }
    this.#times[place] = at;
    this.#lags[place] = lag;
    const block = Math.floor(place / BLOCK);
    if (block >= this.#worst.length) this.#worst = grown(this.#worst, block + 1);
    this.#worst[block] = Math.max(this.#worst[block]!, lag);
  }

  /** How many steps there were of tasks that had been woken. */
  get steps(): number {
    return this.#size;
  }

  /** The largest lag of the steps in (from, to], those at instant 0 with the first of them; 0 where there are none. */
  worstBetween(from: number, to: number): number {
    const end = this.#countUntil(to);
    let worst = 0;
    for (let place = from > 0 ? this.#countUntil(from) : 0; place < end;) {
      const whole = place % BLOCK === 0 && place + BLOCK <= end;
      worst = Math.max(worst, whole ? this.#worst[place / BLOCK]! : this.#lags[place]!);
      place += whole ? BLOCK : 1;
    }
    return worst;
  }

  /** How many steps there were up to and including instant `t`. */
  #countUntil(t: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle]! <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
