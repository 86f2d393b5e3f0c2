/** The form of an experiment: what is written into it, and the experiment that this is. What is wrong is told by path. */
import { COMPARED_WORKERS } from '../../shared/experiment/compared-workers.ts';
import type { Axis } from '../../shared/experiment/axis.ts';
import type { ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { problem, type Problem } from '../../shared/scenario/problem.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';
import { roundUp } from '../charts/ticks.ts';
import { fieldsOf, type ParameterField } from '../params/fields.ts';
import { experiments as words } from '../words/en/experiments.ts';

export type AxisKind = 'range' | 'log' | 'list';

/** One parameter that is varied, as it is written. */
export interface AxisDraft {
  readonly path: string;
  readonly kind: AxisKind;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly count: string;
  readonly list: string;
}

export interface Draft {
  readonly first: AxisDraft;
  readonly second: AxisDraft | null;
  readonly models: readonly ModelId[];
  /** None: the policy of the parameters. */
  readonly policies: readonly string[];
  readonly workers: string;
  readonly replications: string;
  /** Whether replications go on until the interval is narrow. */
  readonly until: boolean;
  /** Per cent of the mean. */
  readonly width: string;
  readonly seed: string;
  readonly keyed: boolean;
  /** Virtual seconds. */
  readonly warmUp: string;
}

/** A parameter that can be varied. */
export interface Choice {
  readonly path: string;
  readonly title: string;
  readonly unit: string | null;
  readonly whole: boolean;
  /** Its words; null for numbers. */
  readonly words: readonly string[] | null;
}

const WORKERS = 'workers';

/** What can be varied in a program: numbers, distributions as constant numbers, choices, and the workers. */
export function choicesOf(entry: Pick<CatalogueEntry, 'schema' | 'models'>): Choice[] {
  const own = fieldsOf(entry.schema).flatMap((field): Choice[] => {
    const { path, title, unit } = field;
    const numbers = { path, title, unit, words: null };
    switch (field.control) {
      case 'number':
      case 'optional':
        return [{ ...numbers, whole: field.control === 'optional' || field.range.whole }];
      case 'distribution':
        return [{ ...numbers, whole: false }];
      case 'choice':
        return [{ path, title, unit, whole: false, words: field.words }];
      default:
        return [];
    }
  });
  const several = entry.models.some((model) => model === 'threads' || model === 'processes');
  const there = own.some(({ path }) => path === WORKERS);
  return several && !there
    ? [...own, { path: WORKERS, title: words.workers, unit: null, whole: true, words: null }]
    : own;
}

/** The policies of a program; none where it has no such parameter. */
export function policiesOf(entry: Pick<CatalogueEntry, 'schema'>): readonly string[] {
  const field = fieldsOf(entry.schema).find((each): each is Extract<ParameterField, { control: 'choice' }> => {
    return each.path === 'policy' && each.control === 'choice';
  });
  return field?.words ?? [];
}

/** A draft for varying a parameter, from about its value on. */
export function axisFor(choice: Choice, value: unknown): AxisDraft {
  const number = typeof value === 'number' ? value : meanOf(value);
  const whole = choice.whole || choice.words !== null;
  // Round values, with the one that is set in the middle.
  const step = whole ? Math.max(1, Math.ceil(number / 12)) : roundUp(number / 5);
  const plain = {
    path: choice.path,
    from: String(whole ? 1 : step),
    to: String(whole ? Math.max(8, number * 2) : step * 10),
  };
  return {
    ...plain,
    kind: choice.words === null ? 'range' : 'list',
    step: String(step),
    count: '7',
    list: choice.words?.join(', ') ?? '',
  };
}

/** The draft of an experiment. */
export function draftOf(spec: ExperimentSpec, entry: Pick<CatalogueEntry, 'models'>): Draft {
  const [first, second] = spec.over;
  return {
    first: axisDraft(first!),
    second: second === undefined ? null : axisDraft(second),
    models: spec.models ?? entry.models,
    policies: spec.policies ?? [],
    workers: String((spec.workers as number | undefined) ?? COMPARED_WORKERS),
    replications: String(spec.replications ?? 1),
    until: spec.until !== undefined,
    width: String((spec.until?.halfWidth ?? 0.01) * 100),
    seed: String(spec.seed ?? 0),
    keyed: (spec.draws ?? 'keyed') === 'keyed',
    warmUp: String(spec.warmUp ?? 0),
  };
}

function axisDraft(axis: Axis): AxisDraft {
  const empty = { path: axis.path, from: '1', to: '10', step: '1', count: '7', list: '' };
  if ('values' in axis) return { ...empty, kind: 'list', list: axis.values.map(wordOf).join(', ') };
  const ends = { from: String(axis.from), to: String(axis.to) };
  if (!isStepped(axis)) return { ...empty, ...ends, kind: 'log', count: String(axis.count) };
  return { ...empty, ...ends, kind: 'range', step: String(axis.step ?? 1) };
}

function isStepped(axis: Exclude<Axis, { values: unknown }>): axis is Extract<Axis, { step?: unknown }> {
  return (axis as { readonly count?: number }).count === undefined;
}

/** What an experiment departs from: the program on screen. */
export interface Base {
  readonly workload: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly drawsFixed: boolean;
  readonly draws: 'shared' | 'keyed';
}

/** The experiment of a draft, or what is wrong with it. What only the program knows is told by the host. */
export function specOf(
  draft: Draft,
  choices: readonly Choice[],
  base: Base,
  figure: string,
): { readonly spec: ExperimentSpec } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const number = (path: string, text: string, whole = false): number => {
    const value = text.trim() === '' ? NaN : Number(text.trim().replace('−', '-'));
    const fits = Number.isFinite(value) && (!whole || Number.isInteger(value));
    if (!fits) problems.push(problem(path, text, whole ? words.problems.whole : words.problems.number));
    return value;
  };
  const axes = [draft.first, ...(draft.second === null ? [] : [draft.second])];
  const over = axes.map((axis) => axisOf(axis, choices, number, problems));
  if (draft.models.length === 0) problems.push(problem('models', [], words.problems.none));
  const changed = Object.entries(base.params).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(base.defaults[name]),
  );
  const varied = over.map(({ path }) => path);
  const params = Object.fromEntries(changed.filter(([name]) => !varied.includes(name)));
  const several = draft.models.some((model) => model === 'threads' || model === 'processes');
  const warmUp = number('warmUp', draft.warmUp);
  const seed = /^[+-]?\d+$/.test(draft.seed.trim()) ? draft.seed.trim() : String(number('seed', draft.seed, true));
  const spec: ExperimentSpec = {
    version: 1,
    workload: base.workload,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    over,
    models: [...draft.models],
    ...(draft.policies.length === 0 || varied.includes('policy') ? {} : { policies: [...draft.policies] }),
    ...(several && !varied.includes(WORKERS) && !(WORKERS in base.defaults)
      ? { workers: number('workers', draft.workers, true) }
      : {}),
    draws: base.drawsFixed ? base.draws : draft.keyed ? 'keyed' : 'shared',
    seed,
    ...(draft.until
      ? {
          until: { halfWidth: number('until.halfWidth', draft.width) / 100, confidence: 0.95, least: 10, most: 1000 },
          metrics: [figure === 'speedUp' ? 'makespan' : figure],
        }
      : { replications: number('replications', draft.replications, true) }),
    ...(warmUp === 0 ? {} : { warmUp }),
  };
  return problems.length > 0 ? { problems } : { spec };
}

function axisOf(
  { path, kind, from, to, step, count, list }: AxisDraft,
  choices: readonly Choice[],
  number: (path: string, text: string, whole?: boolean) => number,
  problems: Problem[],
): Axis {
  const choice = choices.find((each) => each.path === path);
  if (kind === 'list') {
    const values = list.split(',').map((text) => text.trim());
    const wrong = values.some((text) => text === '' || (choice?.words === null && !Number.isFinite(Number(text))));
    if (wrong) problems.push(problem(path, list, words.problems.list));
    return { path, values: choice?.words === null ? values.map(Number) : values };
  }
  const ends = { path, from: number(`${path}.from`, from), to: number(`${path}.to`, to) };
  if (kind === 'range') return { ...ends, step: number(`${path}.step`, step) };
  const whole = choice?.whole === true ? { whole: true } : {};
  return { ...ends, count: number(`${path}.count`, count, true), scale: 'log', ...whole };
}

function meanOf(value: unknown): number {
  const { value: constant, mean, low = 0, high } = (value ?? {}) as Readonly<Record<string, number | undefined>>;
  return constant ?? mean ?? (high === undefined ? 10 : (low + high) / 2);
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
