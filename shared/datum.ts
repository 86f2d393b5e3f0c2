import { rounded } from './trace/log.ts';

/** Below this four decimals hold fewer than four significant digits. */
const SMALL = 0.1;

/** A figure as it is written into data: four decimals, as truth files have them; small ones four significant digits. */
export function datum(x: number): number {
  return Math.abs(x) < SMALL ? Number(x.toPrecision(4)) : rounded(x);
}
