/** What there is to say of an experiment: how theory and simulation differ, where the knee is, what is left out. */
import type { Source } from '../../shared/theory/measures.ts';
import type { Results } from '../../shared/experiment/results.ts';
import { experiments as words } from '../words/en/experiments.ts';
import { fill } from '../words/fill.ts';
import { numberText, spanText } from '../words/numbers.ts';
import { centreOf } from './spot-range.ts';
import { figureText } from './figures.ts';
import type { Curve, ExperimentView } from './view.ts';

/** What counts as the same: rounding in sums of many doubles. */
const SAME = 1e-6;

/** The difference of one lane at one point. */
interface Off {
  readonly by: Source;
  /** Relative to theory. */
  readonly off: number;
  readonly point: number;
}

/** Sentences beside the chart, the knee first. */
export function sentencesOf(view: ExperimentView, results: Results): string[] {
  const { warmUp = 0 } = results.grid.spec;
  if (view.refused) return [fill(words.warmUpRefuses, { figure: view.figure.title })];
  return [
    ...(view.knee === null ? [] : [fill(words.theorySays.kneeAt, { value: placeText(view, view.knee) })]),
    ...(view.look.theory && view.varied.length === 1
      ? [...theorySentences(view, results), ...besideSentences(view), ...lawSentences(view)]
      : []),
    ...(warmUp > 0 ? [fill(words.warmUpSays, { span: spanText(warmUp) })] : []),
    ...(hidesZeros(view) ? [words.zeros] : []),
    ...(view.drawn < view.points
      ? [fill(words.thinned, { shown: numberText(view.drawn), points: numberText(view.points) })]
      : []),
  ];
}

function hidesZeros({ look, curves, varied }: ExperimentView): boolean {
  if (!look.logY || look.paired || varied.length > 1) return false;
  return curves.some(({ spots }) => spots.some((spot) => centreOf(spot, look.shown) <= 0));
}

function theorySentences(view: ExperimentView, results: Results): string[] {
  const offs = view.curves.flatMap((curve) => offsOf(curve, view));
  const without = view.curves.filter(({ theory, spots }) => theory.length === 0 && spots.length > 0);
  const said: string[] = [];
  for (const by of ['exact', 'means', 'finite-source', 'mm1', 'mmc', 'amdahl'] as const) {
    const own = offs.filter((each) => each.by === by);
    if (own.length === 0) continue;
    const worst = greatest(own);
    const same = by === 'exact' && Math.abs(worst.off) <= SAME;
    if (same && without.length === 0 && own.length === offs.length) said.push(words.theorySays.agrees);
    else if (!same) {
      said.push(fill(words.theorySays[by], { off: percents(worst.off), at: placeAt(view, worst.point) }));
    } else said.push(words.theorySays.agrees);
  }
  if (without.length === 0) return said;
  const first = without[0]!;
  const why = results.theory(first.spots[0]!.point)?.[first.lane]?.why ?? '';
  if (without.length === view.curves.length) return [fill(words.theorySays.noneAtAll, { why })];
  return [...said, fill(words.theorySays.none, { lanes: without.map(({ name }) => name).join(', '), why })];
}

/** What a simpler law says beside the theory that is drawn. */
function besideSentences(view: ExperimentView): string[] {
  const offs = view.curves.flatMap((curve) => offsOf({ ...curve, theory: curve.beside }, view));
  if (offs.length === 0) return [];
  const { off, point } = greatest(offs);
  return [fill(words.theorySays.beside, { off: percents(off), at: placeAt(view, point) })];
}

/** Whether a law about the same runs holds, and why not where it does not. */
function lawSentences(view: ExperimentView): string[] {
  const by = view.curves.find(({ law }) => law.by !== null)?.law.by ?? null;
  if (by === null) return [];
  const offs = view.curves.flatMap((curve) => {
    const theory = curve.law.spots.map(({ point, value }) => ({ point, measure: { value, by: 'exact' as const } }));
    return offsOf({ ...curve, theory }, view, 'mean');
  });
  if (offs.length === 0) return [];
  const { off, point } = greatest(offs);
  if (Math.abs(off) <= SAME) return [words.lawSays[by].agrees];
  return [fill(words.lawSays[by].off, { off: percents(off), at: placeAt(view, point) })];
}

function greatest(offs: readonly Off[]): Off {
  return offs.reduce((a, b) => (Math.abs(b.off) > Math.abs(a.off) ? b : a));
}

function offsOf(
  { spots, theory }: Pick<Curve, 'spots' | 'theory'>,
  view: ExperimentView,
  shown = view.look.shown,
): Off[] {
  return theory.flatMap(({ point, measure: { value, by } }): Off[] => {
    const spot = spots.find((each) => each.point === point);
    if (spot === undefined) return [];
    const measured = centreOf(spot, shown);
    if (measured === value) return [{ by, off: 0, point }];
    return value === 0 ? [] : [{ by, off: (measured - value) / Math.abs(value), point }];
  });
}

function percents(off: number): string {
  const size = Math.abs(off) * 100;
  return `${off < 0 ? '−' : '+'}${size < 0.1 ? '< 0.1' : numberText(size)} %`;
}

/** The values of a point in words: "Boards 12". */
export function placeAt({ varied }: ExperimentView, point: number): string {
  const inner = varied[1]?.length ?? 1;
  return varied
    .map(({ title, name }, axis) => {
      const place = axis === 0 ? Math.floor(point / inner) : point % inner;
      return fill(words.at, { name: title, value: name(place) });
    })
    .join(', ');
}

function placeText({ varied }: ExperimentView, value: number): string {
  const { unit } = varied[0]!;
  return unit === null ? numberText(value) : `${numberText(value)} ${unit}`;
}

/** A point in a sentence: where it is, what every lane comes to there, which run it opens. */
export function pointText(view: ExperimentView, point: number, seed: string): string {
  const values = view.curves.map(({ name, spots }) => {
    const spot = spots.find((each) => each.point === point);
    if (spot === undefined) return fill(words.valueNone, { lane: name });
    const value = figureText(centreOf(spot, view.look.shown), view.figure);
    const { halfWidth } = spot.interval;
    if (view.look.shown !== 'mean' || halfWidth === null || halfWidth === 0)
      return fill(words.value, { lane: name, value });
    return fill(words.valueWithin, { lane: name, value, half: figureText(halfWidth, view.figure) });
  });
  return fill(words.point, { at: placeAt(view, point), values: values.join('; '), open: fill(words.open, { seed }) });
}
