import { InputError, problem } from '../../../shared/scenario/problem.ts';

/** Which part of a sweep: every `of`-th unit, from the `number`-th on, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export const WHOLE: Shard = { number: 1, of: 1 };

const SHARDS_MAX = 100_000;

/** Reads `3/8`. */
export function readShard(text: string): Shard {
  const [, number, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of || of > SHARDS_MAX) {
    throw new InputError([problem('--shard', text, `i/n with i from 1 to n, n at most ${SHARDS_MAX}`)]);
  }
  return { number, of };
}

/** The units of a shard, in their order. */
export function* unitsOf(units: number, { number, of }: Shard): Generator<number> {
  for (let unit = number - 1; unit < units; unit += of) yield unit;
}

/** How many those are. */
export function sizeOf(units: number, { number, of }: Shard): number {
  return Math.max(0, Math.ceil((units - (number - 1)) / of));
}
