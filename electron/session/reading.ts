import type { CallArguments, SavedSession } from '../../shared/protocol/calls.ts';
import { InputError, problem, type Problem } from '../../shared/scenario/problem.ts';
import { readScenario, type Scenario } from '../../shared/scenario/scenario.ts';
import type { Workload } from '../workloads/workload.ts';

/** What `open` asks for, or what was saved. */
export type Asked = SavedSession | CallArguments<'open'>;

/** What is to be shown, checked: a workload, and the scenario of each lane. */
export interface Reading {
  readonly workload: Workload<unknown>;
  readonly scenarios: readonly Scenario[];
}

/**
 * Reads what is to be shown. What is wrong with every lane is said once.
 *
 * @throws InputError with every problem found.
 */
export function read({ scenario, lanes }: Asked, workloads: readonly Workload<unknown>[]): Reading {
  const given = scenario as Readonly<Record<string, unknown>>;
  const id = given['workload'];
  const workload = workloads.find((each) => each.id === id);
  if (workload === undefined) {
    throw new InputError([problem('workload', id, `one of ${workloads.map((each) => each.id).join(', ')}`)]);
  }
  const problems: Problem[] = [];
  const scenarios = lanes.flatMap(({ model, workers, variant }, index) => {
    try {
      const own = {
        ...given,
        workload: workload.id,
        variant: variant === undefined ? given['variant'] : variant,
        model,
        workers: workers ?? given['workers'],
      };
      return [readScenario(own, workload)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const each of error.problems) {
        const said: Readonly<Record<string, unknown>> = { model, workers, variant };
        const ofLane = said[each.path] !== undefined;
        if (ofLane) problems.push(problem(`lanes.${index}.${each.path}`, each.value, each.limit));
        else if (index === 0) problems.push(each);
      }
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return { workload, scenarios };
}
