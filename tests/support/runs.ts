/**
 * How many cases a property tries: `n`, times the environment's LAWS (LAWS=100 for a long run by hand). A failure
 * prints its seed; SEED=... starts from it.
 */
export function runs(n: number): { numRuns: number; seed?: number } {
  const { LAWS, SEED } = process.env;
  return { numRuns: Math.ceil(n * Number(LAWS ?? 1)), ...(SEED === undefined ? {} : { seed: Number(SEED) }) };
}
