import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { ReadySince } from './ready-since.ts';

/** Lags of which the largest is remembered together. */
const BLOCK = 256;

/** The course of the loop's lag: how long each task had been ready when it was served, and when that was. */
export class LagCourse implements EventSink {
  readonly #ready = new ReadySince();
  #times = new Float64Array(0);
  #lags = new Float64Array(0);
  #size = 0;
  // The largest lag of each block, and the instant from which the first of those that it serves has been ready.
  #worst = new Float64Array(0);
  #earliest = new Float64Array(0);
  #at = 0;

  event(at: number, kind: number, task: number): void {
    this.#at = at;
    const lag = this.#ready.take(at, kind, task);
    if (!(lag >= 0)) return;
    const place = this.#size++;
    if (place >= this.#times.length) {
      this.#times = grown(this.#times, place + 1);
      this.#lags = grown(this.#lags, place + 1);
    }
    this.#times[place] = at;
    this.#lags[place] = lag;
    const block = Math.floor(place / BLOCK);
    if (block >= this.#worst.length) {
      this.#worst = grown(this.#worst, block + 1);
      this.#earliest = grown(this.#earliest, block + 1, Infinity);
    }
    this.#worst[block] = Math.max(this.#worst[block]!, lag);
    this.#earliest[block] = Math.min(this.#earliest[block]!, at - lag);
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** How many waits are over. */
  get steps(): number {
    return this.#size;
  }

  /**
   * The largest lag in (from, to], those at instant 0 with the first of them: of the tasks that were served then, and of those
   * that were ready at `to` and not served yet. 0 where there are none.
   */
  worstBetween(from: number, to: number): number {
    const end = this.#countUntil(to);
    let worst = this.#lastingAt(to, end);
    for (let place = from > 0 ? this.#countUntil(from) : 0; place < end;) {
      const whole = place % BLOCK === 0 && place + BLOCK <= end;
      worst = Math.max(worst, whole ? this.#worst[place / BLOCK]! : this.#lags[place]!);
      place += whole ? BLOCK : 1;
    }
    return worst;
  }

  /** How long somebody has been ready at `t` who is served later, or not yet; `next` is the first wait that is over later. */
  #lastingAt(t: number, next: number): number {
    let since = t >= this.#at ? t - this.#ready.longestAt(t) : this.#at - this.#ready.longestAt(this.#at);
    for (let place = next; place < this.#size;) {
      const whole = place % BLOCK === 0;
      since = Math.min(since, whole ? this.#earliest[place / BLOCK]! : this.#times[place]! - this.#lags[place]!);
      place += whole ? BLOCK : 1;
    }
    return Math.max(0, t - since);
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
