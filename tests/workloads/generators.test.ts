import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { generators } from '../../electron/workloads/generators.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { readLog, type LogEntry } from '../../shared/trace/log.ts';

function logOf(program: string, steps: number, over: object = {}): { log: LogEntry[]; makespan: number | null } {
  const params = { program, steps, ...over };
  const run = new Run(readScenario({ workload: 'generators', params }, generators), generators);
  run.advance();
  return { log: readLog(run.trace, generators.vocabulary), makespan: run.outcome.makespan };
}

/** What is told, a line an entry; every entry but the first count of values takes a second. */
function told(program: string, steps: number): string[] {
  const { log, makespan } = logOf(program, steps);
  const lines = log.map(({ t, event, frame, value, values }) =>
    [t, frame, event, value ?? values].filter((part) => part !== undefined).join(' '),
  );
  return [...lines, `over at ${makespan}`];
}

/** What Python's own generators do, by hand. */
describe('stepped', () => {
  test('a lazy range makes a value when it is asked for one, and keeps one', () => {
    expect(told('lazy', 2)).toEqual([
      '0 kept 1',
      '0 numbers called',
      '1 numbers yielded 0',
      '2 got 0',
      '3 numbers yielded 1',
      '4 got 1',
      '5 numbers ended',
      'over at 6',
    ]);
  });

  test('a list is whole before its first value is used', () => {
    expect(told('eager', 2)).toEqual([
      '0 numbers called',
      '1 kept 1',
      '2 kept 2',
      '3 numbers returned 2',
      '4 got 0',
      '5 got 1',
      'over at 6',
    ]);
  });

  test('a range jumps as far as it is sent: 0 1 2 3 4 6 9 13, each by half of itself', () => {
    const values = (steps: number) =>
      logOf('jumping', steps).log.flatMap(({ event, value }) => (event === 'got' ? [value] : []));
    expect(values(14)).toEqual([0, 1, 2, 3, 4, 6, 9, 13, 0]);
    expect(told('jumping', 2)).toEqual([
      '0 kept 1',
      '0 jumping called',
      '1 jumping yielded 0',
      '2 got 0',
      '3 jumping sent 1',
      '4 jumping yielded 1',
      '5 got 1',
      '6 jumping sent 1',
      '7 jumping ended',
      '8 got 0',
      'over at 9',
    ]);
  });

  test('a value goes up through three levels of yield from, its answer comes down, the sum is returned', () => {
    expect(told('delegating', 2)).toEqual([
      '0 kept 1',
      ...['0 top', '1 middle', '2 bottom', '3 source'].map((frame) => `${frame} called`),
      ...['4 source', '5 bottom', '6 middle', '7 top'].map((frame) => `${frame} yielded 0`),
      '8 got 0',
      ...['9 top', '10 middle', '11 bottom', '12 source'].map((frame) => `${frame} sent 0`),
      ...['13 source', '14 bottom', '15 middle', '16 top'].map((frame) => `${frame} yielded 1`),
      '17 got 1',
      ...['18 top', '19 middle', '20 bottom', '21 source'].map((frame) => `${frame} sent 10`),
      ...['22 source', '23 bottom', '24 middle', '25 top'].map((frame) => `${frame} returned 10`),
      '26 got 10',
      'over at 27',
    ]);
  });
});

describe('a million values', () => {
  const most = (program: string) => {
    const { log, makespan } = logOf(program, 1_000_000, { pace: 0.001 });
    return { kept: Math.max(...log.map(({ values }) => Number(values ?? 0))), entries: log.length, makespan };
  };

  test('are one at a time in a lazy range, and all of them in a list', () => {
    expect(most('lazy')).toMatchObject({ kept: 1 });
    expect(most('eager').kept).toBe(1_000_000);
  });

  test('take as long either way, and few words', () => {
    const [lazy, eager] = [most('lazy'), most('eager')];
    expect(lazy.makespan).toBeCloseTo(2000.002, 6);
    expect(eager.makespan).toBeCloseTo(2000.002, 6);
    expect(Math.max(lazy.entries, eager.entries)).toBeLessThan(1100);
  });
});
