import { describeParameters } from '../../shared/scenario/describe.ts';
import type { FirstExperiment, Workload } from '../workloads/workload.ts';

/** Values of a range that is made up here, and how far beyond its default it goes. */
const VALUES = 24;
const BEYOND = 4;

/**
 * The experiment that a program opens with: its own, else one over its first number, from the least to some times its
 * default; over the workers of threads and processes where it has no number.
 */
export function firstExperiment(workload: Workload<unknown>): FirstExperiment {
  if (workload.experiment !== undefined) return workload.experiment;
  const field = describeParameters(workload.schema).find(({ kind }) => kind === 'number');
  if (field === undefined) {
    const models = workload.models.filter((model) => model === 'threads' || model === 'processes');
    return { over: [{ path: 'workers', from: 1, to: 8 }], ...(models.length === 0 ? {} : { models }) };
  }
  const { name } = field;
  const standard = Number((workload.defaults as Readonly<Record<string, unknown>>)[name]);
  const schema = workload.schema as {
    shape?: Readonly<Record<string, { minValue?: number | null; maxValue?: number | null }>>;
  };
  const { minValue, maxValue } = schema.shape?.[name] ?? {};
  const from = minValue ?? 1;
  const to = Math.min(maxValue ?? Infinity, Math.max(from + 1, standard * BEYOND));
  return { over: [{ path: name, from, to, step: Math.max(1, Math.ceil((to - from) / VALUES)) }] };
}
