/** A mistake beside what is right: two lanes on one clock. */
import { costFold, costWords } from '../../shared/fold/cost.ts';
import { Divergence } from '../../shared/fold/divergence.ts';
import { mistakeOf, mistakeParams, type Measure, type Mistake } from '../../shared/listing/mistake.ts';
import type { CallArguments } from '../../shared/protocol/calls.ts';
import type { CatalogueEntry, LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Vocabulary } from '../../shared/trace/events.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText, numberText, spanText } from '../words/numbers.ts';
import { foldOf, type FoldedLane } from '../stores/folds.ts';

/** What the two lanes of a pair are called; an empty list for lanes that are none. */
export function pairTitles(
  lanes: readonly Pick<LaneInfo, 'scenario'>[],
  entry: Pick<CatalogueEntry, 'mistakes'> | null,
): readonly string[] {
  const mistake = mistakeOf(lanes, entry?.mistakes ?? []);
  return mistake === null ? [] : [en.gallery.right, mistake.title];
}

/** What opens a mistake beside what is right. */
export function mistakeOpening(
  entry: Pick<CatalogueEntry, 'id' | 'defaults'>,
  mistake: Mistake,
): CallArguments<'open'> {
  const { model, draws, id, right } = mistake;
  return {
    scenario: { workload: entry.id, params: mistakeParams(entry, mistake), draws },
    lanes: [
      { model, variant: right },
      { model, variant: id },
    ],
  };
}

/** What a pair needs of its lanes. */
export interface PairLane extends FoldedLane {
  readonly status: string;
}

interface Compared {
  readonly divergence: Divergence;
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
    known = { divergence: new Divergence(first.trace, second.trace, vocabulary), second, rewrites };
    compared.set(first, known);
  }
  return known.divergence.follow(first.status !== 'computing', second.status !== 'computing');
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
