import type { Finish } from './exhibition.ts';

/** What is left of an exhibition when the master has made her last move: "the last reply, 55 s". */
export interface Residual extends Finish {
  /** From the end of her last move to the last reply, in seconds. */
  readonly residual: number;
  /** That as a share of the makespan, 0..1. */
  readonly share: number;
}

/**
 * Splits a makespan at the end of the master's last move. The published hour of the exhibition is the first part, 3,600 s; the
 * run is over only when the last opponent has replied, at 3,655 s. Holds for any run, random or not.
 */
export function residual({ masterFinished, makespan }: Finish): Residual {
  const left = makespan - masterFinished;
  return { masterFinished, makespan, residual: left, share: makespan > 0 ? left / makespan : 0 };
}
