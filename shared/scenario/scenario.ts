import type { z } from 'zod';
import { EditedParams, readParams } from './params.ts';
import { InputError, Problems } from './problem.ts';

export { withEdit, withValue } from './params.ts';

/** The version of scenario files that this program writes and reads. */
export const SCENARIO_VERSION = 1;

export const modelIds = ['synchronous', 'asynchronous', 'threads', 'processes'] as const;
export type ModelId = (typeof modelIds)[number];

/** Whether a run of a model has a number of workers of its own. */
export function hasWorkers(model: ModelId): boolean {
  return model === 'threads' || model === 'processes';
}

/** How a workload's random numbers are handed out: one generator in call order, or a stream for each task. */
export type Draws = 'shared' | 'keyed';

/** A parameter changed under way: from `at` (virtual seconds) on, `path` of the parameters is `value`. */
export interface Edit {
  readonly at: number;
  readonly path: string;
  readonly value: unknown;
}

/** Everything a run depends on. Two runs of equal scenarios give the same trace. */
export interface Scenario<P = unknown> {
  readonly version: typeof SCENARIO_VERSION;
  readonly workload: string;
  /** A variant of the program, with one of the mistakes that people make or without it; null for the program as it is. */
  readonly variant: string | null;
  readonly model: ModelId;
  /** Workers of the models threads and processes; 1 under the others. */
  readonly workers: number;
  /** Any integer, in decimal digits. */
  readonly seed: string;
  readonly draws: Draws;
  readonly params: P;
  readonly edits: readonly Edit[];
}

/** What reading a scenario needs to know about its workload. */
export interface WorkloadShape<P> {
  readonly id: string;
  readonly schema: z.ZodType<P>;
  readonly defaults: P;
  readonly models: readonly ModelId[];
  /** What is drawn when the scenario does not say. */
  readonly draws: Draws;
  /** Whether the scenario has a say in it. */
  readonly drawsFixed?: boolean;
  /** What people do wrong in it: each names the variant that does it, and the one that does it right. */
  readonly mistakes?: readonly { readonly id: string; readonly right: string | null }[];
}

/** A scenario as it is given: all but the workload may be left out. */
export interface ScenarioInput {
  readonly version?: unknown;
  readonly workload: unknown;
  readonly variant?: unknown;
  readonly model?: unknown;
  readonly workers?: unknown;
  readonly seed?: unknown;
  readonly draws?: unknown;
  readonly params?: unknown;
  readonly edits?: unknown;
}

export const WORKERS_MAX = 10_000;

/** Most edits of a scenario. */
export const EDITS_MAX = 25_000;

const ownFields = ['version', 'workload', 'variant', 'model', 'workers', 'seed', 'draws', 'params', 'edits'];

/** What all lanes of a scenario have in common. */
export interface Common<P> extends Pick<Scenario<P>, 'version' | 'workload' | 'seed' | 'draws' | 'params' | 'edits'> {
  /** The parameters at the end of all edits. */
  readonly lastParams: P;
}

/** What each lane has for itself. */
export type Runtime = Pick<Scenario, 'variant' | 'model' | 'workers'>;

/**
 * Reads a scenario whose workload is known: fills in defaults and checks everything.
 *
 * @throws InputError with the problems found.
 */
export function readScenario<P>(input: ScenarioInput, shape: WorkloadShape<P>): Scenario<P> {
  const problems = new Problems();
  const runtime = readRuntime(input, shape, problems);
  const common = readCommon(input, shape, problems);
  if (runtime === null || common === null) throw new InputError(problems);
  return scenarioOf(common, runtime);
}

export function scenarioOf<P>({ lastParams: _, ...common }: Common<P>, runtime: Runtime): Scenario<P> {
  const { version, workload, seed, draws, params, edits } = common;
  return { version, workload, ...runtime, seed, draws, params, edits };
}

/** How a scenario is run; null when there are problems, which are added to the list. */
export function readRuntime<P>(input: ScenarioInput, shape: WorkloadShape<P>, problems: Problems): Runtime | null {
  const before = problems.count;
  const { variant = null } = input;
  const variants = (shape.mistakes ?? []).flatMap(({ id, right }) => (right === null ? [id] : [right, id]));
  if (variant !== null && !variants.some((id) => id === variant)) {
    const known = variants.length === 0 ? `null: ${shape.id} has no variants` : `null or one of ${variants.join(', ')}`;
    problems.add('variant', variant, known);
  }
  const model = input.model ?? (shape.models.includes('asynchronous') ? 'asynchronous' : shape.models[0]);
  if (!shape.models.some((id) => id === model)) {
    problems.add('model', model, `one of ${shape.models.join(', ')}`);
  }
  const workers = input.workers ?? takeWorkers(input.params, shape).workers ?? 1;
  if (!(typeof workers === 'number' && Number.isInteger(workers) && workers >= 1 && workers <= WORKERS_MAX)) {
    const path = input.workers === undefined ? 'params.workers' : 'workers';
    problems.add(path, workers, `a whole number from 1 to ${WORKERS_MAX}`);
  }
  if (problems.count > before) return null;
  return {
    variant: variant as string | null,
    model: model as ModelId,
    workers: hasWorkers(model as ModelId) ? (workers as number) : 1,
  };
}

/** Everything else in a scenario; null when there are problems, which are added to the list. */
export function readCommon<P>(input: ScenarioInput, shape: WorkloadShape<P>, problems: Problems): Common<P> | null {
  const before = problems.count;
  for (const [field, value] of Object.entries(input)) {
    if (!ownFields.includes(field)) problems.add(field, value, `one of ${ownFields.join(', ')}`);
  }
  const { version = SCENARIO_VERSION, seed = 0, draws = shape.draws, edits = [] } = input;
  if (version !== SCENARIO_VERSION) {
    problems.add('version', version, `${SCENARIO_VERSION}, the version that this program reads`);
  }
  if (draws !== 'shared' && draws !== 'keyed') problems.add('draws', draws, 'shared or keyed');
  else if (shape.drawsFixed && draws !== shape.draws) {
    problems.add('draws', draws, `${shape.draws}, as always for ${shape.id}`);
  }
  const seedText = typeof seed === 'bigint' ? String(seed) : seed;
  const whole = typeof seedText === 'string' ? /^[+-]?\d{1,4300}$/.test(seedText) : Number.isSafeInteger(seedText);
  if (!whole) problems.add('seed', seed, 'a whole number, in quotes when beyond 2^53');
  const params = readParams(takeWorkers(input.params, shape).params, shape, problems);
  const list = readEdits(edits, problems);
  const lastParams = params === null || list === null ? null : afterEdits(params, list, shape, problems);
  if (problems.count > before || params === null || list === null || lastParams === null) return null;
  return {
    version: SCENARIO_VERSION,
    workload: shape.id,
    seed: String(BigInt(seedText as string | number)),
    draws: draws as Draws,
    params,
    edits: list,
    lastParams,
  };
}

/** `workers` may stand among the parameters of a workload that has no parameter of that name. */
function takeWorkers<P>(params: unknown, shape: WorkloadShape<P>): { params: unknown; workers: unknown } {
  if (typeof params !== 'object' || params === null || Array.isArray(params) || !('workers' in params)) {
    return { params, workers: undefined };
  }
  if ('workers' in (shape.defaults as object)) return { params, workers: undefined };
  const { workers, ...rest } = params as Record<string, unknown>;
  return { params: rest, workers };
}

/** Edits in order of their instants; null when there are problems, which are added to the list. */
function readEdits(given: unknown, problems: Problems): Edit[] | null {
  if (!Array.isArray(given)) {
    problems.add('edits', given, 'a list of edits');
    return null;
  }
  if (given.length > EDITS_MAX) {
    problems.add('edits', `${given.length} edits`, `at most ${EDITS_MAX} edits`);
    return null;
  }
  const before = problems.count;
  const edits = given.map((each: unknown, index) => readEdit(each, index, problems));
  if (problems.count > before) return null;
  return edits.sort((a, b) => a.at - b.at);
}

function readEdit(given: unknown, index: number, problems: Problems): Edit {
  const about = (name: string) => `edits.${index}${name}`;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.add(about(''), given, EDIT);
    return NO_EDIT;
  }
  const { at, path, value } = given as { at?: unknown; path?: unknown; value?: unknown };
  if (!(typeof at === 'number' && Number.isFinite(at) && at >= 0)) {
    problems.add(about('.at'), at, 'a number of seconds, at least 0');
  }
  if (typeof path !== 'string') problems.add(about('.path'), path, 'the path of a parameter');
  for (const name in given) {
    if (name === 'at' || name === 'path' || name === 'value') continue;
    problems.add(about(`.${name}`), (given as Record<string, unknown>)[name], EDIT);
  }
  return { at: at as number, path: path as string, value };
}

const EDIT = 'an edit: at, path, value';
const NO_EDIT: Edit = { at: 0, path: '', value: null };

/** The parameters at the end of all edits; null when one of them cannot be made. */
function afterEdits<P>(params: P, edits: readonly Edit[], shape: WorkloadShape<P>, problems: Problems): P | null {
  const edited = new EditedParams(params, shape);
  try {
    for (const edit of edits) edited.edit(edit);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.addAll(error);
    return null;
  }
  return edited.params;
}
