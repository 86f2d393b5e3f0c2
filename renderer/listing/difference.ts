/** What is written differently where a mistake is made. */
import { flagsOf, Listing, type DiffLine } from '../../shared/listing/listing.ts';
import { mistakeParams, type Mistake } from '../../shared/listing/mistake.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';

/** What is written differently, line by line; `params` are those on screen, where it is. */
export function mistakeDiff(
  entry: Pick<CatalogueEntry, 'listing' | 'defaults'>,
  mistake: Mistake,
  params: object = mistakeParams(entry, mistake),
): DiffLine[] {
  const { id, right } = mistake;
  return new Listing(entry.listing).diff(flagsOf(right, params), flagsOf(id, params), params);
}

/** How many lines have changed: one that took the place of another counts once. */
export function changedLines(diff: readonly DiffLine[]): number {
  const count = (side: DiffLine['in']) => diff.filter((line) => line.in === side).length;
  return Math.max(count('first'), count('second'));
}

/** Lines that are left on each side of a change in a short view of it. */
const AROUND = 1;

/** The changes of a difference with their neighbours; what lies further off is left out. */
export function nearChanges(diff: readonly DiffLine[]): DiffLine[] {
  const changed = (place: number) => diff[place] !== undefined && diff[place].in !== 'both';
  const near = diff.filter((_, place) => {
    for (let by = -AROUND; by <= AROUND; by++) if (changed(place + by)) return true;
    return false;
  });
  // A blank line at either end shows nothing.
  const filled = near.map(({ text }) => text !== '');
  return near.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}
