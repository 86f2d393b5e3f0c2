/** Between which values the runs of a point are drawn. */
import type { Spot } from './statistics.ts';
import type { Look } from './view.ts';

/** An interval of the mean, or the outer quantiles. */
export function rangeOf({ interval, quantiles }: Spot, { shown, paired }: Look): [low: number, high: number] {
  if (shown !== 'mean') return [quantiles[0]!, quantiles[4]!];
  const { mean, halfWidth } = interval;
  const low = mean - (halfWidth ?? 0);
  // No figure of a run is negative, only a difference is: an interval ends at 0 like what it is about.
  return [paired ? low : Math.max(0, low), mean + (halfWidth ?? 0)];
}

/** The values between which a spot is drawn, whatever is drawn of it. */
export function reach(spot: Spot, look: Look): number[] {
  if (look.shown === 'mean' || look.shown === 'quantiles') return rangeOf(spot, look);
  const { values } = spot;
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Where a spot is drawn as one point. */
export function centreOf({ interval, quantiles }: Spot, shown: Look['shown']): number {
  return shown === 'mean' || shown === 'runs' ? interval.mean : quantiles[2]!;
}

type Value = (spot: Spot) => number;

/** The bands around a line, outer ones first. */
export function bandsOf(look: Look): [low: Value, high: Value, opacity: number][] {
  const outer: [low: Value, high: Value] = [(spot) => rangeOf(spot, look)[0], (spot) => rangeOf(spot, look)[1]];
  if (look.shown === 'mean') return [[...outer, 0.22]];
  return [
    [...outer, 0.14],
    [(spot) => spot.quantiles[1]!, (spot) => spot.quantiles[3]!, 0.2],
  ];
}
