import { findWorkload } from '../../workloads/find.ts';
import { workloads } from '../../workloads/registry.ts';
import type { Workload } from '../../workloads/workload.ts';
import { describeParameters } from '../../../shared/scenario/describe.ts';
import type { ModelId } from '../../../shared/scenario/scenario.ts';
import { Exit } from '../failure.ts';
import { oneOf } from '../input/values.ts';
import { inLook, styled, type Look } from '../output/look.ts';
import { valueText } from '../output/params.ts';
import { openSink } from '../output/sink.ts';
import { wrapped } from '../output/table.ts';

const models: Readonly<Record<ModelId, string>> = {
  synchronous: 'one worker; a wait keeps it',
  asynchronous: 'one event loop; a wait gives it away',
  threads: 'several workers, one processor; a wait keeps its worker',
  processes: 'several workers, a processor each; a wait keeps its worker',
};

/** `simul list`: what can be run, and with which parameters. Returns the exit code. */
export async function list(id: string | undefined, options: { readonly format: string }): Promise<number> {
  const chosen = id === undefined ? workloads : [findWorkload(id)];
  const format = oneOf('--format', options.format, ['table', 'json']);
  const sink = openSink(undefined);
  await sink.write(format === 'json' ? asJson(chosen) : asText(chosen, sink.look));
  return Exit.ok;
}

function asText(chosen: readonly Workload<unknown>[], look: Look): string {
  const names = Object.keys(models).map((name) => name.length);
  const lines = chosen.flatMap((workload) => [...workloadText(workload, look), '']);
  lines.push(styled(look, 'bold', 'models'));
  for (const [name, text] of Object.entries(models)) lines.push(`  ${name.padEnd(Math.max(...names))}  ${text}`);
  return inLook(look, `${lines.join('\n')}\n`);
}

function workloadText(workload: Workload<unknown>, look: Look): string[] {
  const parameters = describeParameters(workload.schema);
  const defaults = workload.defaults as Record<string, unknown>;
  const { mistakes = [] } = workload;
  const named = [...workload.presets, ...mistakes].map(({ id }) => id);
  const width = Math.max(...[...parameters.map(({ name }) => name), ...named].map(lengthOf));
  const item = (name: string, text: string): string[] => {
    const [first = '', ...rest] = wrapped(text.split(' '), look.width - width - 6);
    const indent = ' '.repeat(width + 6);
    return [`    ${styled(look, 'strong', name.padEnd(width))}  ${first}`, ...rest.map((line) => indent + line)];
  };
  return [
    `${styled(look, 'bold', workload.id)}  ${workload.title}`,
    ...wrapped(workload.description.split(' '), look.width - 2).map((line) => `  ${line}`),
    `  models: ${workload.models.join(', ')}`,
    '  parameters (--set NAME=VALUE)',
    ...parameters.flatMap(({ name, title, unit, help, limit }) => {
      const text = [`${title}${unit === undefined || unit === title.toLowerCase() ? '' : `, in ${unit}`}.`];
      if (help !== undefined) text.push(help);
      text.push(`${valueText(defaults[name])} unless set; ${limit}.`);
      return item(name, text.join(' '));
    }),
    ...(workload.presets.length === 0 ? [] : ['  presets (--preset NAME)']),
    ...workload.presets.flatMap(({ id, title, help }) => item(id, `${title}. ${help}`)),
    ...(mistakes.length === 0 ? [] : ['  variants with a mistake (--variant NAME)']),
    ...mistakes.flatMap(({ id, title, right }) => {
      return item(id, right === null ? `${title}.` : `${title}; without it: ${right}.`);
    }),
  ];
}

function asJson(chosen: readonly Workload<unknown>[]): string {
  const described = chosen.map((workload) => {
    const { id, title, description, models, defaults, presets, mistakes = [] } = workload;
    const parameters = describeParameters(workload.schema);
    const variants = mistakes.flatMap(({ id, right }) => (right === null ? [id] : [right, id]));
    return { id, title, description, models, defaults, parameters, presets, variants };
  });
  return `${JSON.stringify({ workloads: described }, null, 2)}\n`;
}

function lengthOf(text: string): number {
  return text.length;
}
