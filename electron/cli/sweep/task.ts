import { Plan } from '../../../shared/experiment/plan.ts';
import type { SweepTask } from '../../../shared/experiment/task.ts';
import { findWorkload } from '../../workloads/find.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Limits } from '../execute.ts';

/** A sweep ready to be worked on. */
export interface Prepared {
  readonly task: SweepTask;
  readonly plan: Plan;
  readonly workload: Workload<unknown>;
  readonly limits: Limits;
}

export function prepared(task: SweepTask): Prepared {
  const workload = findWorkload(task.spec.workload);
  const limits = { until: task.until ?? Infinity, steps: task.steps };
  return { task, plan: new Plan(task.spec, workload), workload, limits };
}
