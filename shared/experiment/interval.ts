import { studentQuantile } from './student.ts';

/** What is known of a mean. */
export interface Interval {
  readonly count: number;
  readonly mean: number;
  /** The sample's standard deviation; 0 for a single value. */
  readonly deviation: number;
  /** Half the width of the interval of confidence; null where a single value says nothing of it. */
  readonly halfWidth: number | null;
}

/** The default confidence. */
export const CONFIDENCE = 0.95;

/** The mean of values (at least one) with its interval of confidence, by Student's t. */
export function meanInterval(values: readonly number[], confidence = CONFIDENCE): Interval {
  const count = values.length;
  const mean = sum(values) / count;
  if (count < 2) return { count, mean, deviation: 0, halfWidth: null };
  const deviation = Math.sqrt(sum(values.map((x) => (x - mean) ** 2)) / (count - 1));
  const t = studentQuantile(0.5 + confidence / 2, count - 1);
  return { count, mean, deviation, halfWidth: (t * deviation) / Math.sqrt(count) };
}

/** The mean difference of two series whose values belong together pair by pair: runs that had the same numbers. */
export function pairedInterval(a: readonly number[], b: readonly number[], confidence = CONFIDENCE): Interval {
  return meanInterval(
    a.map((x, i) => x - b[i]!),
    confidence,
  );
}

/** The half-width as a share of the mean: 0 for a mean that is certain, Infinity where it says nothing. */
export function relativeHalfWidth({ mean, halfWidth }: Interval): number {
  if (halfWidth === null) return Infinity;
  return halfWidth === 0 ? 0 : halfWidth / Math.abs(mean);
}

/** The value below which a share `p` (0..1) of the values lies, between two of them in proportion: R's type 7. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, x) => total + x, 0);
}
