import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { queue } from '../../electron/workloads/queue.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { meanInterval } from '../../shared/experiment/interval.ts';
import { SummaryFold } from '../../shared/fold/summary.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { amdahlSpeedUp, serialShare } from '../../shared/theory/amdahl.ts';
import { finiteSource, throughputBound } from '../../shared/theory/finite-source.ts';
import { littleMeasured, utilisationLaw, type Stay } from '../../shared/theory/operational.ts';
import { readLog } from '../../shared/trace/log.ts';

/** M/M/1//N from its balance equations: p(n) = p(0) N! / (N - n)! (S / Z)^n. C. Palm (1947). */
function byBalance(customers: number, thinkTime: number, serviceTime: number) {
  const weights = [1];
  for (let n = 1; n <= customers; n++) weights.push((weights[n - 1]! * (customers - n + 1) * serviceTime) / thinkTime);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const meanInSystem = weights.reduce((sum, weight, n) => sum + n * weight, 0) / total;
  const utilisation = 1 - 1 / total;
  return { utilisation, meanInSystem, throughput: utilisation / serviceTime };
}

describe('the finite source', () => {
  test('with exponential service is what the balance equations say', () => {
    for (const customers of [1, 2, 5, 12, 24, 100]) {
      for (const [thinkTime, serviceTime] of [
        [55, 5],
        [1, 1],
        [0.1, 3],
      ] as const) {
        const state = finiteSource({ customers, thinkTime, serviceTime, serviceVariation: 1 });
        const { utilisation, meanInSystem, throughput } = byBalance(customers, thinkTime, serviceTime);
        expect(state.utilisation).toBeCloseTo(utilisation, 9);
        expect(state.meanInSystem).toBeCloseTo(meanInSystem, 7);
        expect(state.throughput).toBeCloseTo(throughput, 9);
        expect(state.meanWait).toBeCloseTo(meanInSystem / throughput - serviceTime, 7);
      }
    }
  });

  test('has the values of a textbook', () => {
    // H. Taha, Operations Research: An Introduction, machine servicing: 22 machines, 2 h to a breakdown, 12 min to repair.
    const { throughput, meanInSystem } = finiteSource({
      ...{ customers: 22, thinkTime: 2, serviceTime: 0.2, serviceVariation: 1 },
    });
    expect(throughput).toBeCloseTo(4.998, 4);
    expect(meanInSystem).toBeCloseTo(12.004, 4);
  });

  test('comes from two sides to its bounds, which meet at the knee', () => {
    const amounts = { thinkTime: 55, serviceTime: 5 };
    for (const customers of [1, 11, 12, 13, 40]) {
      const bound = throughputBound({ customers, ...amounts });
      for (const serviceVariation of [0, 1]) {
        expect(finiteSource({ customers, ...amounts, serviceVariation }).throughput).toBeLessThanOrEqual(bound + 1e-12);
      }
    }
    expect(throughputBound({ customers: 12, ...amounts })).toBe(1 / 5);
    expect(finiteSource({ customers: 40, ...amounts, serviceVariation: 1 }).utilisation).toBeGreaterThan(0.999);
  });

  test.each([
    [6, 'exponential', 1],
    [12, 'exponential', 1],
    [24, 'exponential', 1],
    [6, 'constant', 0],
    [12, 'constant', 0],
    [24, 'constant', 0],
  ])('is the exhibition of %i exponential thinkers, the master %s', (boards, kind, serviceVariation) => {
    const master = kind === 'constant' ? 5 : { kind, mean: 5 };
    const params = { boards, pairMoves: 10_000, master, opponent: { kind: 'exponential', mean: 55 }, policy: 'fifo' };
    const until = 30_000;
    const used = Array.from({ length: 10 }, (_, seed) => {
      const run = new Run(readScenario({ workload: 'exhibition', params, seed }, exhibition), exhibition);
      run.advance(until);
      const fold = new SummaryFold({ model: 'asynchronous', workers: 1, stage: 'boards' });
      run.trace.feed(fold, 0);
      return fold.at(until).busy / until;
    });
    const { mean, halfWidth } = meanInterval(used, 0.999);
    const { utilisation } = finiteSource({ customers: boards, thinkTime: 55, serviceTime: 5, serviceVariation });
    const allowed = serviceVariation === 1 ? halfWidth! : halfWidth! + 0.03 * utilisation;
    expect(Math.abs(mean - utilisation)).toBeLessThan(allowed);
  });
});

describe("Amdahl's law", () => {
  test('has the published values', () => {
    // J. Hennessy, D. Patterson, Computer Architecture, 1.9 and 5.1: ten times as fast for 40 %; 80 of 100 processors.
    expect(amdahlSpeedUp(0.6, 10)).toBeCloseTo(1.5625, 10);
    expect(serialShare(80, 100)).toBeCloseTo(0.0025, 4);
    expect([amdahlSpeedUp(0, 8), amdahlSpeedUp(1, 8), amdahlSpeedUp(0.05, Infinity)]).toEqual([8, 1, 20]);
    expect(serialShare(amdahlSpeedUp(0.3, 7), 7)).toBeCloseTo(0.3, 12);
  });
});

describe('operational laws read off a run', () => {
  test('say that busy time is throughput times service', () => {
    expect(utilisationLaw(1440 / 3655, 2)).toBeCloseTo(0.78796, 5);
  });

  test("say Little's law exactly for a run that begins and ends empty, and nearly behind a warm-up", () => {
    const workload = queue as Workload<unknown>;
    const making = { kind: 'exponential', mean: 2 };
    const params = { producers: 4, consumers: 3, items: 400, making, taking: { kind: 'exponential', mean: 1 } };
    const run = new Run(readScenario({ workload: 'queue', params, seed: 5, draws: 'keyed' }, workload), workload);
    run.advance();
    const end = run.outcome.makespan!;
    const stays: Stay[] = readLog(run.trace, workload.vocabulary).flatMap(({ t, event, waited }) =>
      event === 'got' ? [{ cameAt: t - Number(waited), leftAt: t }] : [],
    );
    expect(stays.length).toBe(1600);
    const whole = littleMeasured(stays, -1, end + 1);
    expect(whole.meanNumber).toBeCloseTo(whole.arrivalsPerSecond * whole.meanSojourn, 9);
    expect(whole.atBeginning).toBe(0);
    const later = littleMeasured(stays, end / 4, end);
    expect(later.meanNumber / (later.arrivalsPerSecond * later.meanSojourn)).toBeCloseTo(1, 1);
  });

  test('count who was there before the window', () => {
    const stays = [
      { cameAt: 0, leftAt: 10 },
      { cameAt: 6, leftAt: Infinity },
    ];
    expect(littleMeasured(stays, 5, 15)).toEqual({
      meanNumber: (5 + 9) / 10,
      arrivalsPerSecond: 0.1,
      meanSojourn: 9,
      atBeginning: 1,
    });
  });
});
