/**
 * How a quantity is distributed: count, mean, maximum, quantiles and a histogram of samples >= 0. The first ones are
 * kept as they are; when they are too many they go into classes that are 1/64 of their lower edge wide, so that
 * quantiles are off by less than 1 % from then on. (The classes are those of G. Tene's HdrHistogram, read off the
 * exponent and the first six bits of the mantissa of a double.)
 */
import type { Bar } from './bars.ts';

/** Samples that are kept as they are. */
export const EXACT_MAX = 4096;

/** Classes from 2^-30 up to 2^34 (a nanosecond to five centuries, in seconds), and class 0 for everything below. */
const CLASSES = 4096;
const LOWEST = (1023 - 30) << 6;

const double = new Float64Array([1]);
const words = new Uint32Array(double.buffer);
const [LOW, HIGH] = words[0] === 0 ? [0, 1] : [1, 0];

function classOf(x: number): number {
  double[0] = x;
  return Math.max(0, Math.min(CLASSES - 1, (words[HIGH]! >>> 14) - LOWEST));
}

/** The middle of a class; 0 for the lowest. */
function middleOf(place: number): number {
  if (place === 0) return 0;
  words[LOW] = 0;
  words[HIGH] = ((place + LOWEST) << 14) | (1 << 13);
  return double[0]!;
}

/** Samples as data: what JSON carries of them, to be made into the same again. */
export interface SamplesData {
  readonly count: number;
  readonly total: number;
  readonly max: number;
  /** The samples as they are, sorted; null where there were too many. */
  readonly exact: readonly number[] | null;
  /** Else their classes that are not empty: place and count, one behind the other. */
  readonly classes: readonly number[];
}

export class Samples {
  #count = 0;
  #total = 0;
  #max = 0;
  // Null from the moment there were too many.
  #exact: number[] | null = [];
  #sorted = true;
  #classes: Uint32Array | null = null;

  add(x: number): void {
    this.#count++;
    this.#total += x;
    if (x > this.#max) this.#max = x;
    if (this.#exact !== null && this.#count <= EXACT_MAX) {
      this.#exact.push(x);
      this.#sorted = false;
    } else {
      if (this.#classes === null) this.#classify();
      this.#classes![classOf(x)]!++;
    }
  }

  get count(): number {
    return this.#count;
  }

  get total(): number {
    return this.#total;
  }

  /** 0 when there are none. */
  get mean(): number {
    return this.#count === 0 ? 0 : this.#total / this.#count;
  }

  /** 0 when there are none. */
  get max(): number {
    return this.#max;
  }

  /** Whether quantiles and histogram are exact. */
  get exact(): boolean {
    return this.#exact !== null;
  }

  /** The smallest sample that is not exceeded by a share `q` (0..1) of all samples; 0 when there are none. */
  quantile(q: number): number {
    if (this.#count === 0) return 0;
    const rank = Math.max(1, Math.ceil(q * this.#count));
    if (this.#exact !== null) {
      this.#sort(this.#exact);
      return this.#exact[rank - 1]!;
    }
    let seen = 0;
    let place = 0;
    while (place < CLASSES && (seen += this.#classes![place]!) < rank) place++;
    return rank === this.#count ? this.#max : Math.min(this.#max, middleOf(place));
  }

  /**
   * A histogram from 0 to the maximum in at most `most` (at least 1) bars of one width, which is 1, 2 or 5 times a power
   * of ten: how many samples are in [from, to). Empty when there are no samples.
   */
  histogram(most = 20): Bar[] {
    if (this.#count === 0) return [];
    const edge = edgesFor(this.#max, most);
    const placeOf = (x: number) => {
      const place = Math.floor(x / edge(1));
      return x < edge(place) ? place - 1 : x >= edge(place + 1) ? place + 1 : place;
    };
    const counts = new Array<number>(placeOf(this.#max) + 1).fill(0);
    for (const x of this.#exact ?? []) counts[placeOf(x)]!++;
    for (const [place, count] of this.#classes?.entries() ?? []) {
      if (count > 0) counts[placeOf(Math.min(this.#max, middleOf(place)))]! += count;
    }
    return counts.map((value, place) => ({ from: edge(place), to: edge(place + 1), value }));
  }

  /** These samples as data. */
  data(): SamplesData {
    const { count, total, max } = this;
    if (this.#exact !== null) this.#sort(this.#exact);
    const classes = Array.from(this.#classes ?? []).flatMap((many, place) => (many === 0 ? [] : [place, many]));
    return { count, total, max, exact: this.#exact?.slice() ?? null, classes };
  }

  /** The samples that `data` was made of. */
  static of({ count, total, max, exact, classes }: SamplesData): Samples {
    const samples = new Samples();
    samples.#count = count;
    samples.#total = total;
    samples.#max = max;
    samples.#exact = exact?.slice() ?? null;
    if (exact === null) {
      samples.#classes = new Uint32Array(CLASSES);
      for (let place = 0; place < classes.length; place += 2) samples.#classes[classes[place]!] = classes[place + 1]!;
    }
    return samples;
  }

  copy(): Samples {
    const copy = new Samples();
    copy.#count = this.#count;
    copy.#total = this.#total;
    copy.#max = this.#max;
    copy.#exact = this.#exact?.slice() ?? null;
    copy.#sorted = this.#sorted;
    copy.#classes = this.#classes?.slice() ?? null;
    return copy;
  }

  #sort(samples: number[]): void {
    if (this.#sorted) return;
    samples.sort((a, b) => a - b);
    this.#sorted = true;
  }

  #classify(): void {
    this.#classes = new Uint32Array(CLASSES);
    for (const x of this.#exact!) this.#classes[classOf(x)]!++;
    this.#exact = null;
  }
}

/** The edges of bars by number: of the least width, 1, 2 or 5 times a power of ten, with which `most` bars hold `max`. */
function edgesFor(max: number, most: number): (place: number) => number {
  if (!(max > 0)) return (place) => place;
  for (let power = Math.floor(Math.log10(max / most)); ; power++) {
    for (const step of [1, 2, 5]) {
      // A fraction is divided, not multiplied: three tenths are 3 / 10 and not 3 * 0.1.
      const edge = (place: number) => (power < 0 ? (place * step) / 10 ** -power : place * step * 10 ** power);
      if (edge(most) > max) return edge;
    }
  }
}
