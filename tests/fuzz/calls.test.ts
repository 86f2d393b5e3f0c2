import { expect, test } from 'vitest';
import { CallFuzzer } from './calls.ts';

/** SIMUL_FUZZ_CALLS and SIMUL_FUZZ_SEED ask for more, or for something again: `npm run fuzz`. */
const total = Number(process.env['SIMUL_FUZZ_CALLS'] ?? 10_000);
const firstSeed = Number(process.env['SIMUL_FUZZ_SEED'] ?? 1);
/** Each seed is a session of its own: what only many calls bring about has its chance, and a failure is soon there again. */
const CALLS = 2500;
const seeds = Array.from({ length: Math.ceil(total / CALLS) }, (_, index) => firstSeed + index);

test.each(seeds)(
  '2,500 calls of seed %i break nothing',
  (seed) => {
    const { broken, calls, accepted, refused, compared } = new CallFuzzer(seed).run(CALLS);
    expect(broken).toEqual([]);
    // A fuzzer whose calls are all refused, or all accepted, tries little.
    expect([calls, accepted > 1000, refused > 250, compared > 25]).toEqual([CALLS, true, true, true]);
  },
  120_000,
);
