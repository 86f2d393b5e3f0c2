import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { Exit, report } from '../failure.ts';
import { runAndAdd, type Account } from '../figures/account.ts';
import type { Point } from '../figures/sweep.ts';
import { readLimits } from '../input/limits.ts';
import { readModels, underModels } from '../input/models.ts';
import { readOver, type Over } from '../input/over.ts';
import { request, scenarioOf, withParameter, type Request } from '../input/scenario.ts';
import { oneOf, wholeNumber } from '../input/values.ts';
import { Progress } from '../output/progress.ts';
import { openSink } from '../output/sink.ts';
import { sweepAsCsv, sweepAsJson, sweepAsTable } from '../output/sweep-formats.ts';
import type { SweepOptions } from './options.ts';

const formats = { table: sweepAsTable, json: sweepAsJson, csv: sweepAsCsv } as const;

const SEEDS_MAX = 10_000;
const RUNS_MAX = 100_000;

/** `simul sweep`: the same comparison for each value of a parameter. Returns the exit code. */
export async function sweep(id: string, options: SweepOptions): Promise<number> {
  const asked = request(id, options);
  const { path, values } = readOver(options.over);
  const seeds = seedsOf(asked, options.seeds);
  const plan = planned(asked, { path, values }, seeds, options.models);
  const limits = readLimits(options);
  const format = oneOf('--format', options.format, Object.keys(formats) as (keyof typeof formats)[]);
  const sink = openSink(options.out);
  const progress = new Progress();
  const points: Point[] = [];
  const total = plan.length * seeds.length * (plan[0]?.[0]?.length ?? 0);
  let count = 0;
  try {
    for (const [i, scenariosBySeed] of plan.entries()) {
      const bySeed: Account[][] = [];
      for (const scenarios of scenariosBySeed) {
        const accounts: Account[] = [];
        for (const scenario of scenarios) {
          const done = (share: number) => (count + share) / total;
          const label = `run ${count + 1} of ${total}, `;
          const { account } = await runAndAdd(scenario, asked.workload, { limits, progress, label, done });
          if (account.failure !== null) return report(account.failure);
          accounts.push(account);
          count++;
        }
        bySeed.push(accounts);
      }
      points.push({ value: values[i], bySeed });
    }
  } finally {
    progress.end();
  }
  await sink.write(formats[format]({ request: asked, path, seeds, points }, sink.look));
  sink.close();
  return Exit.ok;
}

/** Every scenario of a sweep, checked before the first is run: by value, seed and model. */
function planned(asked: Request, over: Over, seeds: readonly string[], list: string | undefined): Scenario[][][] {
  const models = readModels(list, asked);
  const runs = over.values.length * seeds.length * models.length;
  if (runs > RUNS_MAX) throw new InputError([problem('--over', `${runs} runs`, `at most ${RUNS_MAX} runs`)]);
  return over.values.map((value) => {
    const here = withParameter(asked, over.path, value);
    return seeds.map((seed) => underModels(here, models, { seed }));
  });
}

/** As many seeds as asked for, one after the other, from the one given. */
function seedsOf(asked: Request, count: string | undefined): string[] {
  const n = count === undefined ? 1 : wholeNumber('--seeds', count, 1, SEEDS_MAX);
  const first = BigInt(scenarioOf(asked).seed);
  return Array.from({ length: n }, (_, i) => String(first + BigInt(i)));
}
