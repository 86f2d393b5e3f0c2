import { ProgressFold } from '../../../shared/fold/progress.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { clockText, numberText } from '../../words/numbers.ts';
import type { ChartSettings } from '../../stage/kit/kind.ts';
import { foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import type { LineChart, Series, VerticalLine } from '../spec.ts';
import { makespanSays } from '../theory.ts';
import { amountAxis, roundUp, timeAxis } from '../ticks.ts';
import { lineEnd, lookOf, pointsIn, settingsOf, shownAt, timeEnd, type ChartLane, type ChartView } from '../view.ts';

/** Points of a line at most: no chart is wider than that in pixels. */
export const POINTS_MAX = 1200;

/** The fold of what a lane has done. */
export function progressOf(lane: ChartLane, { progressKinds }: Pick<ChartSettings, 'progressKinds'>): ProgressFold {
  return foldOf(lane, `progress-${progressKinds.join()}`, () => new ProgressFold(progressKinds));
}

/** Moves played over virtual time, with theory's line and its finish. */
export function progressChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const text = en.charts.progress;
  const settings = settingsOf(view);
  const { title, y } = settings.progress;
  const end = timeEnd(view);
  const totals = lanes.map((lane) => Math.max(lane.theory.prediction?.units ?? 0, progressOf(lane, settings).units));
  const top = Math.max(1, ...totals);
  const series: Series[] = lanes.flatMap((lane) => [
    ...(lane.ghost === true ? [] : theoryLine(lane)),
    line(lane, settings, view),
  ]);
  const verticals: VerticalLine[] = lanes.flatMap((lane) => {
    const finish = lane.theory.prediction?.makespan ?? lane.makespan;
    if (finish === null || lane.ghost === true) return [];
    const label = fill(en.charts.finish, { lane: lane.title, at: clockText(finish, end) });
    return [{ x: finish, label, colour: lookOf(lane).colour }];
  });
  const estimated = lanes.some((lane) => lane.theory.prediction?.exact === false);
  const said = lanes.map((lane, place) => ({
    name: lane.title,
    value: fill(text.at, {
      count: numberText(progressOf(lane, settings).done.valueAt(shownAt(lane, at))),
      total: numberText(Math.round(totals[place]!)),
    }),
  }));
  return {
    kind: 'lines',
    id: 'progress',
    title,
    subtitle: estimated ? en.charts.estimate : series.some(({ theory }) => theory) ? en.charts.theoryHint : '',
    description: described(title, at, said, end),
    says: makespanSays(view),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(y, Number.isInteger(top) ? top : roundUp(top)),
    series,
    verticals,
    legend: verticals.length < lanes.length,
    notes: [],
  };
}

function line(lane: ChartLane, settings: ChartSettings, view: ChartView): Series {
  const points = pointsIn(progressOf(lane, settings).done, view, lineEnd(lane, view.at), POINTS_MAX);
  return {
    name: lane.title,
    ...lookOf(lane),
    width: 3,
    points,
    stepped: true,
    filled: false,
    dot: lane.ghost !== true,
    theory: false,
  };
}

/** Replies come one reply's time behind her moves, which are made evenly as long as she is busy. */
function theoryLine(lane: ChartLane): Series[] {
  const { prediction } = lane.theory;
  if (prediction === null) return [];
  const { masterFinished, makespan, units } = prediction;
  if (masterFinished === null || units === null) return [];
  const points = [
    { x: Math.max(0, makespan - masterFinished), y: 0 },
    { x: makespan, y: units },
  ];
  const name = fill(en.charts.theory, { lane: lane.title });
  const { colour } = lookOf(lane);
  return [{ name, colour, width: 1.2, dash: [2, 4], points, stepped: false, filled: false, dot: false, theory: true }];
}
