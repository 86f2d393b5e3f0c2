import type { Point, Series } from './spec.ts';
import { lookOf } from './view.ts';

/** The line of a lane: in its colour, with its dash, and a dot where it is now. */
export function plainLine(lane: { readonly index: number; readonly title: string }, points: readonly Point[]): Series {
  const look = { name: lane.title, ...lookOf(lane), width: 2.5 };
  return { ...look, points, stepped: false, filled: false, dot: true, theory: false };
}
