import { z } from 'zod';
import { InputError, problem, problemsOf, type Problem } from './problem.ts';

/** The version of scenario files that this program writes and reads. */
export const SCENARIO_VERSION = 1;

export const modelIds = ['synchronous', 'asynchronous', 'threads', 'processes'] as const;
export type ModelId = (typeof modelIds)[number];

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

const editSchema = z.strictObject(
  {
    at: z.number({ error: 'a number of seconds, at least 0' }).min(0, { error: 'a number of seconds, at least 0' }),
    path: z.string({ error: 'the path of a parameter' }),
    value: z.unknown(),
  },
  { error: 'an edit: at, path, value' },
);

const ownFields = ['version', 'workload', 'variant', 'model', 'workers', 'seed', 'draws', 'params', 'edits'];

/**
 * Reads a scenario whose workload is known: fills in defaults and checks everything.
 *
 * @throws InputError with every problem found.
 */
export function readScenario<P>(input: ScenarioInput, shape: WorkloadShape<P>): Scenario<P> {
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(input)) {
    if (!ownFields.includes(field)) problems.push(problem(field, value, `one of ${ownFields.join(', ')}`));
  }
  const { version = SCENARIO_VERSION, variant = null, seed = 0, draws = shape.draws, edits = [] } = input;
  if (version !== SCENARIO_VERSION) {
    problems.push(problem('version', version, `${SCENARIO_VERSION}, the version that this program reads`));
  }
  const variants = (shape.mistakes ?? []).flatMap(({ id, right }) => (right === null ? [id] : [right, id]));
  if (variant !== null && !variants.some((id) => id === variant)) {
    const known = variants.length === 0 ? `null: ${shape.id} has no variants` : `null or one of ${variants.join(', ')}`;
    problems.push(problem('variant', variant, known));
  }
  const model = input.model ?? (shape.models.includes('asynchronous') ? 'asynchronous' : shape.models[0]);
  if (!shape.models.some((id) => id === model)) {
    problems.push(problem('model', model, `one of ${shape.models.join(', ')}`));
  }
  if (draws !== 'shared' && draws !== 'keyed') problems.push(problem('draws', draws, 'shared or keyed'));
  else if (shape.drawsFixed && draws !== shape.draws) {
    problems.push(problem('draws', draws, `${shape.draws}, as always for ${shape.id}`));
  }
  const { params: given, workers: inParams } = takeWorkers(input.params, shape);
  const workers = input.workers ?? inParams ?? 1;
  if (!(typeof workers === 'number' && Number.isInteger(workers) && workers >= 1 && workers <= WORKERS_MAX)) {
    const path = input.workers === undefined ? 'params.workers' : 'workers';
    problems.push(problem(path, workers, `a whole number from 1 to ${WORKERS_MAX}`));
  }
  const seedText = typeof seed === 'bigint' ? String(seed) : seed;
  const whole = typeof seedText === 'string' ? /^[+-]?\d{1,4300}$/.test(seedText) : Number.isSafeInteger(seedText);
  if (!whole) problems.push(problem('seed', seed, 'a whole number, in quotes when beyond 2^53'));
  const params = readParams(given, shape, problems);
  const readEdits = readEditsOf(edits, params, shape, problems);
  if (problems.length > 0 || params === null) throw new InputError(problems);
  const multiple = model === 'threads' || model === 'processes';
  return {
    version: SCENARIO_VERSION,
    workload: shape.id,
    variant: variant as string | null,
    model: model as ModelId,
    workers: multiple ? (workers as number) : 1,
    seed: String(BigInt(seedText as string | number)),
    draws: draws as Draws,
    params,
    edits: readEdits,
  };
}

/** Parameters, checked and with defaults filled in; null when there are problems, which are added to the list. */
function readParams<P>(given: unknown, shape: WorkloadShape<P>, problems: Problem[]): P | null {
  const own = typeof given === 'object' && given !== null && !Array.isArray(given);
  const input: unknown = given === undefined ? shape.defaults : own ? { ...shape.defaults, ...given } : given;
  const result = shape.schema.safeParse(input);
  if (result.success) return result.data;
  problems.push(...problemsOf(result.error, input, 'params'));
  return null;
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

function readEditsOf<P>(edits: unknown, params: P | null, shape: WorkloadShape<P>, problems: Problem[]): Edit[] {
  const list = z.array(editSchema, { error: 'a list of edits' }).safeParse(edits);
  if (!list.success) {
    problems.push(...problemsOf(list.error, edits, 'edits'));
    return [];
  }
  const ordered = [...list.data].sort((a, b) => a.at - b.at) as Edit[];
  let current = params;
  for (const edit of ordered) {
    if (current === null) break;
    try {
      current = withEdit(current, edit, shape);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      break;
    }
  }
  return ordered;
}

/**
 * The parameters after an edit, checked.
 *
 * @throws InputError when there is no such parameter or the value cannot stand there.
 */
export function withEdit<P>(params: P, edit: Pick<Edit, 'path' | 'value'>, shape: WorkloadShape<P>): P {
  const problems: Problem[] = [];
  const changed = readParams(withValue(params, edit.path, edit.value), shape, problems);
  if (changed === null) throw new InputError(problems);
  return changed;
}

/**
 * A copy of `object` in which `value` stands at the dotted path. Parts that are missing, or are no objects, are made.
 *
 * @throws InputError when the path is empty or leads through the inherited parts of an object.
 */
export function withValue(object: unknown, path: string, value: unknown): unknown {
  const keys = path.split('.');
  const forbidden = keys.some(
    (key) => key === '' || key === '__proto__' || key === 'constructor' || key === 'prototype',
  );
  if (forbidden) throw new InputError([problem('path', path, 'names of parameters with dots between them')]);
  const place = (holder: unknown, depth: number): unknown => {
    const key = keys[depth];
    if (key === undefined) return value;
    if (Array.isArray(holder) && /^\d+$/.test(key) && Number(key) <= holder.length) {
      return Object.assign([...(holder as unknown[])], { [key]: place(holder[Number(key)], depth + 1) });
    }
    const parts = typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>) : {};
    return { ...parts, [key]: place(parts[key], depth + 1) };
  };
  return place(object, 0);
}
