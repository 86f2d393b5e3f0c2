import { marks, type MarkId } from '../../../shared/fold/marks.ts';
import { TimeSplitFold } from '../../../shared/fold/time-split.ts';
import { foldAt, foldOf } from '../../stores/folds.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { numberText, spanText } from '../../words/numbers.ts';
import { taskTitle } from '../../words/sentence.ts';
import { described } from '../describe.ts';
import type { BarChart, BarItem, Table } from '../spec.ts';
import { timeAxis } from '../ticks.ts';
import { endOf, lookOf, timeEnd, type ChartLane, type ChartView } from '../view.ts';

/** Bars that find room, all lanes together: in the dock, and in a large view. */
const BARS_MAX = 4;
const BARS_ROOMY = 16;

const NONE = { running: 0, ready: 0, waiting: 0, holding: 0 };

interface TaskSplit {
  readonly task: number;
  readonly life: number;
  readonly seconds: Readonly<Record<MarkId, number>>;
}

/** How the life of each task is split into running, ready, waiting and blocking: the longest lives, and the mean of the rest. */
export function splitChart(view: ChartView): BarChart {
  const { at, kind } = view;
  const lanes = view.lanes.filter(({ ghost }) => ghost !== true);
  const text = en.charts.split;
  const { title, y } = text.elsewhere;
  const most = Math.max(2, Math.floor((view.roomy === true ? BARS_ROOMY : BARS_MAX) / lanes.length));
  const split = lanes.map((lane) => ({ lane, tasks: splitsOf(lane, at, kind.firstTask) }));
  const bars = split.flatMap(({ lane, tasks }): BarItem[] => {
    const { colour } = lookOf(lane);
    const named = (task: string) => (lanes.length === 1 ? task : fill(text.task, { lane: lane.title, task }));
    const bar = (name: string, { life, seconds }: Omit<TaskSplit, 'task'>): BarItem => {
      const parts = marks.map(({ id }) => ({ mark: id, value: seconds[id] }));
      return { name: named(name), colour, value: life, label: partsText(seconds, kind.marks), theory: null, open: true, parts };
    }; // prettier-ignore
    const shown = tasks.length <= most ? tasks : tasks.slice(0, most - 1);
    const rest = tasks.slice(shown.length);
    const own = shown.map((each) => bar(taskTitle({ trace: lane.trace, manner: kind.manner }, each.task), each));
    return rest.length === 0 ? own : [...own, bar(fill(text.rest, { count: numberText(rest.length) }), mean(rest))];
  });
  return {
    kind: 'bars',
    id: 'split',
    title,
    subtitle: y,
    description: described(title, at, bars.map(({ name, label }) => ({ name, value: label })), timeEnd(view)),
    x: timeAxis(y, timeEnd(view)),
    bars,
    data: tableOf(split, kind),
  }; // prettier-ignore
}

/** The splits of a lane's tasks. Those come first that live longest in the whole run, so that bars grow and do not change places. */
function splitsOf(lane: ChartLane, at: number, first: number): TaskSplit[] {
  const whole = foldOf(lane, 'time-split-whole', () => new TimeSplitFold());
  const end = endOf(lane);
  const lives = Array.from({ length: whole.size }, (_, task) => whole.split(task, end)?.life ?? 0);
  const fold = foldAt(lane, 'time-split', at, () => new TimeSplitFold());
  const splits: TaskSplit[] = [];
  for (let task = Math.min(first, whole.size - 1); task < whole.size; task++) {
    const split = fold.split(task, Math.min(at, end));
    splits.push({ task, life: split?.life ?? 0, seconds: split?.seconds ?? NONE });
  }
  return splits.sort((a, b) => lives[b.task]! - lives[a.task]! || a.task - b.task);
}

function mean(splits: readonly TaskSplit[]): Omit<TaskSplit, 'task'> {
  const of = (read: (split: TaskSplit) => number) =>
    splits.reduce((sum, split) => sum + read(split), 0) / splits.length;
  const seconds = Object.fromEntries(marks.map(({ id }) => [id, of((split) => split.seconds[id])]));
  return { life: of(({ life }) => life), seconds: seconds as Record<MarkId, number> };
}

/** "running 2 min 30 s, waiting 27 min 30 s": what there is of it. */
function partsText(seconds: TaskSplit['seconds'], words: Readonly<Record<MarkId, string>>): string {
  const parts = marks.filter(({ id }) => seconds[id] > 0);
  return parts.map(({ id }) => `${words[id]} ${spanText(seconds[id])}`).join(', ');
}

/** All of them, not only those that have a bar. */
function tableOf(
  split: readonly { readonly lane: ChartLane; readonly tasks: readonly TaskSplit[] }[],
  { manner }: ChartView['kind'],
): Table {
  const rows = split.flatMap(({ lane, tasks }) =>
    tasks.map(({ task, seconds }) => [
      lane.title,
      taskTitle({ trace: lane.trace, manner }, task),
      ...marks.map(({ id }) => Number(seconds[id].toPrecision(12))),
    ]),
  );
  const columns = ['running', 'ready', 'waiting', 'blocking'].map((mark) => `${mark}_seconds`);
  return { head: ['lane', 'task', ...columns], rows, units: [null, null, 's', 's', 's', 's'] };
}
