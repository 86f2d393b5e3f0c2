import type { Point } from './spec.ts';

/** Points of a line to each window. */
const POINTS_A_WINDOW = 3;

/**
 * A figure about the `window` seconds before each instant, as a line from 0 to `until`. It is read at instants that
 * stay where they are while the line grows, and at its end; near the start the window is as long as there is time.
 */
export function movingFigure(until: number, window: number, figure: (from: number, to: number) => number): Point[] {
  const step = window / POINTS_A_WINDOW;
  const points: Point[] = [];
  for (let place = 1; place * step < until; place++) points.push(at(place * step));
  if (until > 0) points.push(at(until));
  return points.length === 0 ? [] : [{ x: 0, y: points[0]!.y }, ...points];

  function at(instant: number): Point {
    return { x: instant, y: figure(Math.max(0, instant - window), instant) };
  }
}
