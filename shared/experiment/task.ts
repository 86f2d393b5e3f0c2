import type { ExperimentSpec } from './spec.ts';

/** All that the results of an experiment depend on, as data: it goes to workers and into journals. */
export interface SweepTask {
  readonly spec: ExperimentSpec;
  /** Virtual seconds up to which runs go; null for no limit: JSON knows no Infinity. */
  readonly until: number | null;
  readonly steps: number;
}
