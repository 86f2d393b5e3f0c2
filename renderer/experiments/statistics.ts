/** What replications say of a figure at one point, as it is drawn. */
import { meanInterval, quantile, type Interval } from '../../shared/experiment/interval.ts';
import type { Results } from '../../shared/experiment/results.ts';

/** How replications are shown. */
export type Shown = 'mean' | 'quantiles' | 'runs' | 'box';

/** The replications of a point under one lane. */
export interface Spot {
  readonly point: number;
  readonly lane: number;
  /** Values by replication; those without the figure are left out. */
  readonly values: readonly number[];
  /** The replications that they are of. */
  readonly replications: readonly number[];
  readonly interval: Interval;
  /** The values below which 5, 25, 50, 75 and 95 per cent of the runs lie. */
  readonly quantiles: readonly number[];
}

/**
 * What is known at a point under a lane; null where nothing is. With `against` the figure is by how much the lane differs
 * from that one, run by run: they had the same random numbers.
 */
export function spotAt(
  results: Results,
  point: number,
  lane: number,
  figure: string,
  { against, confidence }: { readonly against: number | null; readonly confidence: number },
): Spot | null {
  const own = results.values(point, lane, figure);
  const other = against === null ? null : results.values(point, against, figure);
  const all = results.replications(point);
  const told = own.map((value, place) => (other === null ? value : value - other[place]!));
  const known = told.map((_, place) => place).filter((place) => Number.isFinite(told[place]!));
  if (known.length === 0) return null;
  const values = known.map((place) => told[place]!);
  return {
    point,
    lane,
    values,
    replications: known.map((place) => all[place]!),
    interval: meanInterval(values, confidence),
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(values, p)),
  };
}

/** The replication that a point stands for when it is opened: the one nearest to what is drawn. */
export function typicalOf({ values, replications, interval }: Spot, near = interval.mean): number {
  let best = 0;
  values.forEach((value, place) => {
    if (Math.abs(value - near) < Math.abs(values[best]! - near)) best = place;
  });
  return replications[best]!;
}
