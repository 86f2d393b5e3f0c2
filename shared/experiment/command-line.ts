/** The command line that does an experiment on its own: `simul sweep`, with the same numbers. */
import type { Axis } from './axis.ts';
import type { ExperimentSpec } from './spec.ts';

/** The arguments behind `simul`, each of them a text of its own. */
export function sweepArguments(spec: ExperimentSpec): string[] {
  const { workload, variant, params, draws, workers, models, policies, over, seed, replications, until } = spec;
  const option = (name: string, value: string | number | null | undefined) =>
    value === undefined || value === null ? [] : [name, String(value)];
  const given = isEmpty(params) ? undefined : JSON.stringify(params);
  return [
    'sweep',
    workload,
    ...over.flatMap((axis) => ['--over', overText(axis)]),
    ...option('--models', models?.join(',')),
    ...option('--policies', policies?.join(',')),
    ...option('--workers', workers as number | undefined),
    ...option('--variant', variant),
    ...option('--params', given),
    ...option('--draws', draws),
    ...option('--seed', seed),
    ...option('--seeds', until === undefined ? replications : until.most),
    ...option('--until-width', until?.halfWidth),
    ...option('--metrics', spec.metrics?.join(',')),
    ...option('--warm-up', spec.warmUp),
  ];
}

/** The line as it is typed into a shell: what a shell reads something into stands in quotes. */
export function sweepLine(spec: ExperimentSpec): string {
  return ['simul', ...sweepArguments(spec), '--format', 'csv'].map(quoted).join(' ');
}

function overText(axis: Axis): string {
  const { path } = axis;
  if ('values' in axis) {
    const plain = axis.values.every((value) => typeof value === 'number' || /^[\w-]+$/.test(String(value)));
    const list = axis.values.map((value) => (plain ? String(value) : JSON.stringify(value)));
    return `${path}=${list.join(',')}`;
  }
  const range = `${path}=${axis.from}..${axis.to}`;
  if ('count' in axis) return `${range}:${axis.scale === 'log' ? 'log' : 'lin'}${axis.count}`;
  return axis.step === undefined ? range : `${range}:${axis.step}`;
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function isEmpty(params: unknown): boolean {
  return params === undefined || (typeof params === 'object' && params !== null && Object.keys(params).length === 0);
}
