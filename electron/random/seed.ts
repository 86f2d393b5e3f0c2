/**
 * What a generator may be seeded with: any integer, of either sign and any size. A plain number must be exact
 * (at most 2^53 - 1); larger integers are written as a bigint or in decimal digits, because a number that large
 * has already lost its last digits. As in Python the sign does not count: -5 and 5 give the same stream.
 */
export type Seed = number | bigint | string;

/** An integer as it is kept here: a number while that is exact, a bigint beyond. */
export type ExactInteger = number | bigint;

/** Python's own limit on the digits of an integer read from text; it bounds the work a hostile seed can cause. */
const MOST_DIGITS = 4300;

const WORD = 2 ** 32;

/**
 * The integer a seed stands for.
 *
 * @throws RangeError when it is not an integer, or is a number that cannot be trusted to be exact.
 */
export function readSeed(seed: Seed): ExactInteger {
  switch (typeof seed) {
    case 'number':
      if (Number.isSafeInteger(seed)) return seed;
      if (!Number.isInteger(seed)) throw new RangeError(`seed: ${seed} is not an integer`);
      throw new RangeError(`seed: the number ${seed} is beyond 2^53 - 1 and not exact; write it as digits in quotes`);
    case 'bigint':
      return narrow(seed);
    case 'string':
      if (!/^[+-]?[0-9]+$/.test(seed)) throw new RangeError(`seed: ${quoted(seed)} is not an integer`);
      if (seed.length > MOST_DIGITS) throw new RangeError(`seed: more than ${MOST_DIGITS} digits`);
      return narrow(BigInt(seed.startsWith('+') ? seed.slice(1) : seed));
    default:
      throw new RangeError(`seed: ${typeof seed} is not an integer`);
  }
}

/** The absolute value of an integer in words of 32 bits, lowest first, at least one: the key CPython seeds with. */
export function seedWords(value: ExactInteger): Uint32Array {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return size < WORD ? Uint32Array.of(size) : Uint32Array.of(size % WORD, Math.floor(size / WORD));
  }
  const hex = (value < 0n ? -value : value).toString(16);
  const words = new Uint32Array(Math.ceil(hex.length / 8));
  for (let i = 0; i < words.length; i++) {
    const end = hex.length - 8 * i;
    words[i] = parseInt(hex.slice(Math.max(0, end - 8), end), 16);
  }
  return words;
}

/** `a * b + c`, exact whatever the sizes. */
export function multiplyAdd(a: ExactInteger, b: number, c: number): ExactInteger {
  if (typeof a === 'number') {
    const product = a * b;
    const sum = product + c;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) return sum;
  }
  return narrow(BigInt(a) * BigInt(b) + BigInt(c));
}

function narrow(value: bigint): ExactInteger {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}
