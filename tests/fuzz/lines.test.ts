import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Random } from '../../electron/random/random.ts';
import { runHere } from '../cli/in-process.ts';
import { commandLine, problemWithLine } from './lines.ts';

// `npm run fuzz -- --lines 100000 --seed 7` sets them.
const count = Number(process.env['SIMUL_FUZZ_LINES'] ?? 500);
const seed = process.env['SIMUL_FUZZ_SEED'] ?? '1';

const folder = mkdtempSync(join(tmpdir(), 'simul-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${count} command lines by seed ${seed} end as they should, whatever they say`, async () => {
  const random = new Random(seed);
  const found: string[] = [];
  const codes = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const args = commandLine(random, folder);
    const left = await runHere(args);
    codes.set(left.code, (codes.get(left.code) ?? 0) + 1);
    const problem = problemWithLine(left, folder);
    if (problem !== null)
      found.push(`line ${i}: ${problem}: simul ${JSON.stringify(args)}: ${left.stderr.slice(0, 300)}`);
  }
  expect(found).toEqual([]);
  // Lines of every kind were among them: some that run, some that fail, many that are refused.
  expect([...codes.keys()].toSorted()).toEqual([0, 1, 2]);
}, 3_600_000);
