import { InputError, problem } from '../scenario/problem.ts';
import type { FigureTheory } from '../theory/theory.ts';
import type { Grid } from './grid.ts';

/** What one run has left, in figures; what is not finite, or not over, is null. */
export interface RunRecord {
  readonly workers: number;
  readonly makespan: number | null;
  /** Virtual seconds up to which it went. */
  readonly now: number;
  readonly processorUse: number;
  readonly summary: Readonly<Record<string, number | null>>;
  readonly theory: number | null;
  /** What was done, where lanes draw from one stream and may do different work. */
  readonly work?: string;
}

/** What came of a unit: for each replication, a run for each lane; or the sentence in which it failed. */
export interface UnitRecord {
  readonly unit: number;
  readonly runs: readonly (readonly RunRecord[])[];
  readonly failure?: string;
  /** What theory says of each lane, where somebody draws it beside what was measured. */
  readonly theory?: readonly FigureTheory[];
}

/** Whether all tasks of a run draw from one stream. */
export function sharesDraws({ spec }: Pick<Grid, 'spec'>): boolean {
  return spec.draws === 'shared';
}

/** The metrics that a plan asks for. */
export function metricsOf({ spec }: Pick<Grid, 'spec'>): readonly string[] {
  return spec.metrics ?? ['makespan'];
}

/**
 * A figure of a run by its name; null where the run has none.
 *
 * @throws InputError when runs of this program have no figure of that name.
 */
export function figureOf(record: RunRecord, metric: string): number | null {
  if (metric === 'makespan') return record.makespan;
  if (metric === 'processorUse') return record.processorUse;
  const value = record.summary[metric];
  if (value !== undefined) return value;
  const known = ['makespan', 'processorUse', ...Object.keys(record.summary)];
  throw new InputError([problem('metrics', metric, `one of ${known.join(', ')}`)]);
}
