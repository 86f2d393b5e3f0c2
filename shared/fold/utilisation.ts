/**
 * Utilisation of the processors: busy / available. A processor is busy for as long as each work says, from its instant
 * on, so that the share is exact in the middle of one.
 */
import { utilisation } from '../theory/utilisation.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { bars, type Bar } from './bars.ts';
import { Curve } from './curve.ts';
import { grown } from '../grown.ts';
import { processorsOf, type Machine } from './processors.ts';

export class UtilisationFold implements EventSink {
  readonly processors: number;
  // Processors that were busy, over time, up to the last work that began; and when those works end that were not over
  // then, latest first.
  readonly #busy = new Curve();
  #ends = new Float64Array(0);
  #working = 0;
  // Processor seconds of work that was left out, up to the end of each gap.
  readonly #leftOut = new Curve();

  constructor(machine: Machine) {
    this.processors = processorsOf(machine);
  }

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (kind === Kind.SKIP && line === Kind.WORK) this.#leftOut.put(at, this.#leftOut.last + value);
    if (kind === Kind.WORK && task >= 0 && value > 0) this.#begin(at, at + value);
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** Processor seconds used up to `t`: any instant, also beyond the last event. */
  busyUntil(t: number): number {
    let busy = this.#busy.areaUntil(t) + this.#leftOut.valueAt(t);
    for (let place = this.#working - 1; place >= 0 && this.#ends[place]! < t; place--) busy -= t - this.#ends[place]!;
    return busy;
  }

  /** The share of the processors' time that was used in [from, to], 0..1. */
  useBetween(from: number, to: number): number {
    return utilisation(this.busyUntil(to) - this.busyUntil(from), this.processors * (to - from));
  }

  /** The share of the processors' time that was used up to `t`, 0..1. */
  useAt(t: number): number {
    return this.useBetween(0, t);
  }

  /** The share of the processors' time that was used in each window of [from, to], 0..1; see `bars`. */
  use(from: number, to: number, window: number): Bar[] {
    return bars(Math.max(0, from), to, window, (from, to) => this.useBetween(from, to));
  }

  #begin(at: number, end: number): void {
    while (this.#working > 0 && this.#ends[this.#working - 1]! <= at) {
      const over = this.#ends[--this.#working]!;
      this.#busy.put(over, this.#working);
    }
    if (this.#working === this.#ends.length) this.#ends = grown(this.#ends, this.#working + 1);
    let place = this.#working++;
    for (; place > 0 && this.#ends[place - 1]! < end; place--) this.#ends[place] = this.#ends[place - 1]!;
    this.#ends[place] = end;
    this.#busy.put(at, this.#working);
  }
}
