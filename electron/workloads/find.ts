import { InputError, problem } from '../../shared/scenario/problem.ts';
import { workloads } from './registry.ts';
import type { Workload } from './workload.ts';

/** The workload of that name. @throws InputError when there is none. */
export function findWorkload(id: string): Workload<unknown> {
  const found = workloads.find((workload) => workload.id === id) as Workload<unknown> | undefined;
  const known = workloads.map((workload) => workload.id).join(', ');
  if (found === undefined) throw new InputError([problem('workload', id, `one of ${known}`)]);
  return found;
}
