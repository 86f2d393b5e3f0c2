/** Theory beside what was measured: its lines, and the sentences that say how the two differ and why. */
import { LawsFold, lawsOf, type Laws } from '../../shared/fold/laws.ts';
import type { Measure } from '../../shared/theory/measures.ts';
import { figureTheory, type FigureTheory } from '../../shared/theory/theory.ts';
import { foldAt } from '../stores/folds.ts';
import { theory as words } from '../words/en/theory.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';
import type { Series } from './spec.ts';
import { isWhole } from './whole.ts';
import { endOf, lookOf, timeEnd, type ChartLane, type ChartView } from './view.ts';

/** What theory says of the figures of a lane; a lane that was pinned is drawn without it. */
export function foretold({ theoryId = null, info }: ChartLane): FigureTheory {
  return figureTheory(theoryId, info.scenario);
}

/** What theory says of one figure of a lane; null where it says nothing. */
export function measureOf(lane: ChartLane, figure: string): Measure | null {
  return lane.ghost === true ? null : (foretold(lane).values[figure] ?? null);
}

/** Little's law and the utilisation law of a lane, read off its run up to an instant. */
export function lawsAt(lane: ChartLane, at: number, { kind }: Pick<ChartView, 'kind'>): Laws {
  if (isWhole(lane, at)) return lawsOf(lane.whole.laws);
  const info = { ...lane.info.scenario, stage: kind.id };
  const fold = foldAt(lane, `laws-${kind.id}`, at, () => new LawsFold(info));
  return lawsOf(fold.totals(Math.min(at, endOf(lane))));
}

/** How lines of laws are drawn: thin, and whole. */
const LAW = { width: 1, dash: [] };

/** Whether a line is one of a law about the run. */
export function isLaw({ theory, width, dash }: Series): boolean {
  return theory && width === LAW.width && dash.length === 0;
}

/** A level line of what theory says of the whole run. */
export function theoryLevel(lane: ChartLane, value: number, end: number): Series {
  return level(lane, fill(words.lines.theory, { lane: lane.title }), value, end, { width: 1.4, dash: [8, 5] });
}

/** A level line of what a law says of the run up to now. */
export function lawLevel(lane: ChartLane, law: keyof typeof words.law, value: number, until: number): Series {
  return level(lane, fill(words.lines[law], { lane: lane.title }), value, until, LAW);
}

function level(
  lane: ChartLane,
  name: string,
  value: number,
  until: number,
  look: Pick<Series, 'width' | 'dash'>,
): Series {
  const points = [
    { x: 0, y: value },
    { x: until, y: value },
  ];
  const { colour } = lookOf(lane);
  return { name, colour, ...look, points, stepped: false, filled: false, dot: false, theory: true };
}

/** What is told of a figure: how it was measured in a lane, and how it is written. */
interface Told {
  readonly figure: string;
  readonly measured: (lane: ChartLane) => number | null;
  readonly text: (value: number) => string;
}

/** How a figure of each lane differs from theory, and where the difference comes from; or why there is no theory. */
export function theorySays({ lanes, at }: ChartView, { figure, measured, text }: Told): string[] {
  const own = lanes.filter(({ ghost }) => ghost !== true);
  const without = own.filter((lane) => measureOf(lane, figure) === null);
  const reasons = [...new Set(without.map((lane) => foretold(lane).why))];
  const none = reasons.map((why) => {
    const lanes = without.filter((lane) => foretold(lane).why === why);
    const all = lanes.length === own.length;
    return fill(all ? words.none : words.noneFor, { lanes: lanes.map(({ title }) => title).join(', '), why });
  });
  return [
    ...own.flatMap((lane) => {
      const measure = measureOf(lane, figure);
      const value = measured(lane);
      if (measure === null || value === null || at <= 0) return [];
      const parts = { lane: lane.title, measured: text(value), theory: text(measure.value), by: words.by[measure.by] };
      return [`${fill(words.says, parts)} ${difference(lane, at, measure, value, text)}`];
    }),
    ...none,
  ];
}

/** How the total time of each lane that is over differs from theory. */
export function makespanSays(view: ChartView): string[] {
  const end = timeEnd(view);
  return theorySays(view, {
    figure: 'makespan',
    measured: ({ makespan }) => (makespan === null || view.at < makespan ? null : makespan),
    text: (seconds) => clockText(seconds, end),
  });
}

/** Why what was measured is not what theory says. */
function difference(
  lane: ChartLane,
  at: number,
  { value, by }: Measure,
  measured: number,
  text: (value: number) => string,
): string {
  if (text(measured) === text(value)) return words.agrees;
  if (lane.makespan === null || at < lane.makespan) return words.open;
  return words.because[by];
}

/** Little's law of each lane in a sentence: both sides, and what still waits where they differ. */
export function littleSays(
  view: ChartView,
  text: { rate: (perSecond: number) => string; span: (s: number) => string; count: (n: number) => string },
): string[] {
  return lawLanes(view).map(({ lane, laws: { little, present } }) =>
    fill(same(little.number, little.product) ? words.law.little.holds : words.law.little.off, {
      lane: lane.title, rate: text.rate(little.perSecond), wait: text.span(little.wait),
      product: text.count(little.product), number: text.count(little.number), present: text.count(present),
    }),
  ); // prettier-ignore
}

/** The utilisation law of each lane in a sentence. */
export function useSays(
  view: ChartView,
  text: { rate: (perSecond: number) => string; span: (s: number) => string; share: (n: number) => string },
): string[] {
  return lawLanes(view).map(({ lane, laws: { use, underWay } }) =>
    fill(same(use.use, use.product) ? words.law.utilisation.holds : words.law.utilisation.off, {
      lane: lane.title, rate: text.rate(use.perSecond), service: text.span(use.service),
      product: text.share(use.product), use: text.share(use.use), works: underWay,
    }),
  ); // prettier-ignore
}

function lawLanes(view: ChartView): { lane: ChartLane; laws: Laws }[] {
  if (view.at <= 0) return [];
  const own = view.lanes.filter(({ ghost }) => ghost !== true);
  return own.map((lane) => ({ lane, laws: lawsAt(lane, view.at, view) }));
}

/** Whether the two sides of a law are the same but for rounding in sums of many doubles. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
