import { LagCourse } from '../../../shared/fold/lag-course.ts';
import { LagFold } from '../../../shared/fold/lag.ts';
import type { Samples } from '../../../shared/fold/samples.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { spanText } from '../../words/numbers.ts';
import { foldAt, foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import { spreadChart, spreadText } from '../histogram.ts';
import { plainLine } from '../line.ts';
import { movingFigure } from '../moving.ts';
import type { LineChart } from '../spec.ts';
import { amountAxis, roundUp, roundWindow, timeAxis } from '../ticks.ts';
import { lagsOf as wholeLags } from '../whole.ts';
import { lineEnd, lookOf, shownAt, timeEnd, type ChartLane, type ChartView } from '../view.ts';

/** Windows over the whole run, about. */
const WINDOWS = 60;

/** How late tasks were run that had been woken, over time: the worst of each while. */
export function lagChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const text = en.charts.lag;
  const { title, y } = text.elsewhere;
  const end = timeEnd(view);
  const window = roundWindow(end, WINDOWS);
  const courses = lanes.map((lane) => {
    const course = foldOf(lane, 'lag-course', () => new LagCourse());
    const points = movingFigure(lineEnd(lane, at), window, (from, to) => course.worstBetween(from, to));
    return { lane, points, worst: course.worstBetween(0, end), lags: lagsOf(lane, at) };
  });
  const said = courses.map(({ lane, lags }) => ({ lane, text: spreadText(lags, text.none) }));
  return {
    kind: 'lines',
    id: 'lag',
    title,
    subtitle: fill(text.worst, { y, span: spanText(window) }),
    description: described(
      title,
      at,
      said.map(({ lane, text }) => ({ name: lane.title, value: text })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(text.seconds, roundUp(Math.max(...courses.map(({ worst }) => worst))), spanText),
    series: courses.map(({ lane, points }) => ({ ...plainLine(lane, points), stepped: true })),
    verticals: [],
    legend: true,
    notes: said.map(({ lane, text }) => ({ text, colour: lookOf(lane).colour })),
  };
}

/** The spread of the same. */
export function lagsChart(view: ChartView): LineChart {
  const words = { ...en.charts.lags.elsewhere, none: en.charts.lag.none };
  const lags = view.lanes.map((lane) => ({ lane, over: lagsOf(lane, view.at).copy() }));
  return spreadChart('lags', words, view, lags);
}

function lagsOf(lane: ChartLane, at: number): Samples {
  const shown = shownAt(lane, at);
  return wholeLags(lane, shown, () => foldAt(lane, 'lag', shown, () => new LagFold()).lags);
}
