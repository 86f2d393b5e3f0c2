/** A chart of how a span of time is spread: a histogram over classes that widen, since waits do. */
import type { Samples } from '../../shared/fold/samples.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { spanText } from '../words/numbers.ts';
import { described } from './describe.ts';
import type { LineChart, Point, Series, Table, VerticalLine } from './spec.ts';
import { amountAxis } from './ticks.ts';
import { lookOf, timeEnd, type ChartLane, type ChartView } from './view.ts';
import { edgesUpTo, shareUntil, waitPlace, type WaitEdge } from './wait-scale.ts';

/** What a histogram says: of what share of what, and of which span. */
export interface SpreadWords {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Where there is nothing yet. */
  readonly none: string;
}

/** The spread of the spans of each lane up to the instant of a view. */
export function spreadChart(
  id: string,
  words: SpreadWords,
  view: ChartView,
  spans: readonly { readonly lane: ChartLane; readonly over: Samples }[],
): LineChart {
  const text = en.charts.waits;
  const edges = edgesUpTo(timeEnd(view));
  const series: Series[] = spans.map(({ lane, over }) => ({
    name: lane.title,
    ...lookOf(lane),
    width: 2.5,
    points: histogram(over, edges),
    stepped: true,
    filled: true,
    dot: false,
    theory: false,
  }));
  const verticals: VerticalLine[] = spans.flatMap(({ lane, over }) => {
    if (over.count === 0) return [];
    const { colour } = lookOf(lane);
    return [{ x: waitPlace(over.quantile(0.5), edges), label: text.median, colour }];
  });
  // Medians in one place are said once.
  const said = verticals.map((each, place) => ({
    ...each,
    label: verticals.findIndex(({ x }) => x === each.x) === place ? each.label : '',
  }));
  const stats = spans.map(({ lane, over }) => ({ name: lane.title, value: spreadText(over, words.none) }));
  const ticks = edges.flatMap(({ label }, place) => (label === null ? [] : [{ value: place, label }]));
  return {
    kind: 'lines',
    id,
    title: words.title,
    subtitle: fill(text.spread, { x: words.x, y: words.y }),
    description: described(words.title, view.at, stats, timeEnd(view)),
    x: {
      title: words.x,
      min: 0,
      max: edges.length - 1,
      ticks: [{ value: waitPlace(0), label: text.atOnce }, ...ticks],
    },
    y: amountAxis(words.y, 100),
    series,
    verticals: said,
    legend: true,
    notes: spans.map(({ lane, over }) => ({ text: spreadText(over, words.none), colour: lookOf(lane).colour })),
    data: tableOf(series, edges, words.y),
  };
}

/** Median, 95th percentile and maximum in words. */
export function spreadText(over: Samples, none: string): string {
  const [median, p95, max] = [over.quantile(0.5), over.quantile(0.95), over.max].map(spanText);
  return over.count === 0 ? none : fill(en.charts.waits.stats, { median: median!, p95: p95!, max: max! });
}

function histogram(over: Samples, edges: readonly WaitEdge[]): Point[] {
  const shares = edges.map(({ seconds }) => shareUntil(over, seconds));
  const points = edges.map((_, place) => ({ x: place, y: ((shares[place + 1] ?? 0) - shares[place]!) * 100 }));
  return [...points.slice(0, -1), { x: edges.length - 1, y: points.at(-2)!.y }];
}

/** Its classes by their edges: above the one, up to the other. */
function tableOf(series: readonly Series[], edges: readonly WaitEdge[], y: string): Table {
  const classes = edges.slice(0, -1).map(({ seconds }, place) => [seconds, edges[place + 1]!.seconds]);
  const rows = series.flatMap(({ name, points }) =>
    classes.map(([above, upTo], place) => [
      name,
      above! < 0 ? '' : above!,
      upTo!,
      Number(points[place]!.y.toPrecision(12)),
    ]),
  );
  return { head: ['series', 'above_seconds', 'up_to_seconds', y], rows, units: [null, 's', 's', y] };
}
