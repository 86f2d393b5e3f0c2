import { throughput } from '../../../shared/fold/throughput.ts';
import { en } from '../../i18n/en.ts';
import { fill } from '../../i18n/fill.ts';
import { numberText, spanText } from '../../i18n/numbers.ts';
import { described } from '../describe.ts';
import { barPoints } from '../steps.ts';
import type { LineChart, Series } from '../spec.ts';
import { amountAxis, roundUp, roundWindow, timeAxis } from '../ticks.ts';
import { lineEnd, lookOf, timeEnd, type ChartView } from '../view.ts';
import { progressOf } from './progress.ts';

/** Windows over the whole run, about. */
const WINDOWS = 150;
const MINUTE = 60;

/** How many moves a minute are played, window by window. */
export function throughputChart(view: ChartView): LineChart {
  const { lanes, at, stage } = view;
  const text = en.charts.throughput;
  const end = timeEnd(view);
  const window = Math.max(MINUTE, roundWindow(end, WINDOWS));
  const rates = lanes.map((lane) => {
    const { done } = progressOf(lane, stage);
    const perMinute = (until: number) =>
      throughput(done, 0, until, window).map((bar) => ({ ...bar, value: bar.value * MINUTE }));
    return { lane, soFar: perMinute(lineEnd(lane, at)), whole: perMinute(Math.min(end, lane.trace.endsAt)) };
  });
  const top = roundUp(Math.max(0, ...rates.flatMap(({ whole }) => whole.map(({ value }) => value))));
  const series: Series[] = rates.map(({ lane, soFar }) => ({
    name: lane.title,
    ...lookOf(lane),
    width: 2.5,
    points: barPoints(soFar),
    stepped: true,
    filled: false,
    dot: true,
    theory: false,
  }));
  const said = rates.map(({ lane, soFar }) => ({ name: lane.title, value: numberText(soFar.at(-1)?.value ?? 0) }));
  const title = text.title;
  return {
    kind: 'lines',
    id: 'throughput',
    title,
    subtitle: fill(en.charts.window, { y: text.y, span: spanText(window) }),
    description: described(`${title}, ${text.y}`, at, said),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(text.y, top),
    series,
    uprights: [],
    legend: true,
    notes: [],
  };
}
