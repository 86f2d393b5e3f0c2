import { UtilisationFold } from '../../../shared/fold/utilisation.ts';
import { en } from '../../i18n/en.ts';
import { fill } from '../../i18n/fill.ts';
import { percentText, spanText } from '../../i18n/numbers.ts';
import { foldOf } from '../../stores/lane-fold.ts';
import { described } from '../describe.ts';
import { barPoints } from '../steps.ts';
import type { LineChart, Series } from '../spec.ts';
import { amountAxis, roundWindow, timeAxis } from '../ticks.ts';
import { lineEnd, lookOf, timeEnd, type ChartView } from '../view.ts';

const WINDOWS = 150;

/** Which share of the time the processor is used, window by window: at the boards, the master herself. */
export function utilisationChart(view: ChartView): LineChart {
  const { lanes, at, stage } = view;
  const text = en.charts.utilisation;
  const title = stage === 'boards' ? text.title : text.elsewhere;
  const end = timeEnd(view);
  const window = Math.max(60, roundWindow(end, WINDOWS));
  const uses = lanes.map((lane) => {
    const fold = foldOf(lane, 'utilisation', () => new UtilisationFold(lane.info.scenario));
    const until = lineEnd(lane, at);
    return { lane, soFar: fold.useAt(until), bars: fold.use(0, until, window) };
  });
  const series: Series[] = uses.map(({ lane, bars }) => ({
    name: lane.title,
    ...lookOf(lane),
    width: 2.5,
    points: barPoints(bars.map((bar) => ({ ...bar, value: bar.value * 100 }))),
    stepped: true,
    filled: false,
    dot: true,
    theory: false,
  }));
  return {
    kind: 'lines',
    id: 'utilisation',
    title,
    subtitle: fill(en.charts.window, { y: text.y, span: spanText(window) }),
    description: described(
      title,
      at,
      uses.map(({ lane, soFar }) => ({ name: lane.title, value: percentText(soFar) })),
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(text.y, 100),
    series,
    uprights: [],
    legend: true,
    notes: [],
  };
}
