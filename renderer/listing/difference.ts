/** What is written differently where a mistake is made. */
import { differenceOf, type DifferenceLine, type Side } from '../../shared/listing/difference.ts';
import { Listing } from '../../shared/listing/listing.ts';
import { mistakeParams, type Mistake } from '../../shared/listing/mistake.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';

/** What is written differently, line by line; `params` are those on screen, where it is. */
export function mistakeDiff(
  entry: Pick<CatalogueEntry, 'listing' | 'defaults'>,
  mistake: Mistake,
  params: object = mistakeParams(entry, mistake),
): DifferenceLine[] {
  return differenceOf(new Listing(entry.listing), mistake, params);
}

/** How many lines have changed: one that took the place of another counts once. */
export function changedLines(diff: readonly DifferenceLine[]): number {
  const count = (side: Side) => diff.filter((line) => line.side === side).length;
  return Math.max(count('wrong'), count('right'));
}

/** Lines that are left on each side of a change in a short view of it. */
const AROUND = 1;

/** The changes of a difference with their neighbours; what lies further off is left out. */
export function nearChanges(diff: readonly DifferenceLine[]): DifferenceLine[] {
  const changed = (place: number) => diff[place] !== undefined && diff[place].side !== 'both';
  const near = diff.filter((_, place) => {
    for (let by = -AROUND; by <= AROUND; by++) if (changed(place + by)) return true;
    return false;
  });
  // A blank line at either end shows nothing.
  const filled = near.map(({ text }) => text !== '');
  return near.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}
