import { Random } from '../../session/run.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { isRecord } from './case.ts';
import type { Difference } from './same.ts';

/** What Python's `random.Random(seed)` returned: lists of numbers under the name of the call that made them. */
export interface RandomCase {
  readonly seed: string;
  /** In the order in which the calls were made. */
  readonly calls: readonly (readonly [name: string, numbers: readonly number[]])[];
}

type Call = (random: Random, args: readonly number[]) => number;

const calls: readonly [form: RegExp, call: Call][] = [
  [/^random$/, (random) => random.random()],
  [/^getrandbits(\d+)$/, (random, [bits]) => random.getrandbits(bits!)],
  [/^randint_(-?\d+)_(-?\d+)$/, (random, [low, high]) => random.randint(low!, high!)],
  [/^uniform_(-?[\d.]+)_(-?[\d.]+)$/, (random, [low, high]) => random.uniform(low!, high!)],
  [/^expovariate_mean([\d.]+)$/, (random, [mean]) => random.expovariate(1 / mean!)],
];

/** Whether a value looks like what a random number generator returned. */
export function isRandomCase(given: unknown): given is Record<string, unknown> {
  return isRecord(given) && !('workload' in given) && Object.keys(given).some((name) => callNamed(name) !== null);
}

/**
 * Reads such a case.
 *
 * @throws InputError when a call is not known or its numbers are none.
 */
export function readRandomCase(given: Record<string, unknown>): RandomCase {
  const { seed, ...rest } = given;
  const digits = typeof seed === 'number' && Number.isSafeInteger(seed) ? String(seed) : seed;
  if (typeof digits !== 'string' || !/^[+-]?\d{1,4300}$/.test(digits)) {
    throw new InputError([problem('seed', seed, 'a whole number in decimal digits')]);
  }
  for (const [name, numbers] of Object.entries(rest)) {
    if (!isPossible(name)) {
      throw new InputError([problem(name, numbers, 'a call such as random, getrandbits32, randint_0_10, uniform_2_8')]);
    }
    if (!Array.isArray(numbers) || !numbers.every((x) => typeof x === 'number')) {
      throw new InputError([problem(name, numbers, 'a list of numbers')]);
    }
  }
  return { seed: digits, calls: Object.entries(rest) as [string, number[]][] };
}

/** Makes the same calls and says which numbers are not the same. */
export function verifyRandomCase({ seed, calls }: RandomCase): Difference[] {
  const random = new Random(seed);
  return calls.flatMap(([name, numbers]) => {
    const { call, args } = callNamed(name)!;
    // A logarithm may differ in its last bit, which the division by the rate may double.
    const ulps = name.startsWith('expovariate') ? 2 : 0;
    return numbers.flatMap((expected, i) => {
      const got = call(random, args);
      const near = Math.abs(got - expected) <= ulps * Number.EPSILON * Math.abs(expected);
      return near ? [] : [{ what: `${name} ${i + 1}`, expected, got }];
    });
  });
}

function callNamed(name: string): { call: Call; args: number[] } | null {
  for (const [form, call] of calls) {
    const match = form.exec(name);
    if (match !== null) return { call, args: match.slice(1).map(Number) };
  }
  return null;
}

/** Whether there is such a call and its arguments are some that it takes. */
function isPossible(name: string): boolean {
  const found = callNamed(name);
  if (found === null) return false;
  try {
    return Number.isFinite(found.call(new Random(0), found.args));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
