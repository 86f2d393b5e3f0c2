import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asynchronousFinish, asynchronousWait } from '../../shared/theory/asynchronous.ts';
import { atTheMeans, type ConstantExhibition } from '../../shared/theory/exhibition.ts';
import { exhibitionFinish } from '../../shared/theory/finish.ts';
import { knee, kneeBoards } from '../../shared/theory/knee.ts';
import { processesFinish } from '../../shared/theory/processes.ts';
import { residual } from '../../shared/theory/residual.ts';
import { speedUp } from '../../shared/theory/speedup.ts';
import { synchronousFinish } from '../../shared/theory/synchronous.ts';
import { threadsFinish } from '../../shared/theory/threads.ts';
import { masterUtilisation, utilisation } from '../../shared/theory/utilisation.ts';
import { tableToTable, workersAtBoards, type Seen } from './miniature.ts';

const published: ConstantExhibition = { boards: 24, pairMoves: 30, master: 5, opponent: 55 };

/** Whole seconds, so that both sides are exact and ties are frequent. */
const noWalk = fc.record({
  boards: fc.integer({ min: 1, max: 12 }),
  pairMoves: fc.integer({ min: 1, max: 6 }),
  master: fc.nat(8),
  opponent: fc.nat(40),
});
const withWalk = noWalk.chain((e) => fc.nat(9).map((walk) => ({ ...e, walk })));
const workers = fc.integer({ min: 1, max: 15 });

function finish({ masterFinished, makespan }: Seen): { masterFinished: number; makespan: number } {
  return { masterFinished, makespan };
}

describe('the published exhibition', () => {
  test('takes twelve hours one game at a time, and an hour table to table with one reply left over', () => {
    expect(synchronousFinish(published)).toEqual({ masterFinished: 43_145, makespan: 43_200 });
    expect(asynchronousFinish(published)).toEqual({ masterFinished: 3600, makespan: 3655 });
    expect(residual(asynchronousFinish(published))).toEqual({
      masterFinished: 3600,
      makespan: 3655,
      residual: 55,
      share: 55 / 3655,
    });
  });

  test('has replies waiting a minute on average, 115 s at most', () => {
    const { mean, max } = asynchronousWait(published);
    expect([mean.toFixed(4), max]).toEqual(['59.9167', 115]);
  });

  test('has its knee at twelve boards', () => {
    expect([knee(published), kneeBoards(published)]).toEqual([12, 12]);
    expect(kneeBoards({ master: 0.1, opponent: 1.1 })).toBe(12);
    expect(kneeBoards({ master: 7, opponent: 55 })).toBe(9);
    expect(knee({ master: 5, opponent: 55, walk: 1 })).toBe(10);
    expect(knee({ master: 0, opponent: 55 })).toBe(Infinity);
    expect(knee({ master: 0, opponent: 0 })).toBe(1);
  });

  test('is nearly twelve times as fast table to table, and the master is never idle', () => {
    expect(speedUp(43_200, 3655)).toBeCloseTo(11.8194, 4);
    expect(speedUp(0, 0)).toBe(1);
    expect(masterUtilisation(published, 3600)).toBe(1);
    expect(masterUtilisation(published, 43_200)).toBeCloseTo(1 / 12, 12);
    expect(masterUtilisation(published, 14_400, 3)).toBeCloseTo(1 / 12, 12);
    expect(utilisation(0, 0)).toBe(0);
  });

  test.each([
    [{ model: 'threads', workers: 12 }, { ...published, pairMoves: 5 }, 655],
    [{ model: 'processes', workers: 3 }, { ...published, pairMoves: 5 }, 2400],
    [{ model: 'asynchronous', policy: 'fifo' }, { ...published, boards: 6, pairMoves: 10 }, 625],
    [{ model: 'asynchronous', policy: 'round-robin' }, published, 3655],
    [{ model: 'threads' }, published, 43_200],
    [{ model: 'processes' }, published, 43_200],
    [{ model: 'synchronous' }, published, 43_200],
  ] as const)('under %j agrees with the reference', (arrangement, e, makespan) => {
    expect(exhibitionFinish(e, arrangement)).toEqual({ masterFinished: makespan - 55, makespan });
  });

  test('has no closed form for orders that are not table to table', () => {
    expect(exhibitionFinish(published, { model: 'asynchronous', policy: 'fewest-left' })).toBeNull();
  });
});

describe('closed forms against exhibitions played out move by move', () => {
  test('one game at a time', () => {
    fc.assert(
      fc.property(withWalk, (e) => {
        expect(synchronousFinish(e)).toEqual(finish(workersAtBoards(e, 1, true)));
      }),
    );
  });

  test.each(['round-robin', 'fifo'] as const)('table to table, %s, with a way to walk', (order) => {
    fc.assert(
      fc.property(withWalk, (e) => {
        const seen = tableToTable(e, order);
        expect(asynchronousFinish(e, order)).toEqual(finish(seen));
        const wait = asynchronousWait(e, order);
        expect(wait.max).toBe(Math.max(...seen.waits));
        expect(wait.mean).toBeCloseTo(seen.waits.reduce((a, b) => a + b) / seen.waits.length, 9);
      }),
      { numRuns: 1000 },
    );
  });

  test('on both sides of the knee the asynchronous makespan is the case it is named by', () => {
    fc.assert(
      fc.property(noWalk, (e) => {
        const { boards: n, pairMoves: m, master: j, opponent: o } = e;
        expect(asynchronousFinish(e).makespan).toBe(n * j >= j + o ? m * n * j + o : m * (j + o) + (n - 1) * j);
        expect(n >= kneeBoards(e)).toBe(n * j >= j + o);
      }),
    );
  });

  test('no other order of serving is faster', () => {
    fc.assert(
      fc.property(noWalk, fc.nat(), (e, seed) => {
        expect(tableToTable(e, 'any', seed).makespan).toBeGreaterThanOrEqual(asynchronousFinish(e).makespan);
      }),
    );
  });

  test('threads that share a master, exactly', () => {
    fc.assert(
      fc.property(noWalk, workers, (e, k) => {
        expect(threadsFinish(e, k)).toEqual(finish(workersAtBoards(e, k, true)));
      }),
      { numRuns: 3000 },
    );
  });

  test('threads have none with a way to walk, but for a single table', () => {
    expect(threadsFinish({ ...published, walk: 1 }, 4)).toBeNull();
    expect(threadsFinish({ ...published, boards: 1, walk: 1 }, 4)).toEqual({ masterFinished: 1745, makespan: 1800 });
  });

  test('one thread is synchronous, a thread a board is asynchronous', () => {
    fc.assert(
      fc.property(noWalk, workers, (e, more) => {
        expect(threadsFinish(e, 1)).toEqual(synchronousFinish(e));
        expect(threadsFinish(e, e.boards - 1 + more)).toEqual(asynchronousFinish(e));
      }),
    );
  });

  test('processes with a master each', () => {
    fc.assert(
      fc.property(withWalk, workers, (e, k) => {
        expect(processesFinish(e, k)).toEqual(finish(workersAtBoards(e, k, false)));
      }),
    );
  });

  test('every model serves the same moves, so no makespan is below the work of its masters', () => {
    fc.assert(
      fc.property(noWalk, workers, (e, k) => {
        const use = [
          masterUtilisation(e, synchronousFinish(e).masterFinished),
          masterUtilisation(e, asynchronousFinish(e).masterFinished),
          masterUtilisation(e, threadsFinish(e, k)!.masterFinished),
          masterUtilisation(e, processesFinish(e, k).masterFinished, Math.min(k, e.boards)),
        ];
        expect(use.every((u) => u >= 0 && u <= 1)).toBe(true);
      }),
    );
  });
});

describe('an exhibition at its means', () => {
  test('is exact when nothing is random', () => {
    const amounts = {
      boards: 24,
      pairMoves: 30.9,
      master: 5,
      opponent: { kind: 'uniform', low: 55, high: 55 },
    } as const;
    expect(atTheMeans(amounts)).toEqual({ exhibition: { ...published, walk: 0 }, exact: true });
  });

  test('says that it is an estimate when something is', () => {
    const amounts = {
      boards: 8,
      pairMoves: { kind: 'integer', low: 5, high: 15 },
      master: { kind: 'uniform', low: 2, high: 8 },
      opponent: { kind: 'exponential', mean: 40 },
      walk: 1,
    } as const;
    const exhibition = { boards: 8, pairMoves: 10, master: 5, opponent: 40, walk: 1 };
    expect(atTheMeans(amounts)).toEqual({ exhibition, exact: false });
  });

  test('plays at least one pair of moves', () => {
    expect(atTheMeans({ boards: 1, pairMoves: 0, master: 1, opponent: 1 }).exhibition.pairMoves).toBe(1);
  });
});
