import { normalDensity, normalProbability } from './normal.ts';

/**
 * How a duration (seconds) or a number is drawn. `mean` and `sd` are in the unit of the value; `mu` and `sigma` are mean and
 * standard deviation of its natural logarithm. Bounds are included, and `integer` has whole ones.
 *
 * Values are durations, so a `normal` value below zero counts as 0.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number };

/** The least and the greatest of something; the greatest may be `Infinity`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The mean of the values that are drawn - for `normal`, of the values as they count: none below 0. */
export function mean(d: Distribution): number {
  switch (d.kind) {
    case 'constant':
      return d.value;
    case 'uniform':
    case 'integer':
      return (d.low + d.high) / 2;
    case 'exponential':
      return d.mean;
    case 'normal':
      return meanAboveZero(d.mean, d.sd);
    case 'lognormal':
      return Math.exp(d.mu + d.sigma ** 2 / 2);
    case 'triangular':
      return (d.low + d.mode + d.high) / 3;
  }
}

/** Whether every draw gives the same value. */
export function isConstant(d: Distribution): boolean {
  switch (d.kind) {
    case 'constant':
      return true;
    case 'uniform':
    case 'integer':
    case 'triangular':
      return d.low === d.high;
    case 'exponential':
      return d.mean === 0;
    case 'normal':
      return d.sd === 0;
    case 'lognormal':
      return d.sigma === 0;
  }
}

/** The values that can be drawn, from the least to the greatest. */
export function support(d: Distribution): Range {
  switch (d.kind) {
    case 'uniform':
    case 'integer':
    case 'triangular':
      return { low: d.low, high: d.high };
    default:
      return isConstant(d) ? { low: mean(d), high: mean(d) } : { low: 0, high: Infinity };
  }
}

/** The share of draws that are exactly 0 because a normal value was below it; 0 for every other kind. */
export function massAtZero(d: Distribution): number {
  if (d.kind !== 'normal') return 0;
  if (d.sd === 0) return d.mean <= 0 ? 1 : 0;
  return normalProbability(-d.mean / d.sd);
}

/** E[max(0, X)] for a normal X: m Φ(m/s) + s φ(m/s). */
function meanAboveZero(m: number, s: number): number {
  if (s === 0) return Math.max(0, m);
  return Math.max(0, m * normalProbability(m / s) + s * normalDensity(m / s));
}
