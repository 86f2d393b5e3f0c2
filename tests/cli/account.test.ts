import { describe, expect, test } from 'vitest';
import { runAndAdd } from '../../electron/cli/figures/account.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';

const workload = exhibition as Workload<unknown>;

/** An exhibition in figures; `keepsTrace` as a listener that wants to see it afterwards. */
async function account(input: Omit<ScenarioInput, 'workload'>, until = Infinity, keepsTrace = false) {
  const scenario = readScenario({ workload: 'exhibition', ...input }, workload);
  return runAndAdd(scenario, workload, { limits: { until, steps: 1e7 }, listener: { keepsTrace } });
}

describe('a run in figures', () => {
  // Some three slices.
  const long = { params: { boards: 400, pairMoves: 300 } };

  test('comes out the same in several slices, whether or not the trace is kept', async () => {
    const [passing, kept] = [await account(long), await account(long, Infinity, true)];
    const told = ({ work, ...figures }: typeof kept.account) => ({ ...figures, work: work() });
    expect(told(kept.account)).toEqual(told(passing.account));
    expect(passing.account).toMatchObject({ makespan: 600_055, summary: { moves: 240_000, masterBusy: 600_000 } });
    expect(passing.account.steps).toBeGreaterThan(100_000);
    expect([passing.run.trace.length, kept.run.trace.length > 480_000]).toEqual([0, true]);
  });

  test('counts work as far as it has been done', async () => {
    const params = { boards: 1 };
    const use = async (until: number) => (await account({ params }, until)).account.processorUse;
    expect([await use(2.5), await use(5), await use(10), await use(62)]).toEqual([1, 1, 0.5, 7 / 62]);
    const { summary } = (await account({ params }, 62)).account;
    expect(summary).toMatchObject({ masterBusy: 7, masterFinished: 5, moves: 2 });
  });

  test('shares the work of processes among as many processors', async () => {
    const params = { boards: 4, pairMoves: 2, workers: 4 };
    const use = async (model: string) => (await account({ model, params })).account.processorUse;
    expect([await use('processes'), await use('threads')]).toEqual([10 / 120, 40 / 135]);
  });

  test('has a theory only where one holds', async () => {
    const theory = async (input: Omit<ScenarioInput, 'workload'>) => (await account(input)).account.theory;
    const edits = [{ at: 60, path: 'master', value: 6 }];
    expect((await theory({})).prediction).toEqual({ makespan: 3655, masterFinished: 3600, units: 720, exact: true });
    const chance = await theory({ params: { opponent: { kind: 'uniform', low: 50, high: 60 } } });
    expect(chance.prediction).toMatchObject({ exact: false });
    expect((await theory({ edits })).prediction).toBeNull();
  });
});
