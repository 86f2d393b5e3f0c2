import type { Bar } from '../../shared/fold/bars.ts';
import type { Point } from './spec.ts';

/** Bars side by side as the outline that runs along their tops: a value from each edge until the next. */
export function barPoints(bars: readonly Bar[]): Point[] {
  const last = bars.at(-1);
  const points = bars.map(({ from, value }) => ({ x: from, y: value }));
  return last === undefined ? points : [...points, { x: last.to, y: last.value }];
}
