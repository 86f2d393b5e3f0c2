import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { clockText } from '../../words/numbers.ts';
import { described } from '../describe.ts';
import type { BarChart, BarItem } from '../spec.ts';
import { makespanSays, measureOf } from '../theory.ts';
import { timeAxis } from '../ticks.ts';
import { lookOf, shownAt, timeEnd, type ChartView } from '../view.ts';

/** How long each model takes; a lane that is not over yet grows with the clock. */
export function makespanChart(view: ChartView): BarChart {
  const { lanes, at } = view;
  const text = en.charts.makespan;
  const { title, y } = text.elsewhere;
  const bars: BarItem[] = lanes.map((lane) => {
    const open = lane.makespan === null || shownAt(lane, at) < lane.makespan;
    const value = open ? shownAt(lane, at) : lane.makespan;
    const theory = measureOf(lane, 'makespan')?.value ?? lane.theory.prediction?.makespan ?? null;
    const label = open ? fill(text.soFar, { at: clockText(value, timeEnd(view)) }) : clockText(value, timeEnd(view));
    const { colour, ghost = false } = lookOf(lane);
    return { name: lane.title, colour, value, label, theory, open, ghost };
  });
  return {
    kind: 'bars',
    id: 'makespan',
    title,
    subtitle: bars.some(({ theory }) => theory !== null) ? en.charts.theoryHint : '',
    description: described(
      title,
      at,
      bars.map(({ name, label }) => ({ name, value: label })),
      timeEnd(view),
    ),
    says: makespanSays(view),
    x: timeAxis(y, Math.max(timeEnd(view), ...bars.map(({ theory }) => theory ?? 0))),
    bars,
  };
}
