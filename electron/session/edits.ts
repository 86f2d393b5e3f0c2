import { EditedParams } from '../../shared/scenario/params.ts';
import type { Edit, Scenario } from '../../shared/scenario/scenario.ts';
import type { Workload } from '../workloads/workload.ts';

/** Whether a change of this parameter alters what there is rather than how long something takes. */
export function isStructural(workload: Workload<unknown>, path: string): boolean {
  const [name = ''] = path.split('.');
  const { shape } = workload.schema as unknown as {
    shape?: Record<string, { meta(): { structural?: boolean } | undefined }>;
  };
  // A name that every object knows is no parameter.
  return shape !== undefined && Object.hasOwn(shape, name) && (shape[name]!.meta()?.structural ?? false);
}

/** The parameters as they are at an instant: what was there at first, and the edits up to then. */
export function paramsAt(scenario: Scenario, workload: Workload<unknown>, at: number): unknown {
  const edited = new EditedParams(scenario.params, workload);
  for (const edit of scenario.edits) if (edit.at <= at) edited.edit(edit);
  return edited.params;
}

/** The instant from which on two lists of edits are not the same; Infinity where they are. */
export function firstDifference(some: readonly Edit[], others: readonly Edit[]): number {
  const count = Math.max(some.length, others.length);
  for (let index = 0; index < count; index++) {
    // Lists that grew out of each other share their first entries.
    if (some[index] === others[index]) continue;
    if (JSON.stringify(some[index]) !== JSON.stringify(others[index])) {
      return Math.min(some[index]?.at ?? Infinity, others[index]?.at ?? Infinity);
    }
  }
  return Infinity;
}
