import { describeParameters } from '../../../shared/scenario/describe.ts';
import { REPLICATIONS_MAX, readSpec, type ExperimentSpec } from '../../../shared/experiment/spec.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { SweepOptions } from '../commands/options.ts';
import { readText } from '../input/file.ts';
import { parseJson } from '../input/json.ts';
import { readLimits } from '../input/limits.ts';
import { readModels } from '../input/models.ts';
import { readAxes } from '../input/over.ts';
import { request, scenarioOf } from '../input/scenario.ts';
import { instant, numberOrText, wholeNumber } from '../input/values.ts';
import type { SweepTask } from '../../../shared/experiment/task.ts';
import { prepared, type Prepared } from './task.ts';
import { findWorkload } from '../../workloads/find.ts';

/** What a sweep over a file of its own says itself. */
const SAID_BY_SPEC = [
  'model',
  'workers',
  'policy',
  'draws',
  'variant',
  'preset',
  'params',
  'policies',
  'metrics',
  'warmUp',
] as const;

/** A sweep as it was asked for, and the scenario from which its axes depart. */
export interface Asked extends Prepared {
  readonly base: Scenario;
}

/**
 * Reads what is to be swept: a program with options, or a file that holds an experiment.
 *
 * @throws InputError when it is neither.
 */
export function readAsked(what: string, options: SweepOptions): Asked {
  const spec = what.endsWith('.json') ? fromFile(what, options) : fromOptions(what, options);
  const { until, steps } = readLimits(options);
  return askedFrom({ spec, until: Number.isFinite(until) ? until : null, steps });
}

/** The sweep of a task that was read before. */
export function askedFrom(task: SweepTask): Asked {
  const sweep = prepared(task);
  const { workload, variant = null, params, draws, workers, seed, edits } = task.spec;
  const given = { workload, variant, params, draws, workers, seed, edits };
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const input = { ...Object.fromEntries(said), workload };
  return { ...sweep, base: scenarioOf({ workload: sweep.workload, input }) };
}

function fromFile(path: string, options: SweepOptions): ExperimentSpec {
  const spec = readSpec(parseJson(readText(path, 'file'), path));
  const said = SAID_BY_SPEC.find((name) => options[name] !== undefined);
  const lists = options.over.length > 0 ? 'over' : options.set.length > 0 ? 'set' : undefined;
  const twice = said ?? lists;
  if (twice !== undefined)
    throw new InputError([problem(`--${twice}`, options[twice], 'left to the file, which says it')]);
  const workload = findWorkload(spec.workload);
  // Lanes of an experiment face the same numbers unless it says otherwise.
  const draws = spec.draws ?? 'keyed';
  const models =
    options.models === undefined
      ? spec.models
      : [...readModels(options.models, { workload, input: { workload: workload.id } })];
  const seed = options.seed === undefined ? spec.seed : seedOf(options.seed);
  return readSpec({ ...spec, draws, ...present({ models, seed }), ...replications(options) });
}

function fromOptions(id: string, options: SweepOptions): ExperimentSpec {
  const asked = request(id, options);
  const axes = readAxes(options.over);
  const models = readModels(options.models, asked);
  const counts = describeParameters(asked.workload.schema).filter(({ kind }) => kind === 'number');
  const over = axes.map((axis) =>
    'count' in axis && counts.some(({ name }) => name === axis.path) ? { ...axis, whole: true } : axis,
  );
  // All that is not about an axis is told before anything about one.
  const { seed } = scenarioOf(asked);
  const { params, workers, variant, draws, edits } = asked.input;
  const said = present({ params, workers, variant, draws, edits });
  const lists = { policies: namesIn(options.policies), metrics: namesIn(options.metrics) };
  const warmUp = options.warmUp === undefined ? undefined : instant('--warm-up', options.warmUp);
  const more = present({ ...lists, warmUp });
  return readSpec({ workload: id, ...said, models: [...models], over, seed, ...more, ...replications(options) });
}

/** `--seeds n` and `--until-width 1%`. */
function replications({ seeds, untilWidth }: SweepOptions): Partial<ExperimentSpec> {
  const count = seeds === undefined ? undefined : wholeNumber('--seeds', seeds, 1, REPLICATIONS_MAX);
  if (untilWidth === undefined) return count === undefined ? {} : { replications: count };
  const percent = /^(.*)%$/.exec(untilWidth);
  const value = numberOrText(percent?.[1] ?? untilWidth);
  const halfWidth = typeof value === 'number' ? (percent === null ? value : value / 100) : NaN;
  if (!(halfWidth > 0 && halfWidth < 1)) {
    throw new InputError([problem('--until-width', untilWidth, 'a share of the mean between 0 and 1, or per cent')]);
  }
  return {
    until: {
      halfWidth,
      ...(count === undefined ? {} : { most: Math.max(2, count), least: Math.min(10, Math.max(2, count)) }),
    },
  };
}

function namesIn(list: string | undefined): string[] | undefined {
  return list?.split(',').map((name) => name.trim());
}

function seedOf(text: string): string {
  if (/^[+-]?\d{1,4300}$/.test(text)) return text;
  throw new InputError([problem('seed', text, 'a whole number, in quotes when beyond 2^53')]);
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
