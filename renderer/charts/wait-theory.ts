/** Theory beside how long is waited: the mean of the model, and its distribution where that is known. */
import { waitsWithin } from '../../shared/theory/theory.ts';
import { theory as words } from '../words/en/theory.ts';
import { fill } from '../words/fill.ts';
import { spanText } from '../words/numbers.ts';
import type { Series, VerticalLine } from './spec.ts';
import { measureOf, theorySays } from './theory.ts';
import { lookOf, shownAt, timeEnd, type ChartLane, type ChartView } from './view.ts';
import { edgesUpTo, waitPlace, type WaitEdge } from './wait-scale.ts';
import { waitsOf } from './whole.ts';

const POINTS_A_CLASS = 6;

/** The figure that is the mean of the waits of a chart: at the boards a wait for her, elsewhere of an item. */
function figureOf(lane: ChartLane): string {
  return measureOf(lane, 'meanReady') === null ? 'meanWait' : 'meanReady';
}

/** The mean wait of each lane whose times are random, as the model of it says: what is constant needs no line of its own. */
export function waitLines(view: ChartView): VerticalLine[] {
  const edges = edgesUpTo(timeEnd(view));
  return view.lanes.flatMap((lane) => {
    const measure = measureOf(lane, figureOf(lane));
    if (measure === null || measure.by === 'exact' || measure.by === 'means') return [];
    return [{ x: waitPlace(measure.value, edges), label: words.meanLine, colour: lookOf(lane).colour }];
  });
}

/** The distribution of waits that theory knows, on the scale of a chart. */
export function waitCurves(view: ChartView, edges: readonly WaitEdge[]): Series[] {
  return view.lanes.flatMap((lane): Series[] => {
    const within = lane.ghost === true ? null : waitsWithin(lane.theoryId ?? null, lane.info.scenario);
    if (within === null) return [];
    const points = placesOf(edges).map((seconds) => ({ x: waitPlace(seconds, edges), y: within(seconds) * 100 }));
    const name = fill(words.lines.theory, { lane: lane.title });
    const { colour } = lookOf(lane);
    const look = { colour, width: 1.4, dash: [8, 5], stepped: false, filled: false, dot: false, theory: true };
    return [{ name, ...look, points }];
  });
}

/** Instants at which a curve is drawn: several in each class, so that it is round. */
function placesOf(edges: readonly WaitEdge[]): number[] {
  const last = edges.length - 1;
  const inside = edges.slice(1, last).flatMap(({ seconds: from }, place) => {
    const to = edges[place + 2]!.seconds;
    return Array.from({ length: POINTS_A_CLASS }, (_, part) => from + ((to - from) * part) / POINTS_A_CLASS);
  });
  return [...inside, edges[last]!.seconds];
}

/** The mean wait measured and in theory, in sentences. */
export function waitTold(view: ChartView): string[] {
  const figure = view.lanes.map(figureOf).find((id) => id === 'meanReady') ?? 'meanWait';
  return theorySays(view, {
    figure,
    measured: (lane) => {
      const over = waitsOf(lane, shownAt(lane, view.at), view);
      return over.count === 0 ? null : over.mean;
    },
    text: spanText,
  });
}
