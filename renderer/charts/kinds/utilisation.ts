import { UtilisationFold } from '../../../shared/fold/utilisation.ts';
import { en } from '../../i18n/en.ts';
import { fill } from '../../i18n/fill.ts';
import { percentText, spanText } from '../../i18n/numbers.ts';
import { foldOf } from '../../stores/lane-fold.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import { movingFigure } from '../moving.ts';
import type { LineChart } from '../spec.ts';
import { amountAxis, roundWindow, timeAxis } from '../ticks.ts';
import { lineEnd, timeEnd, type ChartView } from '../view.ts';

/** Windows over the whole run, about. */
const WINDOWS = 150;

/** Which share of the time the processor has been used lately: at the boards, the master herself. */
export function utilisationChart(view: ChartView): LineChart {
  const { lanes, at, stage } = view;
  const text = en.charts.utilisation;
  const title = stage === 'boards' ? text.title : text.elsewhere;
  const end = timeEnd(view);
  const window = Math.max(60, roundWindow(end, WINDOWS));
  const uses = lanes.map((lane) => {
    const fold = foldOf(lane, 'utilisation', () => new UtilisationFold(lane.info.scenario));
    const until = lineEnd(lane, at);
    const points = movingFigure(until, window, (from, to) => fold.useBetween(from, to) * 100);
    return { lane, points, soFar: fold.useAt(until) };
  });
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
    series: uses.map(({ lane, points }) => plainLine(lane, points)),
    uprights: [],
    legend: true,
    notes: [],
  };
}
