import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Journal } from '../../electron/experiment/journal.ts';
import { Pace } from '../../electron/experiment/pace.ts';
import { asDone, inOrder } from '../../electron/experiment/pool.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { Plan } from '../../shared/experiment/plan.ts';
import { readSpec } from '../../shared/experiment/spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'simul-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Entry {
  readonly unit: number;
  readonly text: string;
}

describe('a journal', () => {
  const path = (name: string) => join(folder, name);
  const entry = (unit: number): Entry => ({ unit, text: `é${unit}\n` });

  test('gives back what was put, from this process and the next', () => {
    const journal = Journal.begin<Entry>(path('whole'), { of: 'test' });
    for (const unit of [3, 1, 2, 1]) journal.put(entry(unit));
    expect([journal.size, journal.has(1), journal.has(4), journal.get(3)]).toEqual([3, true, false, entry(3)]);
    journal.close();
    const next = Journal.open<Entry>(path('whole'), 'r+')!;
    expect([next.heading, [...next.units].toSorted(), next.get(2)]).toEqual([{ of: 'test' }, [1, 2, 3], entry(2)]);
    next.put(entry(7));
    next.close();
    expect(Journal.open<Entry>(path('whole'), 'r')!.get(7)).toEqual(entry(7));
    expect(() => Journal.begin(path('whole'), {})).toThrow(/EEXIST/);
  });

  test('loses the line in which a process died, at whatever byte, and no other', () => {
    const journal = Journal.begin<Entry>(path('cut'), {});
    for (const unit of [0, 1, 2]) journal.put(entry(unit));
    journal.close();
    const bytes = readFileSync(path('cut'));
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1);
    for (let length = ends[0]!; length <= bytes.length; length++) {
      writeFileSync(path('cut'), bytes.subarray(0, length));
      const found = Journal.open<Entry>(path('cut'), 'r+')!;
      const whole = ends.filter((end) => end <= length).length - 1;
      expect(found.size).toBe(whole);
      found.put(entry(2));
      found.close();
      expect(Journal.open<Entry>(path('cut'), 'r')!.get(2)).toEqual(entry(2));
    }
    writeFileSync(path('cut'), bytes.subarray(0, ends[0]! - 1));
    expect(Journal.open(path('cut'), 'r')).toBeNull();
  });

  test('does not believe a line that the disk has changed', () => {
    const journal = Journal.begin<Entry>(path('bad'), {});
    for (const unit of [0, 1, 2]) journal.put(entry(unit));
    journal.close();
    writeFileSync(path('bad'), readFileSync(path('bad'), 'utf8').replace('é1', 'é9'));
    appendFileSync(path('bad'), 'no line of a journal\n');
    expect([...Journal.open<Entry>(path('bad'), 'r')!.units]).toEqual([0, 2]);
  });
});

describe('a pool of worker threads', () => {
  const entry = join(folder, 'worker.mjs');
  writeFileSync(
    entry,
    `export default async (n) => {
       if (n === 'bad') throw new RangeError('no number');
       if (n === 0) await new Promise((resolve) => setTimeout(resolve, 50));
       return n * process.__tinypool_state__.workerData.by;
     };`,
  );
  const pool = { entry: pathToFileURL(entry), data: { by: 10 }, jobs: 2 };

  test('does every task once, in the order that is asked for', async () => {
    const early: number[] = [];
    const ordered: number[] = [];
    const tasks = Array.from({ length: 20 }, (_, i) => i);
    for await (const { result } of asDone<number, number>(tasks, pool)) early.push(result);
    for await (const { task, result } of inOrder<number, number>(tasks, pool)) ordered.push(result - 9 * task);
    expect(early.toSorted((a, b) => a - b)).toEqual(tasks.map((n) => n * 10));
    expect(ordered).toEqual(tasks);
  });

  test('takes tasks only as it needs them, and stops when nobody wants more', async () => {
    let taken = 0;
    const endless = (function* () {
      for (;;) yield ++taken;
    })();
    for await (const { task } of inOrder<number, number>(endless, pool)) if (task === 5) break;
    expect(taken).toBeLessThan(5 + 33 * pool.jobs);
    expect(endless.next().done).toBe(true);
  });

  test('hands on what a task throws, and gives up when it is told to', async () => {
    const all = async (tasks: unknown[], signal?: AbortSignal) => {
      for await (const _ of asDone(tasks, signal === undefined ? pool : { ...pool, signal }));
    };
    await expect(all([1, 'bad', 2])).rejects.toThrow('no number');
    const abort = new AbortController();
    const given = all([0, 0, 0, 0], abort.signal);
    abort.abort();
    await expect(given).rejects.toThrow();
  });
});

test('the time left is told from the pace so far, not counting what an earlier process did', () => {
  let now = 1000;
  const pace = new Pace(100, 40, () => now);
  expect([pace.share, pace.leftMs]).toEqual([0.4, null]);
  for (let i = 0; i < 20; i++) pace.step();
  now += 500;
  expect([pace.done, pace.share, pace.leftMs]).toEqual([60, 0.6, 1000]);
});

test('a plan of a million points is made without making one, and each is what it should be', () => {
  const exhibition = workloads[0] as Workload<unknown>;
  const spec = readSpec({
    ...{ workload: 'exhibition', replications: 2, seed: '7', models: ['asynchronous', 'threads'], workers: 3 },
    over: [
      { path: 'boards', from: 1, to: 1000 },
      { path: 'opponent', from: 1, to: 1000, step: 1 },
    ],
  });
  const plan = new Plan(spec, exhibition);
  expect([plan.points, plan.units, plan.runs]).toEqual([1_000_000, 2_000_000, 4_000_000]);
  expect(plan.place(1_999_999)).toEqual({ point: 999_999, replication: 1 });
  expect([plan.values(0), plan.values(1), plan.values(1000), plan.values(999_999)]).toEqual([
    ...[[1, 1], [1, 2], [2, 1], [1000, 1000]], // prettier-ignore
  ]);
  const [loop, threads] = plan.scenarios(1001, 1);
  expect([loop!.seed, threads!.seed, threads!.workers]).toEqual(['8', '8', 3]);
  expect(threads!.params).toEqual(loop!.params);
  expect(loop!.params).toMatchObject({ boards: 2, opponent: { kind: 'constant', value: 2 } });
});
