import { seedWords, type ExactInteger } from './seed.ts';

/** Words of state, and how far apart the two words are that a new one is made of. */
const SIZE = 624;
const SHIFT = 397;

/** What seeding by a key starts from; the same for every key, so it is made once. */
const BASE = seededByNumber(19650218);

/** The state of a generator that has not been asked for anything yet. */
const UNBORN = new Uint32Array(0);

/**
 * MT19937, the generator under Python's `random`: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8
 * (1998), with their 2002 seeding by a key, as CPython's `_randommodule.c` uses it.
 *
 * Creating one costs next to nothing: a run may make several per board and never draw from most of them, so the
 * 2.5 kB of state come with the first word.
 */
export class MersenneTwister {
  private readonly key: ExactInteger;
  private state: Uint32Array = UNBORN;
  private next = SIZE;

  /** @param key any integer; its sign is dropped. */
  constructor(key: ExactInteger) {
    this.key = key;
  }

  /** The next 32 bits, as a signed integer: `>>> 0` makes it Python's `getrandbits(32)`. */
  protected word(): number {
    if (this.next === SIZE) this.refill();
    let y = this.state[this.next++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private refill(): void {
    if (this.state === UNBORN) this.state = seededByKey(seedWords(this.key));
    twist(this.state);
    this.next = 0;
  }
}

/** The reference code's `init_genrand`. */
function seededByNumber(seed: number): Uint32Array {
  const mt = new Uint32Array(SIZE);
  mt[0] = seed;
  for (let i = 1; i < SIZE; i++) {
    const before = mt[i - 1]!;
    mt[i] = Math.imul(before ^ (before >>> 30), 1812433253) + i;
  }
  return mt;
}

/** The reference code's `init_by_array`. */
function seededByKey(key: Uint32Array): Uint32Array {
  const mt = BASE.slice();
  let before = mt[0]! | 0;
  let i = 1;
  let j = 0;
  for (let k = Math.max(SIZE, key.length); k > 0; k--) {
    before = ((mt[i]! ^ Math.imul(before ^ (before >>> 30), 1664525)) + (key[j]! | 0) + j) | 0;
    mt[i] = before;
    if (++i === SIZE) i = 1;
    if (++j === key.length) j = 0;
  }
  for (let k = SIZE - 1; k > 0; k--) {
    before = ((mt[i]! ^ Math.imul(before ^ (before >>> 30), 1566083941)) - i) | 0;
    mt[i] = before;
    if (++i === SIZE) i = 1;
  }
  mt[0] = 0x80000000;
  return mt;
}

/** Replaces all words by the next ones. Three loops, because the word ahead wraps round the end once. */
function twist(mt: Uint32Array): void {
  let i = 0;
  for (; i < SIZE - SHIFT; i++) mt[i] = mt[i + SHIFT]! ^ mixed(mt[i]!, mt[i + 1]!);
  for (; i < SIZE - 1; i++) mt[i] = mt[i + SHIFT - SIZE]! ^ mixed(mt[i]!, mt[i + 1]!);
  mt[i] = mt[SHIFT - 1]! ^ mixed(mt[i]!, mt[0]!);
}

function mixed(upper: number, lower: number): number {
  const y = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}
