import { vi } from 'vitest';

const factor = Number(process.env['LAWS'] ?? 1);

// A property takes its time, more of it on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 * Math.max(1, factor) });

/**
 * How many cases a property tries: `n`, times the environment's LAWS (LAWS=100 for a long run by hand). A failure
 * prints its seed; SEED=... starts from it.
 */
export function runs(n: number): { numRuns: number; seed?: number } {
  const seed = process.env['SEED'];
  return { numRuns: Math.ceil(n * factor), ...(seed === undefined ? {} : { seed: Number(seed) }) };
}
