import type { CatalogueEntry, LaneInfo } from '../../shared/protocol/pushes.ts';
import { pairTitles } from '../gallery/pair.ts';
import { kindOf } from '../stage/kinds.ts';
import { laneTitle } from '../stage/titles.ts';

/** What lanes are called: as the parts of a pair that shows a mistake, else by their models in the words of their kind. */
export function laneTitles(lanes: readonly LaneInfo[], entry: CatalogueEntry | null): readonly string[] {
  const parts = pairTitles(lanes, entry);
  const kind = kindOf(entry);
  return lanes.map(({ scenario }, index) => parts[index] ?? laneTitle(scenario, kind));
}
