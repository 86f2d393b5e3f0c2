import { CONFIDENCE, meanInterval, relativeHalfWidth } from './interval.ts';

/** When there are enough replications. */
export interface Rule {
  /** The relative half-width that is asked for. */
  readonly halfWidth: number;
  readonly confidence: number;
  /** Fewest replications: a width from very few values is itself a matter of luck. */
  readonly least: number;
  readonly most: number;
}

export const RULE: Rule = { halfWidth: 0.01, confidence: CONFIDENCE, least: 10, most: 1000 };

/**
 * How many replications a point has next, given what the first ones said, by lane and metric; the same number as there
 * are when they are enough. They grow by half, so that a long series is not judged after each value: whoever looks all
 * the time stops too early. (A. M. Law, W. D. Kelton, Simulation Modeling and Analysis, "sequential procedures".)
 */
export function replicationsNext(series: readonly (readonly number[])[], rule: Rule): number {
  const done = series[0]?.length ?? 0;
  if (done < rule.least) return Math.min(rule.least, rule.most);
  if (done >= rule.most) return done;
  const narrow = series.every((values) => relativeHalfWidth(meanInterval(values, rule.confidence)) <= rule.halfWidth);
  return narrow ? done : Math.min(rule.most, done + Math.ceil(done / 2));
}
