import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { simul } from './simul.ts';

const folder = useFolder();

interface Told {
  readonly id: string;
  readonly partsAt: number;
  readonly right: number;
  readonly wrong: number;
  readonly difference: readonly string[];
}

async function told(...args: string[]): Promise<readonly Told[]> {
  const { code, stdout, stderr } = await simul('gallery', ...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(stdout) as { mistakes: Told[] }).mistakes;
}

describe('simul gallery', () => {
  test('measures what each mistake costs, and where the timelines part', async () => {
    const rows = (await told()).map(({ id, partsAt, right, wrong }) => [id, partsAt, right, wrong]);
    expect(rows).toEqual([
      // 30 pairs of 60 s, as if she could think at every board at once.
      ['everything-awaited', 5, 3655, 1800],
      ['unbounded', expect.any(Number), 3, expect.any(Number)],
      ['no-join', expect.any(Number), 0, expect.any(Number)],
      // Delays in vain, 5 + 3 + 4 ticks one after the other.
      ['blocking-sleep', 1, 5, 12],
      ['one-by-one', 0, 1, 6],
      ['forgotten-await', expect.any(Number), 6, 3],
      ['blocking-client', 0.25, expect.any(Number), expect.any(Number)],
      ['lock-across-await', 0, 2.2, 13.2],
      ['check-then-act', 0, 4, 12],
      // All hungry at 3 s: without an order no meal is ever eaten, which no number tells.
      ['left-first', 3, 41, null],
      ['eager', 0, 1, 1_000_000],
    ]);
    for (const [id, , right, wrong] of rows) expect(right, String(id)).not.toBe(wrong);
  });

  test('shows how one of them differs', async () => {
    const { stdout } = await simul('gallery', 'check-then-act');
    expect(stdout).toContain('12 pages are requested instead of 4.');
    const [{ difference }] = (await told('check-then-act')) as [Told];
    // The line that goes is the wrong one, behind the wait; the one that comes is before it.
    expect(difference.filter((line) => /^[-+]/.test(line))).toEqual(['+    sent += 1', '-    sent += 1']);
    const [{ difference: whole }] = (await told('everything-awaited')) as [Told];
    expect(whole.filter((line) => /^[-+]/.test(line))).toEqual([
      expect.stringMatching(/^-.*await asyncio\.sleep/),
      expect.stringMatching(/^\+.*time\.sleep/),
    ]);
  });

  test('draws other numbers under another seed', async () => {
    const [some, others] = [await told('no-join'), await told('no-join', '--seed', '5')];
    expect(some).not.toEqual(others);
  });

  test('refuses what is no mistake, and what is no seed', async () => {
    const { code, stderr } = await simul('gallery', 'typo');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^simul: mistake: "typo" was given; it must be one of everything-awaited, .*eager\n$/);
    expect((await simul('gallery', '--seed', 'x')).stderr).toBe(
      'simul: seed: "x" was given; it must be a whole number, in quotes when beyond 2^53\n',
    );
  });
});

describe('a variant', () => {
  test('is run by its name, which is told with what came out', async () => {
    const { stdout } = await simul('run', 'count', '--variant', 'one-by-one', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ workload: 'count', variant: 'one-by-one', makespan: 3 });
    const file = join(folder, 'case.json');
    await simul('run', 'count', '--variant', 'one-by-one', '--format', 'json', '--out', file);
    expect(await simul('verify', file)).toMatchObject({ code: 0 });
  });

  test('that is not there is refused with those that are', async () => {
    expect((await simul('run', 'queue', '--variant', 'typo')).stderr).toBe(
      'simul: variant: "typo" was given; it must be null or one of unbounded, no-join\n',
    );
    expect((await simul('run', 'makerandom', '--variant', 'typo')).stderr).toBe(
      'simul: variant: "typo" was given; it must be null: makerandom has no variants\n',
    );
  });
});

describe('--format python', () => {
  test('writes a script', async () => {
    const file = join(folder, 'queue.py');
    expect(await simul('run', 'queue', '--format', 'python', '--out', file)).toMatchObject({ code: 0, stdout: '' });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^"""Producers and consumers, asynchronous: seed 0, draws shared\. Written by Simul\./);
    expect(text).toContain('        await queue.put(f"{k}.{i}")\n');
    expect(text).toMatch(/\nrun\(main\)\n$/);
  });

  test.each([
    ['synchronous', 'call(line, k)'],
    ['threads', 'ThreadPoolExecutor('],
    ['processes', 'ProcessPoolExecutor('],
  ])('writes it as one writes it under the model %s', async (model, call) => {
    const { code, stdout } = await simul('run', 'queue', '--model', model, '--workers', '3', '--format', 'python');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^"""Producers and consumers, ${model}: seed 0, draws shared\\.`));
    expect(stdout.split('# --- The program ---')[1]).toContain(call);
    expect(stdout).not.toContain('asyncio');
  });

  test('refuses a policy that a model has not, and leaves no file', async () => {
    const file = join(folder, 'threads.py');
    const asked = ['run', 'exhibition', '--model', 'threads', '--policy', 'lifo', '--format', 'python', '--out', file];
    expect(await simul(...asked)).toMatchObject({
      code: 2,
      stderr: 'simul: params.policy: "lifo" was given; it must be another word: the model threads has no lifo\n',
    });
    expect(existsSync(file)).toBe(false);
  });
});
