import type { Request } from '../input/scenario.ts';
import type { Account } from './account.ts';

/** The runs at one value of the parameter: for each seed, one for each model. */
export interface Point {
  readonly value: unknown;
  readonly bySeed: readonly (readonly Account[])[];
}

/** Everything that a sweep found. */
export interface Sweep {
  readonly request: Request;
  readonly path: string;
  readonly seeds: readonly string[];
  readonly points: readonly Point[];
}
