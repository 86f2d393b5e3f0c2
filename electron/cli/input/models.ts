import type { ModelId, Scenario, ScenarioInput } from '../../../shared/scenario/scenario.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { scenarioOf, type Request } from './scenario.ts';

/** How many workers threads and processes have in a comparison that does not say. */
export const COMPARED_WORKERS = 12;

/** The models a list names, in its order, or all that the workload makes sense under. */
export function readModels(list: string | undefined, { workload }: Request): readonly ModelId[] {
  if (list === undefined) return workload.models;
  const names = new Set(list.split(',').map((name) => name.trim()));
  return [...names].map((name) => {
    const model = workload.models.find((id) => id === name);
    if (model === undefined) throw new InputError([problem('--models', name, `one of ${workload.models.join(', ')}`)]);
    return model;
  });
}

/** The same request under each of some models. */
export function underModels(
  request: Request,
  models: readonly ModelId[],
  more: Partial<ScenarioInput> = {},
): Scenario[] {
  const { params, workers } = request.input;
  const said = workers !== undefined || (typeof params === 'object' && params !== null && 'workers' in params);
  const compared = said ? {} : { workers: COMPARED_WORKERS };
  return models.map((model) => scenarioOf(request, { ...compared, ...more, model }));
}
