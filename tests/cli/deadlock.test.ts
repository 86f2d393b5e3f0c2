import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { simul } from './simul.ts';

const folder = useFolder();

const WAITS = /deadlock at 0:00:06.1 of virtual time: philosopher-0 waits for fork-1, which philosopher-1 holds; /;

test('a deadlock that a preset is made to show is an outcome, and any other one is a failed run', async () => {
  const shown = await simul('run', 'philosophers', '--preset', 'unordered');
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('never ends: deadlock at 6.1 s')]);
  expect(shown.stderr).toMatch(WAITS);
  const met = await simul('run', 'philosophers', '--set', 'ordered=false', '--seed', '1');
  expect([met.code, met.stderr]).toEqual([1, expect.stringMatching(WAITS)]);
});

test('a comparison goes on past a deadlock, and calls its makespan never', async () => {
  const { code, stdout, stderr } = await simul('compare', 'philosophers', '--set', 'ordered=false', '--seed', '1');
  expect([code, stderr]).toEqual([1, expect.stringMatching(WAITS)]);
  expect(stdout).toMatch(/^synchronous +0:02:15.7/m);
  expect(stdout).toMatch(/^asynchronous +never/m);
});

test('a run that ends in a deadlock verifies against itself; another ending or wait is a difference', async () => {
  const { stdout } = await simul('run', 'philosophers', '--preset', 'unordered', '--format', 'json');
  const run = JSON.parse(stdout) as { waits: Record<string, string> };
  const verified = async (name: string, changed: object) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ ...run, ...changed }));
    const { code, stdout } = await simul('verify', file);
    return [code, stdout];
  };
  expect(await verified('same.json', {})).toEqual([0, expect.anything()]);
  expect(await verified('ends.json', { ending: 'finished' })).toEqual([1, expect.stringContaining('end of the run')]);
  const other = { waits: { ...run.waits, 'philosopher-0': 'fork-3' } };
  expect(await verified('waits.json', other)).toEqual([
    1,
    expect.stringContaining('waits.philosopher-0: expected "fork-3", got "fork-1"'),
  ]);
});

test('a flag is set by true and false, and anything else is refused with its limit', async () => {
  const { code, stderr } = await simul('run', 'philosophers', '--set', 'ordered=maybe');
  expect([code, stderr]).toEqual([2, 'simul: params.ordered: "maybe" was given; it must be true or false\n']);
});
