import { UtilisationFold } from '../../../shared/fold/utilisation.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { percentText, spanText } from '../../words/numbers.ts';
import { foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import { movingFigure } from '../moving.ts';
import type { LineChart } from '../spec.ts';
import { amountAxis, lately, timeAxis } from '../ticks.ts';
import { lineEnd, settingsOf, timeEnd, type ChartView } from '../view.ts';

/** Which share of the time the processor has been used lately: at the boards, the master herself. */
export function utilisationChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const { title, y } = settingsOf(view).utilisation;
  const end = timeEnd(view);
  const window = lately(end);
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
    subtitle: fill(en.charts.window, { y, span: spanText(window) }),
    description: described(
      title,
      at,
      uses.map(({ lane, soFar }) => ({ name: lane.title, value: percentText(soFar) })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(y, 100),
    series: uses.map(({ lane, points }) => plainLine(lane, points)),
    verticals: [],
    legend: true,
    notes: [],
  };
}
