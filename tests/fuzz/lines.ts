// Command lines that nobody would type, by a seed: most of them wrong in some way, none of them long to run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../electron/random/random.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { describeParameters } from '../../shared/scenario/describe.ts';
import type { Left } from '../cli/in-process.ts';

const numbers = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '-1',
  '1.5',
  '1e9',
  '-0',
  '1e-7',
  'NaN',
  'Infinity',
  '0x10',
  '1e400',
  '9'.repeat(40),
];
const words = [
  'fifo',
  'random',
  'keyed',
  'shared',
  'null',
  'true',
  '',
  ' ',
  'é',
  '\u0000',
  '\u001b[2J',
  '../..',
  'x'.repeat(700),
  '__proto__',
  'constructor',
];
const json = [
  '{}',
  '[]',
  '{"kind":"uniform","low":0,"high":2}',
  '{"kind":"exponential","mean":1}',
  '{"kind":"integer","low":3,"high":1}',
  '{"a":',
  '"',
  '[[[[',
  '{"__proto__":{}}',
  '{"workload":"count"}',
  '{"params":{"tasks":2}}',
  '[{"label":"A","length":1,"delay":0}]',
];
const formats = ['table', 'json', 'jsonl', 'csv', 'trace', 'python', 'xml'];
const commands = [
  'run',
  'compare',
  'sweep',
  'gallery',
  'list',
  'help',
  'verify',
  'merge',
  'rnu',
  '--version',
  '--help',
];

/** A command line, drawn from a generator; files are written into `folder` only. */
export function commandLine(random: Random, folder: string): string[] {
  const one = <T>(list: readonly T[]): T => list[random.randint(0, Math.max(0, list.length - 1))]!;
  const often = (share: number) => random.random() < share;
  const workload = one(workloads);
  const names = describeParameters(workload.schema).map(({ name }) => name);
  const value = () => one([numbers, numbers, words, json])[random.randint(0, 10)] ?? '1';
  const path = () =>
    often(0.8) ? one(names) : one(['boards.0', 'opponent.mean', 'rockets.0.length', 'workers', ...words]);
  const file = () =>
    often(0.5)
      ? join(folder, one(['a', 'b.json', 'n'.repeat(240), 'none/x']))
      : one(['/dev/null', folder, '', '/nowhere/x']);
  const options: readonly (() => string[])[] = [
    () => ['--set', `${path()}=${value()}`],
    () => ['--set', one(words)],
    () => ['--params', often(0.5) ? one(json) : `@${file()}`],
    () => ['--model', often(0.7) ? one(workload.models) : one(words)],
    () => ['--models', often(0.7) ? workload.models.join(',') : one(words)],
    () => ['--workers', often(0.7) ? one(['1', '3']) : value()],
    () => ['--seed', value()],
    () => ['--draws', one(['shared', 'keyed', ...words])],
    () => ['--policy', one(['fifo', 'lifo', 'round-robin', 'random', ...words])],
    () => ['--variant', often(0.7) ? (one((workload.mistakes ?? []).map(({ id }) => id)) ?? 'none') : one(words)],
    () => ['--preset', often(0.5) ? one(workload.presets).id : one(words)],
    () => ['--until', one(['5', '0:00:10', '0', ...numbers])],
    () => ['--format', one(formats)],
    () => ['--out', file()],
    () => [
      '--over',
      `${path()}=${one(['1..3', '1..3:2', '1..9:log3', '0..1:lin2', '3,1', '1..', '5..1:1', 'a..b', '1..1e9', ...json])}`,
    ],
    () => ['--seeds', one(['1', '2', '0', ...words])],
    () => ['--until-width', one(['50%', '0.9', '0%', '2', ...words])],
    () => ['--shard', one(['1/2', '2/2', '3/2', '0/0', ...words])],
    () => ['--jobs', one(['1', '0', '1e9'])],
    () => [one(['--yes', '--quiet', '-x', '--', '-'])],
    () => [one([...words, ...numbers])],
  ];
  const command = one(commands);
  const subject = command === 'verify' || command === 'merge' ? file() : often(0.9) ? workload.id : one(words);
  const rest = Array.from({ length: random.randint(0, 5) }, () => one(options)()).flat();
  // Small enough that thousands of them take seconds; what is said later in the line wins.
  const small = command === 'run' || command === 'compare' || command === 'sweep' ? ['--steps', '500'] : [];
  return [command, ...(often(0.95) ? [subject] : []), ...rest, ...small];
}

/** What is wrong with what a command line left; null when nothing is. */
export function problemWithLine({ code, stdout, stderr }: Left, folder: string): string | null {
  const lines = stderr.split('\n').length - 1;
  if (/internal error/.test(stderr)) return 'it is a defect';
  if (![0, 1, 2].includes(code)) return `its exit code is ${code}`;
  if (code !== 0 && lines === 0) return 'it fails and does not say why';
  if (code === 2 && (lines !== 1 || stdout !== '')) return 'bad input is more than one line';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(stderr)) return 'it steers the terminal';
  if (stderr.split('\n').some((line) => line.length > 620)) return 'its message has no end';
  if (/\bundefined\b|\[object Object\]/.test(stderr)) return 'its message shows its workings';
  if (readdirSync(folder).some((name) => name.endsWith('.tmp'))) return 'it leaves a draft behind';
  return null;
}
