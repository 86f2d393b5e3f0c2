import type { CallArguments, SavedSession } from '../../shared/protocol/calls.ts';
import { drawsBeside } from '../../shared/experiment/lanes.ts';
import { InputError, problem, Problems } from '../../shared/scenario/problem.ts';
import { readCommon, readRuntime, scenarioOf, type Scenario } from '../../shared/scenario/scenario.ts';
import type { Workload } from '../workloads/workload.ts';

/** What `open` asks for, or what was saved. */
export type Asked = SavedSession | CallArguments<'open'>;

/** What is to be shown, checked: a workload, and the scenario of each lane. */
export interface Reading {
  readonly workload: Workload<unknown>;
  readonly scenarios: readonly Scenario[];
  /** The parameters at the end of all edits; all lanes have the same. */
  readonly params: unknown;
}

/**
 * Reads what is to be shown. What the lanes have in common is read once, however many they are.
 *
 * @throws InputError with the problems found.
 */
export function read({ scenario, lanes }: Asked, workloads: readonly Workload<unknown>[]): Reading {
  const given = scenario as Readonly<Record<string, unknown>>;
  const id = given['workload'];
  const workload = workloads.find((each) => each.id === id);
  if (workload === undefined) {
    throw new InputError([problem('workload', id, `one of ${workloads.map((each) => each.id).join(', ')}`)]);
  }
  const problems = new Problems();
  const common = readCommon(
    { ...drawsBeside(workload, lanes.length), ...given, workload: workload.id },
    workload,
    problems,
  );
  const runtimes = lanes.map(({ model, workers, variant }, index) => {
    const own = {
      workload: workload.id,
      params: given['params'],
      variant: variant === undefined ? given['variant'] : variant,
      model,
      workers: workers ?? given['workers'],
    };
    const found = new Problems();
    const runtime = readRuntime(own, workload, found);
    const said: Readonly<Record<string, unknown>> = { model, workers, variant };
    for (const each of found.listed) {
      if (said[each.path] !== undefined) problems.add(`lanes.${index}.${each.path}`, each.value, each.limit);
      else if (index === 0) problems.add(each.path, each.value, each.limit);
    }
    return runtime;
  });
  if (problems.count > 0 || common === null) throw new InputError(problems);
  const scenarios = runtimes.flatMap((runtime) => (runtime === null ? [] : [scenarioOf(common, runtime)]));
  return { workload, scenarios, params: common.lastParams };
}
