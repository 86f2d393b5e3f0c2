import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { numberText } from '../../words/numbers.ts';
import { queuesOf } from '../../stage/kit/chart-settings.ts';
import { described } from '../describe.ts';
import { plainLine } from '../line.ts';
import type { LineChart, Series } from '../spec.ts';
import { highestOf, littleHints, littleLines, littleTold } from '../waiting.ts';
import { amountAxis, roundUpCount, timeAxis } from '../ticks.ts';
import { lineEnd, pointsIn, timeEnd, type ChartLane, type ChartView } from '../view.ts';

/** Points of a line at most. */
const POINTS_MAX = 900;
/** A capacity that is so many times what the queue ever held is told in words: its line would press the others flat. */
const CAPACITY_NEAR = 4;

/** How many items are in the queue, and how many there is room for. */
export function depthChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const text = en.charts.depth;
  const { title, y } = text.elsewhere;
  const end = timeEnd(view);
  const queues = lanes.flatMap((lane) => {
    const all = queuesOf(lane).queues;
    return all.map(({ resource, depth }) => {
      const queue = lane.trace.names.resources[resource] ?? String(resource);
      const name = all.length === 1 ? lane.title : fill(text.named, { lane: lane.title, queue });
      return { lane: { index: lane.index, title: name, ghost: lane.ghost === true }, depth, until: lineEnd(lane, at) };
    });
  });
  const beside = queues.length === lanes.length ? littleLines(view, end) : [];
  const deepest = Math.max(
    1,
    highestOf(beside),
    ...queues.flatMap(({ depth }) => depth.points(0, end, POINTS_MAX).map(({ y }) => y)),
  );
  const capacity = capacityOf(lanes);
  const near = capacity !== null && capacity <= CAPACITY_NEAR * deepest;
  const room = capacity === null ? '' : fill(text.room, { capacity: numberText(capacity) });
  const lines: Series[] = queues.map(({ lane, depth, until }) => ({
    ...plainLine(lane, pointsIn(depth, view, until, POINTS_MAX)),
    stepped: true,
  }));
  return {
    kind: 'lines',
    id: 'depth',
    title,
    subtitle: [
      capacity === null ? y : near ? fill(text.withRoom, { room }) : `${y}, ${room}`,
      ...littleHints(beside),
    ].join('; '),
    says: littleTold(view),
    description: described(
      title,
      at,
      queues.map(({ lane, depth }) => ({ name: lane.title, value: numberText(depth.valueAt(at)) })),
      end,
    ),
    x: timeAxis(en.charts.time, end),
    y: amountAxis(y, roundUpCount(near ? Math.max(deepest, capacity) : deepest)),
    series: [...(near ? [limit(room, capacity, end)] : []), ...lines, ...beside],
    verticals: [],
    legend: true,
    notes: [],
  };
}

/** How many items a queue can hold; null where that is not limited or nobody says it. */
function capacityOf(lanes: readonly ChartLane[]): number | null {
  const { capacity } = (lanes[0]?.info.scenario.params ?? {}) as { readonly capacity?: unknown };
  return typeof capacity === 'number' ? capacity : null;
}

function limit(name: string, capacity: number, end: number): Series {
  const points = [
    { x: 0, y: capacity },
    { x: end, y: capacity },
  ];
  const look = { colour: 'ink', width: 1.5, dash: [2, 4] } as const;
  return { name, ...look, points, stepped: false, filled: false, dot: false, theory: true };
}
