/** Figures of a whole run of which not every event is kept: its host has counted all of them. */
import type { WholeRun } from '../../../shared/fold/comparison.ts';
import type { StageLane } from './kind.ts';

/** The figures of a lane's whole run, where it is over at `at` and they are told; null where its trace has to say them. */
export function wholeAt({ whole, end }: Pick<StageLane, 'whole' | 'end'>, at: number): WholeRun | null {
  return end !== null && at >= end ? (whole ?? null) : null;
}
