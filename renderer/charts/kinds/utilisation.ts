import { UtilisationFold } from '../../../shared/fold/utilisation.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { theory as theoryWords } from '../../words/en/theory.ts';
import { numberText, percentText, spanText } from '../../words/numbers.ts';
import { foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import { movingFigure } from '../moving.ts';
import type { LineChart, Series } from '../spec.ts';
import { lawLevel, lawsAt, measureOf, theoryLevel, theorySays, useSays } from '../theory.ts';
import { amountAxis, lately, timeAxis } from '../ticks.ts';
import { isWhole } from '../whole.ts';
import { lineEnd, settingsOf, timeEnd, type ChartView } from '../view.ts';

const MINUTE = 60;

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
    return { lane, points, soFar: isWhole(lane, until) ? lane.whole.figures.processorUse : fold.useAt(until) };
  });
  const law = uses.flatMap(({ lane }): Series[] => {
    const until = lineEnd(lane, at);
    if (lane.ghost === true || until === 0) return [];
    return [lawLevel(lane, 'utilisation', lawsAt(lane, at, view).use.product * 100, until)];
  });
  const foretold = uses.flatMap(({ lane }): Series[] => {
    const measure = measureOf(lane, 'processorUse');
    return measure === null ? [] : [theoryLevel(lane, measure.value * 100, end)];
  });
  const hints = [
    ...(law.length > 0 ? [theoryWords.hints.utilisation] : []),
    ...(foretold.length > 0 ? [theoryWords.hints.theory] : []),
  ];
  return {
    kind: 'lines',
    id: 'utilisation',
    title,
    subtitle: [fill(en.charts.window, { y, span: spanText(window) }), ...hints].join('; '),
    says: says(view),
    description: described(
      title,
      at,
      uses.map(({ lane, soFar }) => ({ name: lane.title, value: percentText(soFar) })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(y, 100),
    series: [...uses.map(({ lane, points }) => plainLine(lane, points)), ...law, ...foretold],
    verticals: [],
    legend: true,
    notes: [],
  };
}

/** The utilisation law and theory in sentences. */
function says(view: ChartView): string[] {
  const rate = (perSecond: number) => numberText(perSecond * MINUTE);
  const share = (value: number) => `${numberText(value * 100)} %`;
  return [
    ...useSays(view, { rate, span: spanText, share }),
    ...theorySays(view, {
      figure: 'processorUse',
      measured: (lane) => lawsAt(lane, view.at, view).use.use,
      text: share,
    }),
  ];
}
