// Theory beside measurement: scenarios chosen by chance, each measured after a warm-up over replications. An interval of 95 %
// misses one in twenty by its nature: of 48, theory lies inside of at least 40.
import { expect, test } from 'vitest';
import { runUnit } from '../../electron/cli/sweep/unit.ts';
import { findWorkload } from '../../electron/workloads/find.ts';
import { Random } from '../../electron/random/random.ts';
import { meanInterval } from '../../shared/experiment/interval.ts';
import { Plan } from '../../shared/experiment/plan.ts';
import { readSpec } from '../../shared/experiment/spec.ts';
import { figureTheory } from '../../shared/theory/theory.ts';

const SCENARIOS = 48;
const INSIDE = 40;
const REPLICATIONS = 10;
/** Services that are measured in a run, and those of its warm-up. */
const [MEASURED, WARM] = [1000, 300];

/** It takes a few seconds; a busy machine takes longer. */
const TIMEOUT_MS = 60_000;

const exponential = (mean: number) => ({ kind: 'exponential', mean });

/** A scenario whose steady state is known: the figure that is measured, and how long a service takes. */
function chosen(random: Random, number: number): { params: object; workload: string; figure: string; pace: number } {
  const between = (low: number, high: number) => low + (high - low) * random.random();
  if (number % 2 === 0) {
    const [boards, master] = [random.randint(3, 20), between(1, 10)];
    // About the knee: far beyond it the master is always busy, and there is nothing to measure.
    const opponent = master * boards * between(0.8, 2);
    const params = {
      boards,
      pairMoves: 10_000,
      policy: 'fifo',
      master: exponential(master),
      opponent: exponential(opponent),
    };
    const figure = ['meanReady', 'processorUse', 'meanNumber'][(number / 2) % 3]!;
    return { params, workload: 'exhibition', figure, pace: Math.max(master, (master + opponent) / boards) };
  }
  const [consumers, producers, making] = [random.randint(1, 6), random.randint(1, 6), between(2, 20)];
  const taking = (between(0.3, 0.7) * consumers * making) / producers;
  const params = { consumers, producers, items: 10_000, making: exponential(making), taking: exponential(taking) };
  const figure = ['meanWait', 'meanNumber'][((number - 1) / 2) % 2]!;
  return { params, workload: 'queue', figure, pace: making / producers };
}

test(
  'theory lies inside of the interval of confidence',
  async () => {
    const random = new Random(95);
    const sources = new Set<string>();
    let inside = 0;
    for (let number = 0; number < SCENARIOS; number++) {
      const { params, workload: id, figure, pace } = chosen(random, number);
      const warmUp = WARM * pace;
      const spec = readSpec({
        ...{ workload: id, params, models: ['asynchronous'], draws: 'keyed', warmUp, seed: 1000 * number },
        ...{ over: [{ path: 'workers', values: [1] }], replications: REPLICATIONS },
      });
      const workload = findWorkload(id);
      const plan = new Plan(spec, workload);
      const limits = { until: warmUp + MEASURED * pace, steps: 1e7 };
      const values: number[] = [];
      for (let unit = 0; unit < plan.units; unit++) {
        const { runs } = await runUnit(plan, workload, unit, limits);
        const { processorUse, summary } = runs[0]![0]!;
        values.push(figure === 'processorUse' ? processorUse : summary[figure]!);
      }
      const { mean, halfWidth } = meanInterval(values);
      const theory = figureTheory(workload.theory ?? null, plan.scenarios(0, 0)[0]!).values[figure]!;
      expect(['finite-source', 'mm1', 'mmc']).toContain(theory.by);
      sources.add(theory.by);
      if (Math.abs(mean - theory.value) <= halfWidth!) inside++;
      // Outside it is still near.
      else expect(Math.abs(mean - theory.value)).toBeLessThan(3 * halfWidth!);
    }
    expect(inside).toBeGreaterThanOrEqual(INSIDE);
    expect(sources.size).toBe(3);
  },
  TIMEOUT_MS,
);
