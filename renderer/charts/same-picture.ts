import { sameFrame } from './config.ts';
import { placeX, placeY, type Area } from './overlay.ts';
import type { ChartSpec, Point } from './spec.ts';

/** Distance of two places in pixels that nobody sees. */
const UNSEEN = 0.5;

/** Whether two charts look the same between axes that span `area`: nothing has moved by half a pixel. */
export function samePicture(a: ChartSpec, b: ChartSpec, area: Area): boolean {
  if (a.kind === 'bars') return b.kind === 'bars' && JSON.stringify([a.x, a.bars]) === JSON.stringify([b.x, b.bars]);
  if (b.kind === 'bars') return false;
  if (!sameFrame(a, b) || JSON.stringify([a.verticals, a.notes]) !== JSON.stringify([b.verticals, b.notes]))
    return false;
  const near = (one: Point, other: Point) =>
    Math.abs(placeX(one.x, a.x, area) - placeX(other.x, a.x, area)) < UNSEEN &&
    Math.abs(placeY(one.y, a.y, area) - placeY(other.y, a.y, area)) < UNSEEN;
  return a.series.every(({ points }, place) => {
    const others = b.series[place]!.points;
    const [last, otherLast] = [points.at(-1), others.at(-1)];
    if (last === undefined || otherLast === undefined) return last === otherLast;
    // What one of them has more lies where the other ends.
    return Array.from({ length: Math.max(points.length, others.length) }).every((_, index) =>
      near(points[index] ?? last, others[index] ?? otherLast),
    );
  });
}
