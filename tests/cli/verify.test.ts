import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { useFolder } from '../support/folder.ts';
import { simul } from './simul.ts';

const folder = useFolder();
const truth = join(root, 'tests/truth');

type Json = Record<string, unknown> & { log: Record<string, unknown>[] };

let altering = 0;

/** The cases of a truth file after something was done to them, as a file of their own. */
function altered(name: string, change: (cases: Json[]) => unknown): string {
  const cases = JSON.parse(readFileSync(join(truth, name), 'utf8')) as Json[];
  const path = join(folder, `${altering++}.json`);
  writeFileSync(path, JSON.stringify(change(cases) ?? cases));
  return path;
}

/** Verifies the first case of the exhibition after a change; the lines, without the file's name. */
async function check(change: (first: Json) => void): Promise<{ code: number | null; lines: string[] }> {
  const file = altered('exhibition.json', ([first]) => {
    change(first!);
    return [first];
  });
  const { code, stdout, stderr } = await simul('verify', file);
  expect(stderr).toBe('');
  return {
    code,
    lines: stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(`${file}: `, '')),
  };
}

const about = 'case 1 (exhibition, synchronous, seed 0)';

describe('simul verify', () => {
  test('finds no difference in the truth files', async () => {
    const files = ['exhibition.json', 'rng.json'].map((name) => join(truth, name));
    expect(await simul('verify', ...files)).toEqual({ code: 0, stdout: '16 cases, 0 differences\n', stderr: '' });
  });

  test('finds a wrong makespan and wrong figures', async () => {
    const { code, lines } = await check((first) => {
      first['makespan'] = 43201;
      first['moves'] = 7;
      first['summary'] = { games: 25 };
      first['elo'] = 2735;
    });
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        `${about}: makespan: expected 43201, got 43200`,
        `${about}: moves: expected 7, got 1440`,
        `${about}: summary.games: expected 25, got 24`,
        `${about}: elo: expected 2735, got nothing`,
        '1 case, 4 differences',
      ],
    });
  });

  test('finds entries that are missing, wrong, late or too many', async () => {
    const { code, lines } = await check((first) => {
      first.log.splice(1463, 1);
      first.log[0]!['t'] = 5.002;
      first.log[1]!['move'] = 99;
      first.log.push({ t: 50_000, task: 'board-9', event: 'resigned' });
    });
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${about}: log: expected {"t":5.002,"task":"board-1","event":"master-moved","move":1}, got {"t":5,"task":"board-1","event":"master-moved","move":1}`,
      `${about}: log: expected {"t":60,"task":"board-1","event":"opponent-moved","move":99}, got nothing`,
      `${about}: log: expected nothing, got {"t":60,"task":"board-1","event":"opponent-moved","move":1}`,
      `${about}: log: expected nothing, got {"t":43200,"task":"board-24","event":"game-over"}`,
      `${about}: log: expected {"t":50000,"task":"board-9","event":"resigned"}, got nothing`,
      '1 case, 5 differences',
    ]);
  });

  test('takes the order of an exhibition as nothing, and a millisecond as nothing', async () => {
    const { code, lines } = await check((first) => {
      first.log.reverse();
      for (const entry of first.log) entry['t'] = (entry['t'] as number) + 0.001;
    });
    expect({ code, lines }).toEqual({ code: 0, lines: ['1 case, 0 differences'] });
  });

  test('runs a case with its own parameters', async () => {
    const { code, lines } = await check((first) => {
      first['params'] = { ...(first['params'] as object), boards: 25 };
    });
    expect(code).toBe(1);
    expect(lines[0]).toBe(`${about}: makespan: expected 43200, got 45000`);
  });

  test('finds a wrong random number, and knows what comes after which', async () => {
    const file = altered('rng.json', (cases) => {
      (cases[0]!['random'] as number[])[2]! += 2 ** -53;
    });
    const { code, stdout } = await simul('verify', file);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /case 1 \(random numbers, seed 0\): random 3: expected 0\.\d+, got 0\.\d+\n6 cases, 1 difference\n$/,
    );
    const swapped = altered('rng.json', (cases) =>
      cases.map(({ seed, random, ...rest }) => ({ seed, random, ...rest })),
    );
    expect((await simul('verify', swapped)).code).toBe(1);
  });

  test('is satisfied with what simul run has written', async () => {
    const runs = [
      ['--model', 'threads', '--workers', '5', '--seed', '987654321987654321987654321'],
      ['--until', '0:07:30', '--policy', 'fifo'],
      ['--params', '{"params": {"boards": 3}, "edits": [{"at": 60, "path": "master", "value": 9}]}'],
    ];
    const files = await Promise.all(
      runs.map(async (args, i) => {
        const file = join(folder, `run-${i}.json`);
        const { code, stdout } = await simul('run', 'exhibition', ...args, '--format', 'json', '--out', file);
        expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
        return file;
      }),
    );
    expect(await simul('verify', ...files)).toEqual({ code: 0, stdout: '3 cases, 0 differences\n', stderr: '' });
  });
});
