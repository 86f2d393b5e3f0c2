import type { Samples } from '../../../shared/fold/samples.ts';
import { en } from '../../i18n/en.ts';
import { fill } from '../../i18n/fill.ts';
import { spanText } from '../../i18n/numbers.ts';
import { foldAt } from '../../stores/lane-fold.ts';
import { described } from '../describe.ts';
import { WaitsFrom } from '../waits-from.ts';
import { shareUntil, waitEdges, waitPlace } from '../wait-scale.ts';
import type { LineChart, Point, Series, Table, Upright } from '../spec.ts';
import { amountAxis } from '../ticks.ts';
import { lookOf, type ChartLane, type ChartView } from '../view.ts';

/** How long who could go on had to wait: a histogram over classes that widen, since waits do. */
export function waitsChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const text = en.charts.waits;
  const waits = lanes.map((lane) => ({ lane, over: waitsOf(lane, at, view.stage) }));
  const series: Series[] = waits.map(({ lane, over }) => ({
    name: lane.title,
    ...lookOf(lane),
    width: 2.5,
    points: histogram(over),
    stepped: true,
    filled: true,
    dot: false,
    theory: false,
  }));
  const uprights: Upright[] = waits.flatMap(({ lane, over }) => {
    if (over.count === 0) return [];
    const { colour } = lookOf(lane);
    return [{ x: waitPlace(over.quantile(0.5)), label: text.median, colour }];
  });
  const said = waits.map(({ lane, over }) => ({ name: lane.title, value: stats(over) }));
  const edges = waitEdges.flatMap(({ label }, place) => (label === null ? [] : [{ value: place, label }]));
  return {
    kind: 'lines',
    id: 'waits',
    title: text.title,
    subtitle: text.y,
    description: described(text.title, at, said),
    x: {
      title: text.x,
      min: 0,
      max: waitEdges.length - 1,
      ticks: [{ value: waitPlace(0), label: text.atOnce }, ...edges],
    },
    y: amountAxis(text.y, 100),
    series,
    uprights,
    legend: true,
    notes: waits.map(({ lane, over }) => ({ text: stats(over), colour: lookOf(lane).colour })),
    data: tableOf(series),
  };
}

function waitsOf(lane: ChartLane, at: number, stage: string): Samples {
  const first = stage === 'boards' ? 1 : 0;
  return foldAt(lane, `waits-${first}`, at, () => new WaitsFrom(first)).over.copy();
}

function histogram(over: Samples): Point[] {
  const shares = waitEdges.map(({ seconds }) => shareUntil(over, seconds));
  const points = waitEdges.map((_, place) => ({ x: place, y: ((shares[place + 1] ?? 0) - shares[place]!) * 100 }));
  return [...points.slice(0, -1), { x: waitEdges.length - 1, y: points.at(-2)!.y }];
}

/** Its classes by their edges: above the one, up to the other. */
function tableOf(series: readonly Series[]): Table {
  const classes = waitEdges.slice(0, -1).map(({ seconds }, place) => [seconds, waitEdges[place + 1]!.seconds]);
  const rows = series.flatMap(({ name, points }) =>
    classes.map(([above, upTo], place) => [
      name,
      above! < 0 ? '' : above!,
      upTo!,
      Number(points[place]!.y.toPrecision(12)),
    ]),
  );
  return { head: ['series', 'above_seconds', 'up_to_seconds', en.charts.waits.y], rows };
}

function stats(over: Samples): string {
  const [median, p95, max] = [over.quantile(0.5), over.quantile(0.95), over.max].map(spanText);
  return over.count === 0
    ? en.charts.waits.none
    : fill(en.charts.waits.stats, { median: median!, p95: p95!, max: max! });
}
