import { ReadyFold } from '../../../shared/fold/ready.ts';
import { en } from '../../words/en.ts';
import { numberText } from '../../words/numbers.ts';
import { foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import type { LineChart } from '../spec.ts';
import { highestOf, littleHints, littleLines, littleTold } from '../waiting.ts';
import { amountAxis, roundUpCount, timeAxis } from '../ticks.ts';
import { lineEnd, pointsIn, settingsOf, timeEnd, type ChartView } from '../view.ts';

/** Points of a line at most. */
const POINTS_MAX = 900;

/** How many tasks could go on if somebody had time for them: at the boards, how many wait for her. */
export function readyChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const { title, y: unit } = settingsOf(view).ready ?? en.charts.ready.elsewhere;
  const end = timeEnd(view);
  const queues = lanes.map((lane) => {
    const { queueing } = foldOf(lane, 'ready', () => new ReadyFold());
    const whole = queueing.points(0, end, POINTS_MAX).map(({ y }) => y);
    return { lane, queueing, highest: Math.max(0, ...whole) };
  });
  const beside = littleLines(view, end);
  return {
    kind: 'lines',
    id: 'ready',
    title,
    subtitle: [unit, ...littleHints(beside)].join('; '),
    says: littleTold(view),
    description: described(
      title,
      at,
      queues.map(({ lane, queueing }) => ({ name: lane.title, value: numberText(queueing.valueAt(at)) })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(unit, roundUpCount(Math.max(highestOf(beside), ...queues.map(({ highest }) => highest)))),
    series: [
      ...queues.map(({ lane, queueing }) => ({
        ...plainLine(lane, pointsIn(queueing, view, lineEnd(lane, at), POINTS_MAX)),
        stepped: true,
      })),
      ...beside,
    ],
    verticals: [],
    legend: true,
    notes: [],
  };
}
