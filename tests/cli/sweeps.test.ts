// Sweeps in several threads and processes, in shards, after an end that nobody planned: the bytes are always the same.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coarseFirst } from '../../shared/experiment/coarse.ts';
import { sweepArguments } from '../../shared/experiment/command-line.ts';
import { Plan } from '../../shared/experiment/plan.ts';
import { Results } from '../../shared/experiment/results.ts';
import { RunsCsv } from '../../shared/experiment/runs-csv.ts';
import { readSpec } from '../../shared/experiment/spec.ts';
import { findWorkload } from '../../electron/workloads/find.ts';
import { runUnit } from '../../electron/cli/sweep/unit.ts';
import { useFolder } from '../support/folder.ts';
import { allAlone, ended, program, simul, simulAll, simulAlone, start, useBuild } from './simul.ts';

useBuild();
const folder = useFolder();
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');

const spec = {
  version: 1,
  workload: 'exhibition',
  params: { opponent: { kind: 'exponential', mean: 55 }, pairMoves: 5 },
  over: [
    { path: 'boards', from: 2, to: 8, step: 3 },
    { path: 'master', from: 1, to: 9, count: 3, scale: 'log' },
  ],
  models: ['synchronous', 'asynchronous'],
  policies: ['fifo', 'lifo'],
  replications: 3,
  metrics: ['makespan', 'meanWait'],
};
writeFileSync(at('spec.json'), JSON.stringify(spec));

/** A sweep of many short comparisons, which takes longer than it takes to interrupt it. */
const few = ['--models', 'asynchronous', '--set', 'pairMoves=4'];
const long = ['sweep', 'exhibition', '--over', 'boards=1..400', ...few, '--format', 'csv'];
let printed: Promise<string> | undefined;
/** What it prints when nobody interrupts it. */
const wholeOfLong = () => (printed ??= simul(...long).then(({ stdout }) => stdout));

/** Resolves when a file is at least that long. */
async function grown(name: string, bytes: number): Promise<void> {
  const watcher = watch(folder);
  const there = () => (statSync(at(name), { throwIfNoEntry: false })?.size ?? 0) >= bytes;
  try {
    while (!there()) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}

test('an experiment of the page and the command line that it says make the same bytes', async () => {
  const page = {
    version: 1,
    workload: 'exhibition',
    params: { opponent: { kind: 'exponential', mean: 55 }, pairMoves: 5 },
    over: [
      { path: 'boards', from: 2, to: 8, count: 3, scale: 'log', whole: true },
      { path: 'master', values: [1, 5] },
    ],
    models: ['asynchronous', 'threads'],
    policies: ['fifo', 'lifo'],
    workers: 3,
    draws: 'keyed',
    seed: '7',
    replications: 2,
    warmUp: 100,
  } as const;
  const read = readSpec(page);
  const workload = findWorkload(read.workload);
  const plan = new Plan(read, workload);
  const results = new Results(plan);
  for (const unit of coarseFirst(plan.points, plan.replications)) {
    results.add(await runUnit(plan, workload, unit, { until: Infinity, steps: 1e6 }));
  }
  const csv = new RunsCsv(plan);
  const mine = results.points.map((point) => csv.lines(results.point(point))).join('');
  const { code, stdout, stderr } = await simul(...sweepArguments(read), '--format', 'csv');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(mine);
  expect(mine.split('\r\n')).toHaveLength(3 * 2 * 2 * 2 * 2 + 2);
});

describe('a sweep', () => {
  test('gives the same bytes with one worker and with several, in a file and beside it', async () => {
    for (const format of ['csv', 'json']) {
      const line = ['sweep', at('spec.json'), '--format', format];
      const one = await simul(...line);
      const results = await allAlone([
        [...line, '--jobs', '3'],
        [...line, '--jobs', '2', '--out', at(`file.${format}`)],
      ]);
      expect([one, ...results].map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']));
      expect(results[0]!.stdout).toBe(one.stdout);
      expect(text(`file.${format}`)).toBe(one.stdout);
      expect(one.stdout.length).toBeGreaterThan(1000);
    }
  });

  test('of two parameters and policies has a row for each, with common random numbers', async () => {
    const { stdout } = await simul('sweep', at('spec.json'), '--format', 'csv');
    const [header, ...rows] = stdout.trimEnd().split('\r\n');
    expect(header).toMatch(/^boards,master,policy,seed,model,workers,makespan,speedUp,/);
    expect(rows).toHaveLength(3 * 3 * 3 * 2 * 2);
    expect(rows.map((row) => row.split(',').slice(0, 5).join(' ')).slice(0, 5)).toEqual([
      '2 1 fifo 0 synchronous',
      '2 1 fifo 0 asynchronous',
      '2 1 lifo 0 synchronous',
      '2 1 lifo 0 asynchronous',
      '2 1 fifo 1 synchronous',
    ]);
    // One thing at a time: the policy has nothing to choose, and the numbers are the same.
    const makespans = rows.filter((row) => row.includes('synchronous')).map((row) => row.split(',')[6]);
    expect(makespans[0]).toBe(makespans[2]);
    const alone = ['run', 'exhibition', '--params', JSON.stringify({ ...spec.params, boards: 2, master: 1 })];
    const run = await simul(...alone, '--policy', 'lifo', '--seed', '0', '--format', 'json');
    expect(JSON.parse(run.stdout)).toMatchObject({ makespan: Number(rows[3]!.split(',')[6]) });
  });

  test('goes on with seeds until the interval is narrow, and says what it found', async () => {
    const line = ['sweep', 'exhibition', '--preset', 'thinkers', '--over', 'boards=6,24', '--format', 'json'];
    const { stdout } = await simul(...line, '--models', 'asynchronous', '--until-width', '4%');
    const { rows } = JSON.parse(stdout) as {
      rows: { makespans: number[]; metrics: { makespan: { mean: number; halfWidth: number; count: number } } }[];
    };
    for (const { makespans, metrics } of rows) {
      const { mean, halfWidth, count } = metrics.makespan;
      expect(halfWidth / mean).toBeLessThanOrEqual(0.04);
      expect([count, count >= 10]).toEqual([makespans.length, true]);
    }
    expect(rows[0]!.makespans.length).not.toBe(rows[1]!.makespans.length);
  });
});

test('a sweep may go to a file whose name is as long as names can be, and to none whose journal is no file', async () => {
  const line = ['sweep', 'count', '--over', 'tasks=1..3', '--out'];
  mkdirSync(at('folder.csv.journal'));
  const [long, folder] = await simulAll([
    [...line, at('é'.repeat(127))],
    [...line, at('folder.csv')],
  ]);
  expect(long).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(text('é'.repeat(127))).toContain('over tasks');
  expect(folder).toMatchObject({ code: 2, stdout: '' });
  expect(folder!.stderr).toMatch(/is no regular file\n$/);
  rmSync(at('folder.csv.journal'), { recursive: true });
});

describe('shards', () => {
  test('of three processes are merged to the bytes of one, in any order', async () => {
    const whole = ['sweep', at('spec.json'), '--format', 'json', '--out', at('whole.json')];
    const shard = (i: number) => [
      'sweep',
      at('spec.json'),
      '--format',
      'json',
      '--shard',
      `${i}/3`,
      '--out',
      at(`${i}.part`),
    ];
    const results = [await simul(...whole), ...(await allAlone([1, 2, 3].map(shard)))];
    expect(results).toEqual(results.map(() => ({ code: 0, stdout: '', stderr: '' })));
    const merged = await simul('merge', at('3.part'), at('1.part'), at('2.part'), '--out', at('merged.json'));
    expect(merged).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(text('merged.json')).toBe(text('whole.json'));
    const csv = await simul('merge', at('1.part'), at('2.part'), at('3.part'), '--format', 'csv');
    expect(csv.stdout).toBe((await simul('sweep', at('spec.json'), '--format', 'csv')).stdout);
  });

  test('that are not all there, or not of one sweep, are refused in one line', async () => {
    writeFileSync(at('other.json'), JSON.stringify({ ...spec, replications: 2 }));
    await simulAll([
      ['sweep', at('spec.json'), '--shard', '1/2', '--out', at('a.part')],
      ['sweep', at('other.json'), '--shard', '2/2', '--out', at('b.part')],
    ]);
    writeFileSync(at('cut.part'), text('a.part').split('\n').slice(0, 4).join('\n'));
    const results = await simulAll([
      ['merge', at('a.part')],
      ['merge', at('a.part'), at('b.part')],
      ['merge', at('a.part'), at('a.part')],
      ['merge', at('spec.json')],
      ['merge', at('cut.part')],
      ['merge', at('missing.part')],
    ]);
    expect(results.map(({ code, stdout, stderr }) => [code, stdout, stderr.split('\n').length])).toEqual(
      results.map(() => [2, '', 2]),
    );
    const said = results.map(({ stderr }) => stderr.replaceAll(folder, ''));
    expect(said[0]).toContain(
      'files: "14 of 27 comparisons" was given; it must be all shards of the sweep, whole; these are 1/2',
    );
    expect(said[1]).toContain('it must be a shard of the same sweep as');
    expect(said[2]).toContain('it must be another shard than that in');
    expect(said[3]).toContain('it must be a file that simul sweep --shard has written');
    expect(said[4]).toContain('files: "2 of 27 comparisons"');
    expect(said[5]).toContain('it must be a file that is there');
  });
});

describe('a sweep that ends before its time', () => {
  test.skipIf(process.platform === 'win32')(
    'by kill -9 goes on where it was, and nothing is lost or done twice',
    async () => {
      const out = ['--out', at('killed.csv'), '--jobs', '2'];
      const child = start([...long, ...out]);
      const end = ended(child);
      await grown('killed.csv.journal', 10_000);
      child.kill('SIGKILL');
      expect((await end).code).toBeNull();
      expect(existsSync(at('killed.csv'))).toBe(false);
      // As if the process had died in the middle of a line, and the disk had changed one.
      const lines = text('killed.csv.journal').split('\n');
      lines[2] = lines[2]!.replace(/"makespan":\d/, '"makespan":7');
      writeFileSync(at('killed.csv.journal'), lines.join('\n'));
      appendFileSync(at('killed.csv.journal'), '0123abcd {"unit":399,"runs":[[{"work');
      const { code, stdout, stderr } = await simulAlone(...long, ...out);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^simul: going on with .*killed\.csv\.journal: \d+ of 400 comparisons are there\n$/);
      expect(text('killed.csv')).toBe(await wholeOfLong());
      expect(readdirSync(folder).filter((name) => /journal|tmp/.test(name))).toEqual([]);
    },
  );

  test.skipIf(process.platform === 'win32')('by Ctrl-C keeps what is done and says so', async () => {
    for (const jobs of ['1', '2']) {
      const out = ['--out', at(`stopped${jobs}.csv`), '--jobs', jobs];
      const child = start([...long, ...out]);
      const end = ended(child);
      await grown(`stopped${jobs}.csv.journal`, 5_000);
      child.kill('SIGINT');
      const { code, stdout, stderr } = await end;
      expect({ code, stdout, file: existsSync(at(`stopped${jobs}.csv`)) }).toEqual({
        code: 130,
        stdout: '',
        file: false,
      });
      expect(stderr.replace(folder, '')).toMatch(
        /^simul: interrupted; \d+ of 400 comparisons are kept in .*\.csv\.journal; the same command goes on from there\n$/,
      );
    }
    const other = await simul(...long, '--seeds', '2', '--out', at('stopped1.csv'));
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('.journal removed: it holds another sweep, not finished');
  });

  test.skipIf(process.platform === 'win32')('by Ctrl-C says what standard output has got', async () => {
    const child = start([...long, '--jobs', '1']);
    const end = ended(child);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await end;
    expect({ code, whole: stdout.endsWith('\r\n') }).toEqual({ code: 130, whole: true });
    expect(stderr).toMatch(/^simul: interrupted; \d+ of 400 comparisons were done, their rows are written\n$/);
    expect(stdout.split('\r\n').length).toBeLessThan(402);
  });

  test.skipIf(process.platform === 'win32')('because the disk is full loses nothing', async () => {
    // A limit on the size of files, in blocks of 512 or 1024 bytes, is a disk that is full.
    const line = [...long, '--jobs', '1', '--out', at('full.csv')].map((word) => `'${word}'`).join(' ');
    const limited = `ulimit -f 16; exec '${process.execPath}' '${program}' ${line}`;
    const { status, stderr } = spawnSync('/bin/sh', ['-c', limited], { encoding: 'utf8' });
    expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 1, lines: 2 });
    expect(stderr).toMatch(
      /^simul: .*full\.csv\.journal cannot be written: EFBIG.*; \d+ of 400 comparisons are kept in .*; the same command goes on from there\n$/,
    );
    const { code } = await simul(...long, '--out', at('full.csv'));
    expect(code).toBe(0);
    expect(text('full.csv')).toBe(await wholeOfLong());
  });

  test('because a run never ends says which, in one line', async () => {
    const line = ['sweep', 'exhibition', '--over', 'boards=2,30', '--models', 'asynchronous', '--steps', '300'];
    const result = await simul(...line);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(
      /^simul: exhibition \(asynchronous\) is not over after 300 steps, .*--steps sets the limit\n$/,
    );
  });
});

test.each([
  [{ ...spec, over: [] }, /over: \[\] was given; it must be a list of one axis or two/],
  [{ ...spec, over: [{ path: 'boards', from: 1, to: 9, step: -1 }] }, /over\.0/],
  [{ ...spec, version: 2 }, /version: 2 was given; it must be 1, the version that this program reads/],
  [{ ...spec, workload: 'chess' }, /workload: "chess" was given; it must be one of exhibition/],
  [{ ...spec, colour: 'red' }, /colour: "red" was given/],
  [{ ...spec, metrics: ['speed'] }, /metrics: "speed" was given; it must be one of makespan, processorUse, /],
  [{ ...spec, until: { halfWidth: 2 } }, /until\.halfWidth: 2 was given; it must be a share between 0 and 1/],
])('an experiment that is none is refused in one line (%#)', async (bad, line) => {
  writeFileSync(at('bad.json'), JSON.stringify(bad));
  const { code, stdout, stderr } = await simul('sweep', at('bad.json'), '--out', at('bad.csv'), '--format', 'json');
  expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
  expect(stderr).toMatch(line);
  expect(existsSync(at('bad.csv'))).toBe(false);
});
