import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { decodeChrome } from '../../shared/trace/chrome.ts';
import { readLog, type LogEntry } from '../../shared/trace/log.ts';
import { simul, simulAll, type Ended } from './simul.ts';

interface RunObject {
  readonly [field: string]: unknown;
  readonly params: Record<string, unknown>;
  readonly summary: Record<string, number>;
  readonly log: readonly LogEntry[];
}

const cases = JSON.parse(readFileSync(join(root, 'tests/truth/exhibition.json'), 'utf8')) as RunObject[];

/** A set of entries, in an order that says nothing. */
function asSet(log: readonly LogEntry[]): string[] {
  const texts = log.map((entry) => JSON.stringify({ ...entry, t: entry.t.toFixed(3) }));
  return texts.sort();
}

/** Fields of RFC 4180, line by line. */
function parseCsv(text: string): string[][] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

describe('a run as JSON', () => {
  let results: Ended[] = [];
  beforeAll(async () => {
    const lines = cases.map(({ model, params, seed }) => [
      ...['run', 'exhibition', '--model', String(model), '--seed', String(seed)],
      ...['--params', JSON.stringify(params), '--format', 'json'],
    ]);
    results = await simulAll(lines);
  });

  test.each(cases.map((each, i) => ({ ...each, i })))('is the truth of case $i: $model', ({ i, ...wanted }) => {
    const { code, stdout, stderr } = results[i]!;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { log, summary, params, ...got } = JSON.parse(stdout) as RunObject;
    const { log: wantedLog, params: wantedParams, ...fields } = wanted;
    expect(asSet(log)).toEqual(asSet(wantedLog));
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value === 'number') expect(got[field], field).toBeCloseTo(value, 3);
      else expect(got[field], field).toBe(value);
    }
    expect(params).toMatchObject(wantedParams);
    expect(got).toMatchObject(summary);
  });

  test('is one object with these fields', () => {
    const first = JSON.parse(results[0]!.stdout) as RunObject;
    const figures = [
      'masterBusy',
      'masterWalked',
      'masterFinished',
      'meanReady',
      'maxReady',
      'meanWait',
      'maxWait',
      'moves',
      'games',
      'meanNumber',
      'littleNumber',
      'lawUse',
    ];
    expect(Object.keys(first.summary)).toEqual(figures);
    const fields = ['workload', 'model', 'params', 'seed', 'makespan', 'summary', ...figures, 'log'];
    expect(Object.keys(first)).toEqual(fields);
  });

  test('says the number of workers where there are several, and a large seed in digits', async () => {
    const seed = '123456789012345678901234567890';
    const options = ['--workers', '3', '--set', 'boards=2', '--format', 'json'];
    const [threads, alone, large] = await simulAll([
      ['run', 'exhibition', '--model', 'threads', ...options],
      ['run', 'exhibition', '--model', 'asynchronous', ...options],
      ['run', 'exhibition', '--seed', seed, ...options],
    ]);
    const read = ({ stdout }: Ended) => JSON.parse(stdout) as RunObject;
    expect(read(threads!).params['workers']).toBe(3);
    expect(read(alone!).params).not.toHaveProperty('workers');
    expect(read(large!)['seed']).toBe(seed);
    expect(read(alone!)['seed']).toBe(0);
  });
});

describe('one run in other formats', () => {
  const run = ['run', 'exhibition', '--preset', 'talk', '--set', 'walk=1.25', '--seed', '5'];
  let [json, jsonl, csv, trace, table]: string[] = [];
  let log: readonly LogEntry[] = [];
  beforeAll(async () => {
    const results = await simulAll(['json', 'jsonl', 'csv', 'trace', 'table'].map((f) => [...run, '--format', f]));
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(results.map(() => [0, '']));
    [json, jsonl, csv, trace, table] = results.map(({ stdout }) => stdout);
    ({ log } = JSON.parse(json!) as RunObject);
  });

  test('the log has something to tell', () => {
    expect(log.length).toBeGreaterThan(126);
    expect(log.some((entry) => entry['seconds'] === 1.25)).toBe(true);
  });

  test('JSON lines are the entries of the log', () => {
    const lines = jsonl!.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as LogEntry)).toEqual(log);
  });

  test('CSV has a column for each field, and a line for each entry', () => {
    const [header, ...rows] = parseCsv(csv!);
    expect(header).toEqual(['t', 'task', 'event', 'move', 'seconds']);
    expect(rows).toEqual(log.map((entry) => header!.map((field) => String(entry[field] ?? ''))));
  });

  test('the trace holds the log, and what was run', () => {
    const { trace: back, scenario } = decodeChrome(trace!);
    expect(readLog(back, exhibitionEvents.vocabulary)).toEqual(log);
    expect(scenario).toMatchObject({ workload: 'exhibition', seed: '5', params: { boards: 6 } });
  });

  test('the table is for people', () => {
    expect(table).toMatch(/^Simultaneous exhibition, asynchronous\nboards=6 .*seed=5\n/s);
    expect(table).toMatch(/\n {2}makespan +0:10:\d\d(\.\d)?\n/);
    expect(table).not.toContain('\u001b');
  });
});

test('a file holds what standard output would have held', async () => {
  const formats = ['json', 'jsonl', 'csv', 'trace'];
  const printed = await simulAll(formats.map((format) => ['run', 'exhibition', '--format', format]));
  const dash = await simulAll(formats.map((format) => ['run', 'exhibition', '--format', format, '--out', '-']));
  expect(dash).toEqual(printed);
});

test('parameters may come from a file of either kind, and what is typed wins', async () => {
  const scenario = { version: 1, workload: 'exhibition', model: 'threads', workers: 2, seed: 7, params: { boards: 3 } };
  const options = ['--params', JSON.stringify(scenario), '--set', 'pairMoves=2', '--format', 'json'];
  const read = async (...args: string[]) => JSON.parse((await simul('run', 'exhibition', ...args)).stdout) as RunObject;
  const [plain, changed] = await Promise.all([
    read(...options),
    read(...options, '--model', 'processes', '--seed', '8', '--set', 'params.boards=4', '--policy', 'lifo'),
  ]);
  expect([plain['model'], plain['seed'], plain.params]).toMatchObject(['threads', 7, { boards: 3, workers: 2 }]);
  expect(plain.params['pairMoves']).toEqual({ kind: 'constant', value: 2 });
  const { params } = changed;
  expect([changed['model'], changed['seed'], params]).toMatchObject([
    'processes',
    8,
    { boards: 4, workers: 2, policy: 'lifo' },
  ]);
});

test('times below a ten-thousandth are told, and none that are 0 make a knee', async () => {
  const small = ['--set', 'master=1e-5', '--set', 'opponent=5e-5', '--set', 'boards=2', '--set', 'pairMoves=2'];
  const [rows, entries, table, nothing] = await simulAll([
    ['compare', 'exhibition', ...small, '--format', 'csv'],
    ['run', 'exhibition', ...small, '--format', 'csv'],
    ['compare', 'exhibition', ...small],
    ['compare', 'exhibition', '--set', 'master=0', '--set', 'opponent=0'],
  ]);
  expect(parseCsv(rows!.stdout).map((row) => row[2])).toEqual(['makespan', '0.00024', '0.00013', '0.00013', '0.00012']);
  expect(parseCsv(entries!.stdout).map((row) => row[0])).toEqual([
    ...['t', '0.00001', '0.00002', '0.00006', '0.00007'],
    ...['0.00007', '0.00008', '0.00012', '0.00012', '0.00013', '0.00013'],
  ]);
  expect(table!.stdout).toMatch(/^synchronous +0\.00024 s +1\.0×/m);
  expect(nothing!.stdout).toContain('Her moves take no time: however many boards there are, none waits.');
});
