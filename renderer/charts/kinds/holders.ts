import { LagFold, type Holder } from '../../../shared/fold/lag.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { spanText } from '../../words/numbers.ts';
import { taskTitle } from '../../words/sentence.ts';
import { foldAt, foldOf } from '../../stores/folds.ts';
import { described } from '../describe.ts';
import type { BarChart, BarItem, Table } from '../spec.ts';
import { roundUp, timeAxis } from '../ticks.ts';
import { lookOf, settingsOf, type ChartLane, type ChartView } from '../view.ts';

/** Bars that find room, all lanes together. */
const BARS_MAX = 4;

/** Which tasks kept the loop from others who were ready, and for how long: the worst of the whole run. */
export function holdersChart({ lanes, at, kind }: ChartView): BarChart {
  const { blocks = () => true } = settingsOf({ kind, lanes });
  const text = en.charts.holders;
  const { title, y } = text.elsewhere;
  const most = Math.max(1, Math.floor(BARS_MAX / lanes.length));
  const held = lanes.map((lane) => {
    const counts = ({ task }: Holder) => blocks(lane, task);
    const whole = foldOf(lane, 'lag-whole', () => new LagFold()).heldAt(lane.trace.endsAt);
    return { lane, whole: whole.filter(counts), now: holdersAt(lane, at).filter(counts) };
  });
  const longest = Math.max(0, ...held.map(({ whole }) => whole[0]?.seconds ?? 0));
  const bars = held.flatMap(({ lane, whole, now }): BarItem[] => {
    const look = { colour: lookOf(lane).colour, theory: null, open: true };
    if (whole.length === 0) {
      const name = fill(text.task, { lane: lane.title, task: text.nobody });
      return [{ name, value: 0, label: '', ...look }];
    }
    // Chosen by the whole run, so that bars grow and do not change places.
    return whole.slice(0, most).map(({ task }) => {
      const who = taskTitle({ trace: lane.trace, manner: kind.manner }, task);
      const value = now.find((holder) => holder.task === task)?.seconds ?? 0;
      const name = lanes.length === 1 ? who : fill(text.task, { lane: lane.title, task: who });
      return { name, value, label: spanText(value), ...look };
    });
  });
  return {
    kind: 'bars',
    id: 'holders',
    title,
    subtitle: y,
    description: described(
      title,
      at,
      bars.map(({ name, label }) => ({ name, value: label === '' ? spanText(0) : label })),
    ),
    x: timeAxis(y, roundUp(longest)),
    bars,
    data: tableOf(held, kind),
  };
}

function holdersAt(lane: ChartLane, at: number): readonly Holder[] {
  return foldAt(lane, 'lag', at, () => new LagFold()).heldAt(Math.min(at, lane.trace.endsAt));
}

/** All of them, not only those that have a bar. */
function tableOf(held: readonly { lane: ChartLane; now: readonly Holder[] }[], { manner }: ChartView['kind']): Table {
  const rows = held.flatMap(({ lane, now }) =>
    now.map(({ task, seconds }) => {
      return [lane.title, taskTitle({ trace: lane.trace, manner }, task), Number(seconds.toPrecision(12))];
    }),
  );
  return { head: ['lane', 'task', 'held_seconds'], rows, units: [null, null, 's'] };
}
