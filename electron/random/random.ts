import { MersenneTwister } from './mersenne.ts';
import { readSeed, type Seed } from './seed.ts';

/** The constant of the ratio-of-uniforms method, written as CPython writes it. */
const NV_MAGICCONST = (4 * Math.exp(-0.5)) / Math.sqrt(2);

const TWO_PI = 2 * Math.PI;
const WORD = 2 ** 32;

/**
 * Python's `random.Random`: the same seed gives the same numbers, call for call, as CPython 3.11. Methods keep
 * Python's names and every expression keeps its order of operations.
 *
 * Integers and the floats of `random`, `uniform` and `triangular` are equal to the last bit. `expovariate`,
 * `normalvariate`, `gauss` and `lognormvariate` go through the engine's own logarithm, exponential and sine, whose last bit may
 * differ from the C library's; between two machines that run this program they do not differ.
 */
export class Random extends MersenneTwister {
  private gaussNext: number | null = null;

  /** @throws RangeError when the seed is not an integer. */
  constructor(seed: Seed) {
    super(readSeed(seed));
  }

  /** A float in [0, 1), one of 2^53 values. Takes two words. */
  random(): number {
    const a = this.word() >>> 5;
    const b = this.word() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /**
   * An integer of `k` random bits; none at all (and no word taken) for `k = 0`.
   *
   * @throws RangeError unless `k` is an integer from 0 to 53.
   */
  getrandbits(k: number): number {
    if (!(Number.isInteger(k) && k >= 0 && k <= 53)) throw new RangeError(`getrandbits(${k}): bits must be 0 to 53`);
    return this.bits(k);
  }

  /**
   * As `getrandbits`, for any number of bits.
   *
   * @throws RangeError unless `k` is an integer that is not negative.
   */
  getrandbitsBig(k: number): bigint {
    if (!(Number.isSafeInteger(k) && k >= 0)) throw new RangeError(`getrandbitsBig(${k}): bits must not be negative`);
    let value = 0n;
    let place = 0n;
    for (let left = k; left > 0; left -= 32) {
      const word = left < 32 ? this.word() >>> (32 - left) : this.word() >>> 0;
      value |= BigInt(word) << place;
      place += 32n;
    }
    return value;
  }

  /**
   * An integer from `a` to `b`, both included.
   *
   * @throws RangeError when a bound is not a safe integer, or `b < a`.
   */
  randint(a: number, b: number): number {
    checkInteger('randint', a);
    checkInteger('randint', b);
    if (b < a) throw new RangeError(`randint(${a}, ${b}): empty range`);
    return this.between(a, b);
  }

  /**
   * An element of Python's `range(stop)` or `range(start, stop, step)`.
   *
   * @throws RangeError when an argument is not a safe integer, the step is 0, or the range is empty.
   */
  randrange(stop: number): number;
  randrange(start: number, stop: number, step?: number): number;
  randrange(first: number, second?: number, step = 1): number {
    const start = second === undefined ? 0 : first;
    const stop = second === undefined ? first : second;
    checkInteger('randrange', start);
    checkInteger('randrange', stop);
    checkInteger('randrange', step);
    if (step === 0) throw new RangeError(`randrange(${start}, ${stop}, 0): zero step`);
    if (step > 0 ? stop <= start : stop >= start) {
      throw new RangeError(`randrange(${start}, ${stop}, ${step}): empty range`);
    }
    if (step === 1) return this.between(start, stop - 1);
    const size = BigInt(stop) - BigInt(start);
    const stride = BigInt(step);
    const count = (size + stride + (step > 0 ? -1n : 1n)) / stride;
    return Number(BigInt(start) + stride * this.belowBig(count));
  }

  /** A float between `a` and `b`, in either order; `b` itself only by rounding. */
  uniform(a: number, b: number): number {
    return a + (b - a) * this.random();
  }

  /** Exponentially distributed, with the rate `lambd`: the reciprocal of the mean. */
  expovariate(lambd: number): number {
    return -Math.log(1 - this.random()) / lambd;
  }

  /** Triangular between `low` and `high`, likeliest at `mode` (the middle if left out); `low` where the two are equal. */
  triangular(low = 0, high = 1, mode?: number): number {
    let u = this.random();
    if (mode !== undefined && high - low === 0) return low;
    let c = mode === undefined ? 0.5 : (mode - low) / (high - low);
    let from = low;
    let to = high;
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      from = high;
      to = low;
    }
    return from + (to - from) * Math.sqrt(u * c);
  }

  /**
   * Normally distributed with mean `mu` and standard deviation `sigma`. Ratio of uniforms: A. J. Kinderman and
   * J. F. Monahan, ACM Trans. Math. Software 3 (1977), 257-260. Takes a varying number of words.
   */
  normalvariate(mu = 0, sigma = 1): number {
    for (;;) {
      const u1 = this.random();
      const u2 = 1 - this.random();
      const z = (NV_MAGICCONST * (u1 - 0.5)) / u2;
      const zz = (z * z) / 4;
      if (zz <= -Math.log(u2)) return mu + z * sigma;
    }
  }

  /** As `normalvariate`, by Box and Muller's method: two values are made at a time and the second is kept for the next call. */
  gauss(mu = 0, sigma = 1): number {
    let z = this.gaussNext;
    this.gaussNext = null;
    if (z === null) {
      const angle = this.random() * TWO_PI;
      const radius = Math.sqrt(-2 * Math.log(1 - this.random()));
      z = Math.cos(angle) * radius;
      this.gaussNext = Math.sin(angle) * radius;
    }
    return mu + z * sigma;
  }

  /** A value whose natural logarithm is normal with mean `mu` and standard deviation `sigma`. */
  lognormvariate(mu: number, sigma: number): number {
    return Math.exp(this.normalvariate(mu, sigma));
  }

  /**
   * One element of a list.
   *
   * @throws RangeError when the list is empty.
   */
  choice<T>(list: ArrayLike<T>): T {
    if (list.length === 0) throw new RangeError('choice: the list is empty');
    return list[this.below(list.length)] as T;
  }

  /** Shuffles a list in place. */
  shuffle<T>(list: T[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = list[i] as T;
      list[i] = list[j] as T;
      list[j] = held;
    }
  }

  private between(low: number, high: number): number {
    const width = high - low + 1;
    if (width <= Number.MAX_SAFE_INTEGER) return low + this.below(width);
    return Number(BigInt(low) + this.belowBig(BigInt(high) - BigInt(low) + 1n));
  }

  /** An integer in [0, n), n from 1 to 2^53 - 1: draws as many bits as n has until they are below n. */
  private below(n: number): number {
    if (n < WORD) {
      const drop = Math.clz32(n);
      let r = this.word() >>> drop;
      while (r >= n) r = this.word() >>> drop;
      return r;
    }
    const k = 64 - Math.clz32(n / WORD);
    let r = this.bits(k);
    while (r >= n) r = this.bits(k);
    return r;
  }

  private belowBig(n: bigint): bigint {
    const k = n.toString(2).length;
    let r = this.getrandbitsBig(k);
    while (r >= n) r = this.getrandbitsBig(k);
    return r;
  }

  private bits(k: number): number {
    if (k === 0) return 0;
    if (k <= 32) return this.word() >>> (32 - k);
    const low = this.word() >>> 0;
    return (this.word() >>> (64 - k)) * WORD + low;
  }
}

function checkInteger(method: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${method}: ${value} is not an exact integer`);
}
