import { grown } from '../grown.ts';

/** A point of a chart: `x` in virtual seconds. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A step function of virtual time that grows at its end: it has a value from each of its instants on until the next.
 * A value that lasted no time is not part of it.
 */
export class Curve {
  /** The value before the first step. */
  readonly initial: number;
  #times = new Float64Array(0);
  #values = new Float64Array(0);
  #size = 0;
  // The area before each step, as far as it has been asked for.
  #areas = new Float64Array(0);
  #measured = 0;

  constructor(initial = 0) {
    this.initial = initial;
  }

  /** From instant `at` on, which is not before the last step, the value is `value`. */
  put(at: number, value: number): void {
    const last = this.#size - 1;
    if (last < 0) {
      if (value === this.initial) return;
    } else if (this.#times[last] === at) {
      const before = last > 0 ? this.#values[last - 1] : this.initial;
      if (value === before) this.#size = last;
      else this.#values[last] = value;
      this.#measured = Math.min(this.#measured, this.#size);
      return;
    } else if (this.#values[last] === value) {
      return;
    }
    const place = this.#size++;
    if (place === this.#times.length) {
      this.#times = grown(this.#times, place + 1);
      this.#values = grown(this.#values, place + 1);
    }
    this.#times[place] = at;
    this.#values[place] = value;
  }

  /** How many steps there are. */
  get size(): number {
    return this.#size;
  }

  /** The value after the last step. */
  get last(): number {
    return this.#size === 0 ? this.initial : this.#values[this.#size - 1]!;
  }

  valueAt(t: number): number {
    const place = this.#indexAt(t);
    return place < 0 ? this.initial : this.#values[place]!;
  }

  /** The integral from 0 to `t` >= 0: value times seconds. */
  areaUntil(t: number): number {
    const place = this.#indexAt(t);
    if (place < 0) return this.initial * t;
    this.#measure();
    return this.#areas[place]! + this.#values[place]! * (t - this.#times[place]!);
  }

  /** The mean value over [from, to]; the value there when the two are the same. */
  mean(from: number, to: number): number {
    return to > from ? (this.areaUntil(to) - this.areaUntil(from)) / (to - from) : this.valueAt(to);
  }

  /**
   * What to draw between two instants, as a stepped line: its value at `from`, its steps, its value at `to`. Where
   * that would be more than `atMost` points (at least 5), the window is cut into columns, and of each one remain the
   * lowest, the highest and the last step, so that no peak is lost.
   */
  points(from: number, to: number, atMost = Infinity): Point[] {
    if (!(to >= from)) return [];
    const first = this.#indexAt(from) + 1;
    const end = this.#indexAt(to) + 1;
    const points: Point[] = [{ x: from, y: this.valueAt(from) }];
    const columns = end - first + 2 <= atMost ? Infinity : Math.max(1, Math.floor((atMost - 2) / 3));
    for (let place = first; place < end;) {
      if (columns === Infinity) this.#show(place++, points);
      else place = this.#showColumn(place, end, from, (to - from) / columns, points);
    }
    if (points.at(-1)!.x < to) points.push({ x: to, y: this.valueAt(to) });
    return points;
  }

  /** Shows the extremes of the column that begins with step `first`; returns the first step of the next one. */
  #showColumn(first: number, end: number, from: number, width: number, points: Point[]): number {
    const column = Math.floor((this.#times[first]! - from) / width);
    let [low, high, place] = [first, first, first + 1];
    for (; place < end && Math.floor((this.#times[place]! - from) / width) === column; place++) {
      if (this.#values[place]! < this.#values[low]!) low = place;
      if (this.#values[place]! > this.#values[high]!) high = place;
    }
    for (const kept of new Set([Math.min(low, high), Math.max(low, high), place - 1])) this.#show(kept, points);
    return place;
  }

  #show(place: number, points: Point[]): void {
    points.push({ x: this.#times[place]!, y: this.#values[place]! });
  }

  /** The last step at or before `t`; -1 for none. */
  #indexAt(t: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#times[middle]! <= t) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #measure(): void {
    if (this.#measured === this.#size) return;
    if (this.#areas.length < this.#size) this.#areas = grown(this.#areas, this.#size);
    for (let place = this.#measured; place < this.#size; place++) {
      const before = place - 1;
      this.#areas[place] =
        place === 0
          ? this.initial * this.#times[0]!
          : this.#areas[before]! + this.#values[before]! * (this.#times[place]! - this.#times[before]!);
    }
    this.#measured = this.#size;
  }
}
