import { COMPARED_WORKERS } from './compared-workers.ts';
import {
  readScenario,
  withValue,
  type Draws,
  type ModelId,
  type Scenario,
  type ScenarioInput,
  type WorkloadShape,
} from '../scenario/scenario.ts';

/** The input with one parameter changed. Parameters that are no object stay as they are: the check refuses them. */
export function withParameter(
  shape: WorkloadShape<unknown>,
  input: ScenarioInput,
  path: string,
  value: unknown,
): ScenarioInput {
  const defaults = shape.defaults as object;
  if (path === 'workers' && !('workers' in defaults)) return { ...input, workers: value };
  const params = over(defaults, input.params);
  return { ...input, params: isObject(params) ? withValue(params, path, value) : params };
}

/** The same input under each of some models: the same draws in every lane, unless it says otherwise. */
export function underModels(
  shape: WorkloadShape<unknown>,
  input: ScenarioInput,
  models: readonly ModelId[],
  more: Partial<ScenarioInput> = {},
): Scenario[] {
  const { params, workers } = input;
  const said = workers !== undefined || (isObject(params) && 'workers' in params);
  const compared = said ? {} : { workers: COMPARED_WORKERS };
  const draws = drawsBeside(shape, models.length);
  return models.map((model) => readScenario({ ...draws, ...defined(input), ...compared, ...more, model }, shape));
}

/**
 * How lanes draw that stand beside each other and do not say how: each task from a stream of its own, so that all lanes do the
 * same work. One alone, and a program that has always drawn in its own way, draw as the program does.
 */
export function drawsBeside(
  { drawsFixed }: Pick<WorkloadShape<unknown>, 'drawsFixed'>,
  lanes: number,
): { draws?: Draws } {
  return lanes > 1 && !drawsFixed ? { draws: 'keyed' } : {};
}

function defined(input: ScenarioInput): ScenarioInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as ScenarioInput;
}

/** Parameters laid over others. */
export function over(under: object, params: unknown): unknown {
  return isObject(params) ? { ...under, ...params } : params === undefined ? under : params;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
