import { ReadyFold } from '../../../shared/fold/ready.ts';
import { en } from '../../i18n/en.ts';
import { numberText } from '../../i18n/numbers.ts';
import { foldOf } from '../../stores/lane-fold.ts';
import { described } from '../describe.ts';
import type { LineChart, Series } from '../spec.ts';
import { amountAxis, roundUp, timeAxis } from '../ticks.ts';
import { lineEnd, lookOf, timeEnd, type ChartView } from '../view.ts';

/** Points of a line at most. */
const POINTS_MAX = 900;

/** How many tasks could go on if somebody had time for them: at the boards, how many wait for her. */
export function readyChart(view: ChartView): LineChart {
  const { lanes, at, stage } = view;
  const text = en.charts.ready;
  const title = stage === 'boards' ? text.title : text.elsewhere;
  const end = timeEnd(view);
  const queues = lanes.map((lane) => {
    const { queueing } = foldOf(lane, 'ready', () => new ReadyFold());
    return { lane, queueing, points: queueing.points(0, lineEnd(lane, at), POINTS_MAX) };
  });
  const highest = Math.max(0, ...queues.flatMap(({ queueing }) => queueing.points(0, end, POINTS_MAX).map(({ y }) => y)));
  const series: Series[] = queues.map(({ lane, points }) => ({
    name: lane.title,
    ...lookOf(lane),
    width: 2,
    points,
    stepped: true,
    filled: false,
    dot: true,
    theory: false,
  }));
  return {
    kind: 'lines',
    id: 'ready',
    title,
    subtitle: stage === 'boards' ? text.y : text.yElsewhere,
    description: described(
      title,
      at,
      queues.map(({ lane, queueing }) => ({ name: lane.title, value: numberText(queueing.valueAt(at)) })),
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(stage === 'boards' ? text.y : text.yElsewhere, Math.max(2, roundUp(highest))),
    series,
    uprights: [],
    legend: true,
    notes: [],
  };
}
