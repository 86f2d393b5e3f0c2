/** What is written differently where a mistake is made. */
import { differenceOf, type DifferenceLine, type Side } from '../../shared/listing/difference.ts';
import { mistakeParams, type Mistake } from '../../shared/listing/mistake.ts';
import { gapsOf, Texts } from '../../shared/listing/texts.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import type { ModelId, Scenario } from '../../shared/scenario/scenario.ts';

/** What a difference depends on, where a mistake is on screen: how its lanes run, and their parameters as they are. */
export interface DifferenceShown extends Pick<Scenario, 'model' | 'workers'> {
  readonly params: object;
}

/** What is written differently, line by line. */
export function mistakeDiff(
  entry: Pick<CatalogueEntry, 'texts' | 'defaults'>,
  mistake: Mistake,
  { model, workers, params }: DifferenceShown = {
    model: mistake.model,
    workers: 1,
    params: mistakeParams(entry, mistake),
  },
): DifferenceLine[] {
  const texts = new Texts(entry.texts);
  const under = (each: ModelId) => differenceOf(texts.listing(each), mistake, gapsOf({ workers }, params));
  const own = under(model);
  // Where a model has no such mistake, the difference is that of the model in which it is made.
  return own.some(({ side }) => side !== 'both') ? own : under(mistake.model);
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
