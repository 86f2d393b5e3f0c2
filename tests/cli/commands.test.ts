import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/ensure.mjs';
import { useFolder } from '../support/folder.ts';
import { runHere } from './in-process.ts';
import { simul, simulAll } from './simul.ts';

const folder = useFolder();

async function stdoutOf(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await simul(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const table = `Simultaneous exhibition
boards=24  pairMoves=30  master=5  opponent=55  walk=0  policy=round-robin
seed=0

                          speed  processor   her last     mean   longest        in
model           makespan     up        use  move ends     wait      wait    theory
synchronous     12:00:00   1.0×       8.3%   11:59:05  0:11:30  11:30:00  12:00:00
████████████████████████████████████████████████████████████████████████████████
asynchronous     1:00:55  11.8×      98.5%    1:00:00  59.92 s   0:01:55   1:00:55
██████▊
threads (12)     1:00:55  11.8×      98.5%    1:00:00  30.92 s   0:30:55   1:00:55
██████▊
processes (12)   1:00:00  12.0×       8.3%    0:59:05     30 s   0:30:00   1:00:00
██████▋

Her last move ends at 1:00:00; the last reply takes 55 s more: 1:00:55.
The knee is at 12 boards (60 s a round / 5 s a move); with 24, the boards wait
for her.
12 processes are 12 masters, each of them busy 8.3% of the time.
Theory and simulation agree.
`;

describe('simul compare', () => {
  test('shows the exhibition under all models, side by side', async () => {
    expect(await stdoutOf('compare', 'exhibition')).toBe(table);
  });

  test('needs no more than ASCII where there is no more', async () => {
    const { stdout } = await runHere(['compare', 'exhibition'], { LANG: 'C' });
    expect(stdout).toBe(table.replaceAll('×', 'x').replaceAll(/[█▊▋]+/g, (bar) => '#'.repeat(Math.round(bar.length))));
  });

  test('puts the bars beside the figures where there is room', async () => {
    const { stdout } = await runHere(['compare', 'exhibition'], { COLUMNS: '130' });
    const bars = stdout.split('\n').filter((line) => line.includes('█'));
    expect(bars.map((line) => [line.slice(0, 12).trim(), line.length <= 130])).toEqual([
      ['synchronous', true],
      ['asynchronous', true],
      ['threads (12)', true],
      ['processes (1', true],
    ]);
  });

  test('gives the same figures as JSON and as CSV', async () => {
    const options = ['compare', 'exhibition', '--models', 'asynchronous,synchronous', '--set', 'boards=6'];
    const [json, csv] = await Promise.all([
      stdoutOf(...options, '--format', 'json'),
      stdoutOf(...options, '--format', 'csv'),
    ]);
    const { models, ...rest } = JSON.parse(json) as { models: Record<string, unknown>[] };
    expect(models).toMatchObject([
      { model: 'asynchronous', makespan: 1825, speedUp: 5.9178, masterFinished: 1770, meanWait: 0.4167, theory: 1825 },
      { model: 'synchronous', makespan: 10800, speedUp: 1, theory: 10800 },
    ]);
    expect(rest).toMatchObject({ knee: 12, residual: { model: 'asynchronous', residual: 55 } });
    const [header, ...rows] = csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows).toEqual(models.map((row) => header!.map((name) => String(row[name]))));
  });

  test('says so where theory has no closed form, only means, or disagrees with nothing', async () => {
    const last = async (...args: string[]) =>
      (await stdoutOf('compare', 'exhibition', ...args)).trimEnd().split('\n').at(-1);
    const all = await Promise.all([
      last('--preset', 'thinkers'),
      last('--models', 'asynchronous', '--policy', 'random'),
      last('--set', 'master=0'),
    ]);
    expect(all).toEqual([
      'Theory takes every amount at its mean; chance makes the difference.',
      'for her.',
      'Theory and simulation agree.',
    ]);
  });

  test('shows how far runs went that were stopped', async () => {
    const lines = (await stdoutOf('compare', 'exhibition', '--until', '1:00:55')).split('\n');
    expect(
      lines.filter((line) => /^\w.* \d+\.\d% {2}/.test(line)).map((line) => line.split(/ {2,}/).slice(0, 3)),
    ).toEqual([
      ['synchronous', '> 1:00:55', '–'],
      ['asynchronous', '1:00:55', '–'],
      ['threads (12)', '1:00:55', '–'],
      ['processes (12)', '1:00:00', '–'],
    ]);
  });
});

describe('simul sweep', () => {
  test('varies a parameter for each model', async () => {
    const text = await stdoutOf('sweep', 'exhibition', '--over', 'boards=6..24:6', '--format', 'csv');
    const [header, ...rows] = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const place = (name: string) => header!.indexOf(name);
    expect(header!.slice(0, 4)).toEqual(['boards', 'seed', 'model', 'workers']);
    const of = (model: string) =>
      rows.filter((row) => row[place('model')] === model).map((row) => row[place('makespan')]);
    expect(of('synchronous')).toEqual(['10800', '21600', '32400', '43200']);
    expect(of('asynchronous')).toEqual(['1825', '1855', '2755', '3655']);
    expect(of('threads')).toEqual(['1825', '1855', '3625', '3655']);
    expect(of('processes')).toEqual(['1800', '1800', '3600', '3600']);
    for (const row of rows) expect(row[place('theory')]).toBe(row[place('makespan')]);
  });

  test('takes the mean over seeds, each run measured against the one with the same numbers', async () => {
    const options = ['--preset', 'thinkers', '--seeds', '3', '--seed', '10', '--models', 'synchronous,asynchronous'];
    const sweep = ['sweep', 'exhibition', '--over', 'policy=fifo,round-robin', ...options];
    const { rows, seeds, over } = JSON.parse(await stdoutOf(...sweep, '--format', 'json')) as {
      over: string;
      seeds: number[];
      rows: { value: string; model: string; makespan: number; speedUp: number; makespans: number[] }[];
    };
    expect([over, seeds]).toEqual(['policy', [10, 11, 12]]);
    expect(rows.map(({ value, model }) => [value, model])).toEqual([
      ['fifo', 'synchronous'],
      ['fifo', 'asynchronous'],
      ['round-robin', 'synchronous'],
      ['round-robin', 'asynchronous'],
    ]);
    const [slow, fast] = rows;
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(fast!.makespan).toBeCloseTo(mean(fast!.makespans), 3);
    expect(fast!.speedUp).toBeCloseTo(mean(fast!.makespans.map((m, i) => slow!.makespans[i]! / m)), 3);
    // A run of a sweep is the run that one gets by itself.
    const alone = ['run', 'exhibition', '--preset', 'thinkers', '--seed', '11', '--policy', 'fifo', '--format', 'json'];
    expect(JSON.parse(await stdoutOf(...alone))).toMatchObject({ makespan: fast!.makespans[1] });
  });

  test('shows a table with a row for each value and model', async () => {
    const options = ['--over', 'workers=6,12', '--models', 'threads,processes'];
    const lines = (await stdoutOf('sweep', 'exhibition', ...options)).trimEnd().split('\n');
    expect(lines.slice(-4).map((line) => line.trim().split(/ {2,}/).slice(0, -1))).toEqual([
      ['6', 'threads (6)', '2:00:25', '1.0×'],
      ['processes (6)', '2:00:00', '1.0×'],
      ['12', 'threads (12)', '1:00:55', '1.0×'],
      ['processes (12)', '1:00:00', '1.0×'],
    ]);
  });
});

describe('simul list, help and --version', () => {
  test('list shows every program with its parameters, presets and models', async () => {
    const text = await stdoutOf('list', 'exhibition');
    for (const word of [
      'Simultaneous exhibition',
      'boards',
      'pairMoves',
      'a whole number from 1 to 10000',
      'thinkers',
    ]) {
      expect(text).toContain(word);
    }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const { workloads } = JSON.parse(await stdoutOf('list', '--format', 'json')) as {
      workloads: { id: string; parameters: { name: string; limit: string }[]; presets: { id: string }[] }[];
    };
    const exhibition = workloads.find(({ id }) => id === 'exhibition')!;
    expect(exhibition.parameters.map(({ name }) => name)).toEqual([
      'boards', 'pairMoves', 'master', 'opponent', 'walk', 'policy',
    ]); // prettier-ignore
    expect(exhibition.parameters.every(({ limit }) => /^(a|one of) /.test(limit))).toBe(true);
  });

  test('help is there for the whole and for each command, with examples', async () => {
    const commands = ['run', 'compare', 'sweep', 'verify', 'list'];
    const lines = [
      ['--help'],
      ['help'],
      [],
      ...commands.flatMap((name) => [
        [name, '--help'],
        ['help', name],
      ]),
    ];
    const results = await simulAll(lines);
    for (const { code, stdout, stderr } of results) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: simul .*\n[^]*Examples:\n {2}simul /);
    }
    const [whole, ...others] = results.map(({ stdout }) => stdout);
    expect(others.slice(0, 2)).toEqual([whole, whole]);
    for (const name of commands) expect(whole).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test('--version is the one of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await stdoutOf('--version')).toBe(`${version}\n`);
  });

  test('the examples in the help can be typed', async () => {
    const { stdout } = await simul('help', 'sweep');
    const examples = [...stdout.matchAll(/^ {2}simul (.*)$/gm)].map((match) => match[1]!.trim().split(/\s+/));
    expect(examples.length).toBeGreaterThan(2);
    const results = await simulAll(examples);
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(results.map(() => [0, '']));
  });
});

test('a command that fails half way leaves no draft of its file behind', async () => {
  const { code, stderr } = await runHere(['compare', 'exhibition', '--steps', '500', '--out', join(folder, 'a.json')]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('is not over after 500 steps')]);
  expect(readdirSync(folder)).toEqual([]);
});
