import { underModels as inputUnder } from '../../../shared/experiment/lanes.ts';
import type { ModelId, Scenario, ScenarioInput } from '../../../shared/scenario/scenario.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import type { Request } from './scenario.ts';

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
  return inputUnder(request.workload, request.input, models, more);
}
