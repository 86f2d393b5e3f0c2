/**
 * A chart over virtual time of which a stretch is shown. It is another chart: axes, ticks, lines and words are made for the
 * stretch, so that screen, picture, drawing and table show the same. (A plugin of Chart.js would zoom the screen alone.)
 */
import { panStretch, wholeRun, zoomStretch } from '../timeline/stretch.ts';
import type { Stretch } from '../timeline/window.ts';
import type { ChartSpec, LineChart, Point, Series } from './spec.ts';
import { timeTicks } from './ticks.ts';

export type { Stretch };

/** Whether a chart can be zoomed: whether it is one over virtual time. */
export function isZoomable(spec: ChartSpec): spec is LineChart {
  return spec.kind === 'lines' && spec.x.time === true;
}

/** The chart of a stretch; the same chart where it cannot be zoomed, or all of it is shown. */
export function zoomed(spec: ChartSpec, stretch: Stretch | null): ChartSpec {
  if (stretch === null || !isZoomable(spec)) return spec;
  const [min, max] = [Math.max(spec.x.min, stretch.from), Math.min(spec.x.max, stretch.to)];
  if (!(max > min)) return spec;
  return {
    ...spec,
    x: { ...spec.x, min, max, ticks: timeTicks(min, max) },
    series: spec.series.map((series) => cut(series, min, max)),
    verticals: spec.verticals.filter(({ x }) => x >= min && x <= max),
    // Names that stood at lines which are out of sight stand in the legend.
    legend: spec.legend || spec.verticals.some(({ x }) => x < min || x > max),
  };
}

/** What of a line lies between two instants, with its values at them. */
function cut(series: Series, from: number, to: number): Series {
  const { points, dot } = series;
  const inside = points.filter(({ x }) => x > from && x < to);
  const ends = [from, to].map((x): Point | null => {
    const y = valueAt(series, x);
    return y === null ? null : { x, y };
  });
  const last = points.at(-1);
  const shown = [ends[0]!, ...inside, ends[1]!].filter((point) => point !== null);
  return { ...series, points: shown, dot: dot && last !== undefined && last.x >= from && last.x <= to };
}

/** The value of a line at an instant; null before it begins and after it ends. */
export function valueAt({ points, stepped }: Pick<Series, 'points' | 'stepped'>, x: number): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || x < first.x || x > last.x) return null;
  const after = firstAfter(points, x);
  const before = points[after - 1]!;
  const next = points[after];
  if (stepped || next === undefined || next.x === before.x) return before.y;
  return before.y + ((x - before.x) / (next.x - before.x)) * (next.y - before.y);
}

/** Number of the first point that lies beyond an instant. */
function firstAfter(points: readonly Point[], x: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.x <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch zoomed or moved; null when all of a run of `end` seconds is shown again. */
export function changed(
  stretch: Stretch | null,
  by: { readonly factor: number; readonly anchor?: number } | { readonly pan: number },
  end: number,
): Stretch | null {
  const now = stretch ?? wholeRun(end);
  const next =
    'pan' in by
      ? panStretch(now, by.pan * (now.to - now.from), end)
      : zoomStretch(now, by.factor, by.anchor ?? 0.5, end);
  return next.from <= 0 && next.to >= wholeRun(end).to ? null : next;
}
