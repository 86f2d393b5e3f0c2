/** What is written differently where a mistake is made: from the wrong text to the right one, as in a patch that mends it. */
import { flagsOf, type DiffLine, type Listing } from './listing.ts';
import type { Mistake } from './mistake.ts';

/** Where a line of the difference stands. */
export type Side = 'both' | 'wrong' | 'right';

export interface DifferenceLine {
  readonly side: Side;
  readonly text: string;
}

/** What stands before a line of a difference: the wrong line goes, the right one comes. */
export const differenceSigns: Readonly<Record<Side, string>> = { both: ' ', wrong: '-', right: '+' };

const sides: Readonly<Record<DiffLine['in'], Side>> = { both: 'both', first: 'wrong', second: 'right' };

/** The difference between a mistake and what is right, line by line; in each change the wrong lines come first. */
export function differenceOf(
  listing: Listing,
  { id, right }: Pick<Mistake, 'id' | 'right'>,
  params: object,
): DifferenceLine[] {
  const lines = listing.diff(flagsOf(id, params), flagsOf(right, params), params);
  const ordered: DifferenceLine[] = [];
  let added: DifferenceLine[] = [];
  for (const { in: where, text } of lines) {
    const line = { side: sides[where], text };
    if (line.side === 'right') {
      added.push(line);
      continue;
    }
    if (line.side === 'both') {
      ordered.push(...added);
      added = [];
    }
    ordered.push(line);
  }
  return [...ordered, ...added];
}
