/** A mistake beside what is right: two lanes on one clock. */
import { costFold, costWords } from '../../shared/fold/cost.ts';
import { Divergence } from '../../shared/fold/divergence.ts';
import { Listing, flagsOf, type DiffLine } from '../../shared/listing/listing.ts';
import type { Measure, Mistake } from '../../shared/listing/mistake.ts';
import type { CallArguments } from '../../shared/protocol/calls.ts';
import type { CatalogueEntry, LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Vocabulary } from '../../shared/trace/events.ts';
import { en } from '../i18n/en.ts';
import { fill } from '../i18n/fill.ts';
import { clockText, numberText, spanText } from '../i18n/numbers.ts';
import { foldOf, type FoldedLane } from '../stores/lane-fold.ts';

/** The mistake that two lanes show: the first has it right, the second has it wrong. Null for all other lanes. */
export function mistakeOf(
  lanes: readonly Pick<LaneInfo, 'scenario'>[],
  entry: Pick<CatalogueEntry, 'mistakes'> | null,
): Mistake | null {
  const [right, wrong] = lanes;
  if (entry === null || lanes.length !== 2) return null;
  const [well, badly] = [right!.scenario.variant, wrong!.scenario.variant];
  return entry.mistakes.find(({ id, right }) => id === badly && right === well) ?? null;
}

/** What the two lanes of a pair are called; an empty list for lanes that are none. */
export function pairTitles(
  lanes: readonly Pick<LaneInfo, 'scenario'>[],
  entry: Pick<CatalogueEntry, 'mistakes'> | null,
): readonly string[] {
  const mistake = mistakeOf(lanes, entry);
  return mistake === null ? [] : [en.gallery.right, mistake.title];
}

/** What opens a mistake beside what is right. */
export function mistakeOpening(
  entry: Pick<CatalogueEntry, 'id' | 'defaults'>,
  mistake: Mistake,
): CallArguments<'open'> {
  const { model, draws, id, right } = mistake;
  return {
    scenario: { workload: entry.id, params: paramsOf(entry, mistake), draws },
    lanes: [
      { model, variant: right },
      { model, variant: id },
    ],
  };
}

/** What is written differently, line by line; `params` are those on screen, where it is. */
export function mistakeDiff(
  entry: Pick<CatalogueEntry, 'listing' | 'defaults'>,
  mistake: Mistake,
  params: object = paramsOf(entry, mistake),
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

function paramsOf({ defaults }: Pick<CatalogueEntry, 'defaults'>, { params }: Mistake): Record<string, unknown> {
  return { ...defaults, ...(params as object) };
}

/** What a pair needs of its lanes. */
export interface PairLane extends FoldedLane {
  readonly status: string;
}

interface Compared {
  readonly parting: Divergence;
  readonly second: PairLane;
  readonly rewrites: number;
}

const compared = new WeakMap<PairLane, Compared>();

/** Where the timelines of two lanes part, in virtual seconds; null while that is not known. */
export function divergenceAt([first, second]: readonly [PairLane, PairLane], vocabulary: Vocabulary): number | null {
  const rewrites = first.rewrites + second.rewrites;
  let known = compared.get(first);
  // What was changed under way is another run: it is compared from the start.
  if (known?.second !== second || known.rewrites !== rewrites) {
    known = { parting: new Divergence(first.trace, second.trace, vocabulary), second, rewrites };
    compared.set(first, known);
  }
  return known.parting.follow(first.status !== 'computing', second.status !== 'computing');
}

/** What a mistake costs, in a sentence; null until both runs are known to their ends. */
export function costText(
  [right, wrong]: readonly [PairLane, PairLane],
  { id, measure, cost }: Mistake,
  vocabulary: Vocabulary,
): string | null {
  if (right.status === 'computing' || wrong.status === 'computing') return null;
  const [well, badly] = [right, wrong].map(
    (lane) => foldOf(lane, `cost-${id}`, () => costFold(measure, vocabulary)).value,
  );
  const words = measureWords(measure, [well!, badly!]);
  return fill(cost, { right: words[0], wrong: words[1] });
}

/** Two values of a measure as they are written beside each other: spans of a minute and more as on the clocks. */
export function measureWords(measure: Measure, [right, wrong]: readonly [number, number]): [string, string] {
  const longest = Math.max(...[right, wrong].filter(Number.isFinite));
  const write = { span: longest < 60 ? spanText : clockText, count: numberText };
  return [costWords(measure, right, write), costWords(measure, wrong, write)];
}
