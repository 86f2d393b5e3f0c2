import type { Samples } from '../../../shared/fold/samples.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { described } from '../describe.ts';
import { spreadText } from '../histogram.ts';
import { plainLine } from '../line.ts';
import { theory as theoryWords } from '../../words/en/theory.ts';
import { waitCurves, waitTold } from '../wait-theory.ts';
import type { LineChart, Point, Table } from '../spec.ts';
import { amountAxis } from '../ticks.ts';
import { settingsOf, shownAt, timeEnd, type ChartView } from '../view.ts';
import { edgesUpTo, waitPlace } from '../wait-scale.ts';
import { waitsOf } from '../whole.ts';

/** Steps of a line at most. */
const STEPS_MAX = 400;

/** The empirical distribution of the waits: which share of them is no longer than so much. */
export function ecdfChart(view: ChartView): LineChart {
  const { waits } = settingsOf(view);
  const { title, y } = en.charts.ecdf.elsewhere;
  const edges = edgesUpTo(timeEnd(view));
  const spans = view.lanes.map((lane) => ({ lane, over: waitsOf(lane, shownAt(lane, view.at), view) }));
  const ticks = edges.flatMap(({ label }, place) => (label === null ? [] : [{ value: place, label }]));
  const stats = spans.map(({ lane, over }) => ({ name: lane.title, value: spreadText(over, en.charts.waits.none) }));
  const foretold = waitCurves(view, edges);
  return {
    kind: 'lines',
    id: 'ecdf',
    title,
    subtitle: [
      fill(en.charts.waits.spread, { x: waits.x, y }),
      ...(foretold.length > 0 ? [theoryWords.hints.theory] : []),
    ].join('; '),
    says: waitTold(view),
    description: described(title, view.at, stats, timeEnd(view)),
    x: {
      title: waits.x,
      min: 0,
      max: edges.length - 1,
      ticks: [{ value: waitPlace(0), label: en.charts.waits.atOnce }, ...ticks],
    },
    y: amountAxis(y, 100),
    series: [...spans.map(({ lane, over }) => ({
      ...plainLine(lane, steps(over).map(({ x, y }) => ({ x: waitPlace(x, edges), y }))),
      stepped: true,
      dot: false,
    })), ...foretold], // prettier-ignore
    verticals: [],
    legend: true,
    notes: [],
    data: tableOf(spans.map(({ lane, over }) => ({ name: lane.title, over })), y),
  }; // prettier-ignore
}

/** For each sample, or each of many ranks, the per cent that is no longer. */
function steps(over: Samples): Point[] {
  const count = Math.min(over.count, STEPS_MAX);
  return Array.from({ length: count }, (_, place) => {
    const share = (place + 1) / count;
    return { x: over.quantile(share), y: share * 100 };
  });
}

function tableOf(spans: readonly { readonly name: string; readonly over: Samples }[], y: string): Table {
  const rows = spans.flatMap(({ name, over }) =>
    steps(over).map(({ x, y }) => [name, Number(x.toPrecision(12)), Number(y.toPrecision(12))]),
  );
  return { head: ['series', 'up_to_seconds', y], rows, units: [null, 's', y] };
}
