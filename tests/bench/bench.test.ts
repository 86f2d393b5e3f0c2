import { describe, expect, test } from 'vitest';
import type { Contender } from './contenders.ts';
import { rowsOf, verdictOf, type Row } from './figures.ts';
import { chosen, comparison, machineOf, readHistory, type Kept } from './history.ts';
import type { Printed } from './repeat.ts';
import { runRounds, type RoundsOptions } from './rounds.ts';
import { tables } from './tables.ts';

/** A run of a million units of work. */
const million = (seconds: number, cpu = seconds, peak = 3e8): Printed => ({
  count: 1e6,
  seconds,
  cpu,
  check: true,
  before: 1e8,
  peak,
});

/** Rounds of contenders that take as long as they are said to; what ran, in order, and what came out. */
async function rounds(seconds: Readonly<Record<string, number>>, options: Partial<RoundsOptions> = {}) {
  const log: string[] = [];
  let now = 0;
  const contenders = Object.entries(seconds).map(([name, takes]): Contender => ({
    name,
    version: '1',
    slow: (workload) => name === 'asyncio' && workload === 'W4a',
    run: (workload) => {
      log.push(`${workload} ${name}`);
      now += takes;
      return Promise.resolve([million(takes)]);
    },
  }));
  const results = await runRounds(contenders, {
    workloads: ['W3', 'W4a'],
    rounds: 2,
    seconds: 1000,
    slow: false,
    progress: () => undefined,
    clock: () => now,
    ...options,
  });
  return { log, results };
}

describe('a benchmark', () => {
  test('takes the contenders in turns, round by round, without the slow ones', async () => {
    const { log } = await rounds({ simul: 1, asyncio: 5 });
    const round = ['W3 simul', 'W3 asyncio', 'W4a simul'];
    expect(log).toEqual([...round, ...round]);
    expect((await rounds({ simul: 1, asyncio: 5 }, { slow: true, rounds: 1 })).log).toContain('W4a asyncio');
  });

  test('runs the first round whatever it takes, and later only what fits into its time', async () => {
    const { log } = await rounds({ simul: 1, asyncio: 5 }, { seconds: 11, rounds: 3 });
    expect(log.slice(3)).toEqual(['W4a simul', 'W4a simul']);
    expect((await rounds({ simul: 10 }, { seconds: 1 })).log).toEqual(['W3 simul', 'W4a simul']);
  });

  const processes = (...runs: Printed[][]) => runs;
  const rows = rowsOf(
    new Map([
      [
        'W1-1e6',
        new Map([
          [
            'simul',
            processes([million(4), million(2), million(1)], [million(8), million(2)], [million(4), million(3)]),
          ],
          ['traced', processes([million(6), million(4, 8)])],
          ['C++20', processes([million(0.5, 0.25, 1.5e8)])],
        ]),
      ],
    ]),
  );

  test('tells the first run of a process from the later ones, and takes medians over processes', () => {
    const { simul } = rows[0]!.contenders;
    expect([simul!.processes, simul!.cold, simul!.warm]).toEqual([3, 0.25, 0.5]);
    expect([simul!.peakMegabytes, simul!.bytesPerTask]).toEqual([300, 200]);
  });

  test('takes a contender without later runs as warm, and has ratios of wall and of processor time', () => {
    expect(verdictOf(rows[0]!)).toEqual({
      cold: 0.125, warm: 0.25, warmCpu: 0.125, goal: 0.35, start: 0.5, trace: 2, traceCpu: 4,
    }); // prettier-ignore
  });

  test('marks in its tables what misses a goal', () => {
    const text = tables(rows, ['simul', 'traced', 'C++20']);
    expect(text).toMatch(/W1-1e6 +0\.35 +0\.13 +\*0\.25 +0\.13 +\*0\.50 +\*2\.00 +4\.00/);
    expect(text).toMatch(/W1-1e6 +300 \(200\) +300 \(200\) +150 \(50\)/);
  });
});

describe('the history of benchmarks', () => {
  const row = (warm: number): Row => {
    const figures = { processes: 1, cold: warm, warm, warmCpu: warm, peakMegabytes: null, bytesPerTask: null };
    return { workload: 'W3', contenders: { simul: figures, traced: figures, 'C++20': { ...figures, warm: 4 } } };
  };
  const kept = (name: string, warm: number): Kept => ({
    name,
    on: '2026-01-02',
    commit: `of-${name}`,
    machine: machineOf({ simul: 'Node v1' }),
    rows: [row(warm)],
  });

  test('gives the last one, or the last of a name or commit, and says when there is none', () => {
    const history = [kept('a', 1), kept('b', 2), kept('a', 3), kept('c', 4)];
    const warm = (name: string) => chosen(history, name).rows[0]!.contenders['simul']!.warm;
    expect([warm(''), warm('a'), warm('of-b')]).toEqual([4, 3, 2]);
    expect(() => chosen(history, 'z')).toThrow('no benchmark called z has been kept');
    expect(() => chosen([], '')).toThrow('no benchmark has been kept yet');
  });

  test('is compared by ratios, and says where speeds do not compare', () => {
    const text = comparison([row(2)], machineOf({ simul: 'Node v1' }), kept('before', 1));
    expect(text).toMatch(/W3 +0\.25 > 0\.50 \(2\.00x\) +1\.00 > 1\.00 \(1\.00x\)/);
    expect(text).not.toContain('another machine');
    expect(comparison([row(2)], machineOf({ simul: 'Node v2' }), kept('before', 1))).toContain('another machine');
  });

  test('that is in the repository can be read', () => {
    for (const { name, rows } of readHistory()) expect([name, rows.length > 0]).toEqual([name, true]);
  });
});
