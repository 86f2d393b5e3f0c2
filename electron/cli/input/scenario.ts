import { findWorkload } from '../../workloads/find.ts';
import type { Preset, Workload } from '../../workloads/workload.ts';
import { over, withParameter as inputWith } from '../../../shared/experiment/lanes.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { readScenario, type Scenario, type ScenarioInput } from '../../../shared/scenario/scenario.ts';
import { readText } from './file.ts';
import { parseJson } from './json.ts';
import { assignment, numberOrText, valueOf } from './values.ts';

/** The options that say what to run, as they are typed. */
export interface ScenarioOptions {
  readonly model?: string;
  readonly workers?: string;
  readonly policy?: string;
  readonly seed?: string;
  readonly draws?: string;
  readonly variant?: string;
  readonly preset?: string;
  readonly params?: string;
  readonly set: readonly string[];
}

/** What was asked for, not yet checked: the workload is known, the rest is as it was given. */
export interface Request {
  readonly workload: Workload<unknown>;
  readonly input: ScenarioInput;
}

/** Whether the preset or the variant that was asked for is made to show a deadlock. */
export function showsDeadlock({ presets, mistakes = [] }: Workload<unknown>, options: ScenarioOptions): boolean {
  const asked = [
    ...presets.filter(({ id }) => id === options.preset),
    ...mistakes.filter(({ id }) => id === options.variant),
  ];
  return asked.some(({ deadlock }) => deadlock);
}

/**
 * Puts together what was asked for. What is said more closely wins: defaults, then the preset, then --params, then
 * the options of their own, and --set in its order.
 */
export function request(id: string, options: ScenarioOptions): Request {
  const workload = findWorkload(id);
  const given = options.params === undefined ? {} : readParams(options.params);
  if (given.workload !== undefined && given.workload !== id) {
    throw new InputError([problem('workload', given.workload, `${id}, as on the command line`)]);
  }
  const preset = options.preset === undefined ? undefined : presetOf(workload, options.preset);
  const params = preset === undefined ? given.params : over(preset.params, given.params);
  const flags = {
    model: options.model,
    workers: options.workers === undefined ? undefined : numberOrText(options.workers),
    seed: options.seed ?? (given.seed === undefined ? preset?.seed : undefined),
    draws: options.draws,
    variant: options.variant,
  };
  const said = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  let asked: Request = { workload, input: { ...given, workload: id, params, ...said } };
  for (const text of options.set) {
    const [path, value] = assignment('--set', text);
    asked = withParameter(asked, path, valueOf(value));
  }
  return options.policy === undefined ? asked : withParameter(asked, 'policy', options.policy);
}

/** The request with one parameter changed. */
export function withParameter({ workload, input }: Request, path: string, value: unknown): Request {
  return { workload, input: inputWith(workload, input, path, value) };
}

/** Checks a request; some of it may be said anew. */
export function scenarioOf({ workload, input }: Request, instead: Partial<ScenarioInput> = {}): Scenario {
  return readScenario({ ...input, ...instead }, workload);
}

/** `--params`: JSON or @FILE, holding either parameters or a whole scenario. */
function readParams(text: string): Partial<ScenarioInput> {
  const path = text.startsWith('@') ? text.slice(1) : null;
  const given = path === null ? parseJson(text, '--params') : parseJson(readText(path, '--params'), path);
  if (isObject(given) && ('workload' in given || 'params' in given)) return given;
  return { params: given };
}

function presetOf(workload: Workload<unknown>, id: string): Preset<unknown> {
  const preset = workload.presets.find((candidate) => candidate.id === id);
  const known = workload.presets.map((candidate) => candidate.id).join(', ');
  if (preset === undefined) throw new InputError([problem('--preset', id, `one of ${known}`)]);
  return preset;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
