import { isConstant, support, type Distribution, type Range } from './distribution.ts';
import { normalDensity } from './normal.ts';

/** How many standard deviations, or for an exponential how many means, a picture of an endless tail shows. */
const SHOWN_DEVIATIONS = 4;
const SHOWN_MEANS = 5;

/**
 * The height at `x` of a picture of a distribution, per unit of `x`: the area under it is 1. `null` for one that always gives
 * the same value, which has no density.
 *
 * `integer` is drawn as bars of width 1 about each whole number. `normal` is 0 below zero: what would be there counts as 0 and is
 * missing from the area (`massAtZero` says how much).
 */
export function density(d: Distribution, x: number): number | null {
  if (isConstant(d)) return null;
  switch (d.kind) {
    case 'constant':
      return null;
    case 'uniform':
      return x < d.low || x > d.high ? 0 : 1 / (d.high - d.low);
    case 'integer':
      return x < d.low - 0.5 || x > d.high + 0.5 ? 0 : 1 / (d.high - d.low + 1);
    case 'exponential':
      return x < 0 ? 0 : Math.exp(-x / d.mean) / d.mean;
    case 'normal':
      return x < 0 ? 0 : normalDensity((x - d.mean) / d.sd) / d.sd;
    case 'lognormal':
      return x <= 0 ? 0 : normalDensity((Math.log(x) - d.mu) / d.sigma) / (d.sigma * x);
    case 'triangular':
      return triangle(d.low, d.mode, d.high, x);
  }
}

/** The stretch of `x` a picture should show: all of a bounded distribution, an endless tail as far as it matters. */
export function shownRange(d: Distribution): Range {
  if (isConstant(d)) return support(d);
  switch (d.kind) {
    case 'exponential':
      return { low: 0, high: SHOWN_MEANS * d.mean };
    case 'normal': {
      const high = d.mean + SHOWN_DEVIATIONS * d.sd;
      return { low: Math.max(0, d.mean - SHOWN_DEVIATIONS * d.sd), high: high > 0 ? high : d.sd };
    }
    case 'lognormal':
      return { low: 0, high: Math.exp(d.mu + 2.5 * d.sigma) };
    case 'integer':
      return { low: d.low - 0.5, high: d.high + 0.5 };
    default:
      return support(d);
  }
}

function triangle(low: number, mode: number, high: number, x: number): number {
  if (x < low || x > high) return 0;
  const peak = 2 / (high - low);
  if (x < mode) return (peak * (x - low)) / (mode - low);
  if (x > mode) return (peak * (high - x)) / (high - mode);
  return peak;
}
