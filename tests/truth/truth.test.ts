import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTruth } from '../../electron/cli/verify/file.ts';
import { workloads } from '../../electron/workloads/registry.ts';

const here = import.meta.dirname;
const known = new Set(['rng', ...workloads.map(({ id }) => id)]);
const files = readdirSync(here).filter((name) => name.endsWith('.json'));

describe.each(files.filter((name) => known.has(name.replace('.json', ''))))('%s', async (name) => {
  test.each(await readTruth(join(here, name)))('case $number ($about) comes out as CPython has it', async (check) => {
    expect(await check.differences()).toEqual([]);
  });
});

test('the truth files hold what they held', () => {
  const cases = (name: string) => JSON.parse(readFileSync(join(here, name), 'utf8')) as unknown[];
  expect(Object.fromEntries(files.map((name) => [name, cases(name).length]))).toEqual({
    'chained.json': 4,
    'count.json': 2,
    'countdown.json': 3,
    'exhibition.json': 10,
    'makerandom.json': 3,
    'philosophers.json': 20,
    'queue.json': 5,
    'requests-threads.json': 4,
    'rng.json': 6,
  });
});
