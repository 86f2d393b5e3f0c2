import type { Curve } from '../../../shared/fold/curve.ts';
import { completions } from '../../../shared/fold/throughput.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { theory as theoryWords } from '../../words/en/theory.ts';
import { numberText, spanText } from '../../words/numbers.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import { movingFigure } from '../moving.ts';
import type { LineChart, Point } from '../spec.ts';
import { measureOf, theoryLevel, theorySays } from '../theory.ts';
import { amountAxis, lately, roundUp, timeAxis } from '../ticks.ts';
import { lineEnd, settingsOf, timeEnd, type ChartView } from '../view.ts';
import { progressOf } from './progress.ts';

const MINUTE = 60;

/** How much a minute has been done lately: moves, items, tasks. */
export function throughputChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const settings = settingsOf(view);
  const { title, y: unit } = settings.throughput;
  const end = timeEnd(view);
  const window = lately(end);
  const rates = lanes.map((lane) => {
    const { done } = progressOf(lane, settings);
    // The axis holds the whole run from the start, so that it does not jump while the line grows.
    const whole = perMinute(done, Math.min(end, lane.trace.endsAt), window);
    return {
      lane,
      points: perMinute(done, lineEnd(lane, at), window),
      highest: Math.max(0, ...whole.map(({ y }) => y)),
    };
  });
  const foretold = lanes.flatMap((lane) => {
    const measure = measureOf(lane, 'throughput');
    return measure === null ? [] : [theoryLevel(lane, measure.value * MINUTE, end)];
  });
  return {
    kind: 'lines',
    id: 'throughput',
    title,
    subtitle: [
      fill(en.charts.window, { y: unit, span: spanText(window) }),
      ...(foretold.length > 0 ? [theoryWords.hints.theory] : []),
    ].join('; '),
    says: theorySays(view, {
      figure: 'throughput',
      measured: (lane) => (at > 0 ? progressOf(lane, settings).done.valueAt(at) / lineEnd(lane, at) : null),
      text: (perSecond) => `${numberText(perSecond * MINUTE)} ${unit}`,
    }),
    description: described(
      title,
      at,
      rates.map(({ lane, points }) => ({ name: lane.title, value: `${numberText(points.at(-1)?.y ?? 0)} ${unit}` })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(
      unit,
      roundUp(Math.max(...rates.map(({ highest }) => highest), ...foretold.map(({ points }) => points[0]!.y))),
    ),
    series: [...rates.map(({ lane, points }) => plainLine(lane, points)), ...foretold],
    verticals: [],
    legend: true,
    notes: [],
  };
}

function perMinute(done: Curve, until: number, window: number): Point[] {
  return movingFigure(until, window, (from, to) => (completions(done, from, to) / (to - from)) * MINUTE);
}
