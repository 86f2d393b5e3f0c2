import type { Point, Series } from './spec.ts';
import { lookOf, type ChartLane } from './view.ts';

/** The line of a lane: in its colour, with its dash, and a dot where it is now. */
export function plainLine(lane: Pick<ChartLane, 'index' | 'title' | 'ghost'>, points: readonly Point[]): Series {
  const look = { name: lane.title, ...lookOf(lane), width: 2.5 };
  return { ...look, points, stepped: false, filled: false, dot: lane.ghost !== true, theory: false };
}
