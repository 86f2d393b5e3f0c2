import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../electron/random/random.ts';
import type { Seed } from '../../electron/random/seed.ts';
import { stream } from '../../electron/random/stream.ts';

const anySeed = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const safe = fc.maxSafeInteger();

function firstDraws(random: Random): number[] {
  return Array.from({ length: 5 }, () => random.random());
}

describe('seeds', () => {
  test('a number, a bigint and digits that stand for one integer give one stream, whatever the sign', () => {
    fc.assert(
      fc.property(safe, (seed) => {
        const expected = firstDraws(new Random(seed));
        const spellings: Seed[] = [BigInt(seed), String(seed), -seed, `${seed < 0 ? '' : '+'}${seed}`, `${-seed}`];
        for (const spelling of spellings) expect(firstDraws(new Random(spelling))).toEqual(expected);
      }),
    );
  });

  test('a stream is Random(seed * 1000003 + k), exactly', () => {
    fc.assert(
      fc.property(anySeed, fc.nat(1e6), (seed, k) => {
        const expected = firstDraws(new Random(seed * 1_000_003n + BigInt(k)));
        expect(firstDraws(stream(seed, k))).toEqual(expected);
        expect(firstDraws(stream(String(seed), k))).toEqual(expected);
      }),
    );
  });

  test('a stream is exact where the product is just beyond 2^53 and the sum is not', () => {
    const least = Math.floor(2 ** 53 / 1_000_003) + 1;
    const seed = -(least % 2 === 0 ? least + 1 : least);
    const expected = new Random(BigInt(seed) * 1_000_003n + 3_000_000n);
    expect(firstDraws(stream(seed, 3_000_000))).toEqual(firstDraws(expected));
  });

  test('streams of one seed and neighbouring seeds do not repeat each other', () => {
    const first = new Set<number>();
    for (let seed = 0; seed < 20; seed++) for (let k = 1; k <= 100; k++) first.add(stream(seed, k).random());
    expect(first.size).toBe(2000);
  });

  test.each([
    [1.5, 'seed: 1.5 is not an integer'],
    [NaN, 'seed: NaN is not an integer'],
    [Infinity, 'seed: Infinity is not an integer'],
    [2 ** 53, 'seed: the number 9007199254740992 is beyond 2^53 - 1 and not exact; write it as digits in quotes'],
    ['', 'seed: "" is not an integer'],
    ['12x', 'seed: "12x" is not an integer'],
    ['0x10', 'seed: "0x10" is not an integer'],
    [' 5', 'seed: " 5" is not an integer'],
    ['1e3', 'seed: "1e3" is not an integer'],
    ['z'.repeat(1000), `seed: "${'z'.repeat(40)}..." is not an integer`],
    ['9'.repeat(5000), 'seed: more than 4300 digits'],
    [null as unknown as Seed, 'seed: object is not an integer'],
    [undefined as unknown as Seed, 'seed: undefined is not an integer'],
  ])('a malformed seed is refused with a reason: %j', (seed, message) => {
    expect(() => new Random(seed)).toThrow(new RangeError(message));
    expect(() => stream(seed, 1)).toThrow(new RangeError(message));
  });
});

describe('numbers', () => {
  test('randint stays within its bounds, however wide', () => {
    fc.assert(
      fc.property(anySeed, safe, safe, (seed, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const random = new Random(seed);
        for (let i = 0; i < 10; i++) {
          const x = random.randint(low, high);
          expect(Number.isSafeInteger(x) && low <= x && x <= high).toBe(true);
        }
      }),
    );
  });

  test('randrange gives elements of the range', () => {
    fc.assert(
      fc.property(anySeed, fc.integer(), fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, a, b, size) => {
        fc.pre(a !== b);
        const step = b > a ? size : -size;
        const x = new Random(seed).randrange(a, b, step);
        expect(Math.abs((x - a) % step)).toBe(0);
        expect(step > 0 ? a <= x && x < b : b < x && x <= a).toBe(true);
      }),
    );
  });

  test('bits: a number and a bigint of the same bits are equal, and fit', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 53 }), (seed, k) => {
        const bits = new Random(seed).getrandbits(k);
        expect(BigInt(bits)).toBe(new Random(seed).getrandbitsBig(k));
        expect(bits >= 0 && bits < 2 ** k).toBe(true);
      }),
    );
  });

  test('random, uniform and triangular stay in their ranges', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: -1e6, max: 1e6 }), fc.nat(1e6), fc.nat(100), (seed, low, width, share) => {
        const random = new Random(seed);
        const high = low + width;
        const x = random.random();
        expect(x >= 0 && x < 1).toBe(true);
        for (const y of [random.uniform(low, high), random.triangular(low, high, low + (width * share) / 100)]) {
          expect(y >= low && y <= high).toBe(true);
        }
      }),
    );
  });

  test('shuffle keeps the elements and choice takes one of them', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer(), { minLength: 1 }), (seed, list) => {
        const random = new Random(seed);
        const shuffled = [...list];
        random.shuffle(shuffled);
        const inOrder = (xs: number[]): number[] => [...xs].sort((a, b) => a - b);
        expect(inOrder(shuffled)).toEqual(inOrder(list));
        expect(list).toContain(random.choice(list));
      }),
    );
  });

  test.each([
    ['randint(2, 1)', 'randint(2, 1): empty range', (r: Random) => r.randint(2, 1)],
    ['randint(0, 1.5)', 'randint: 1.5 is not an exact integer', (r: Random) => r.randint(0, 1.5)],
    ['randint(0, 2^53)', 'randint: 9007199254740992 is not an exact integer', (r: Random) => r.randint(0, 2 ** 53)],
    ['randrange(0)', 'randrange(0, 0, 1): empty range', (r: Random) => r.randrange(0)],
    ['randrange(0, 5, -1)', 'randrange(0, 5, -1): empty range', (r: Random) => r.randrange(0, 5, -1)],
    ['randrange(0, 5, 0)', 'randrange(0, 5, 0): zero step', (r: Random) => r.randrange(0, 5, 0)],
    ['getrandbits(54)', 'getrandbits(54): bits must be 0 to 53', (r: Random) => r.getrandbits(54)],
    ['getrandbitsBig(-1)', 'getrandbitsBig(-1): bits must not be negative', (r: Random) => r.getrandbitsBig(-1)],
    ['choice([])', 'choice: the list is empty', (r: Random) => r.choice([])],
  ])('%s is refused with a reason and takes nothing from the stream', (_, message, call) => {
    const random = new Random(444);
    expect(() => call(random)).toThrow(new RangeError(message));
    expect(random.random()).toBe(new Random(444).random());
  });
});

describe('means over 200,000 draws of one seed', () => {
  const DRAWS = 200_000;

  test.each([
    ['random()', 0.5, 0.29, (r: Random) => r.random()],
    ['uniform(2, 8)', 5, 1.73, (r: Random) => r.uniform(2, 8)],
    ['randint(1, 6)', 3.5, 1.71, (r: Random) => r.randint(1, 6)],
    ['expovariate(1 / 40)', 40, 40, (r: Random) => r.expovariate(1 / 40)],
    ['triangular(0, 10, 2)', 4, 2.16, (r: Random) => r.triangular(0, 10, 2)],
    ['normalvariate(5, 2)', 5, 2, (r: Random) => r.normalvariate(5, 2)],
    ['gauss(5, 2)', 5, 2, (r: Random) => r.gauss(5, 2)],
    ['lognormvariate(1, 0.5)', Math.exp(1.125), 1.64, (r: Random) => r.lognormvariate(1, 0.5)],
  ])('%s is within four standard errors of its mean and 2 %% of its standard deviation', (_, mean, deviation, call) => {
    const random = new Random(2026);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < DRAWS; i++) {
      const x = call(random);
      sum += x;
      squares += x * x;
    }
    const found = sum / DRAWS;
    expect(Math.abs(found - mean)).toBeLessThan((4 * deviation) / Math.sqrt(DRAWS));
    expect(Math.sqrt(squares / DRAWS - found * found) / deviation).toBeCloseTo(1, 1.7);
  });
});
