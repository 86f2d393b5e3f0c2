import type { Plan } from '../../../shared/experiment/plan.ts';
import { replicationsNext } from '../../../shared/experiment/stopping.ts';
import type { Workload } from '../../workloads/workload.ts';
import {
  figureOf,
  metricsOf,
  sharesDraws,
  type RunRecord,
  type UnitRecord,
} from '../../../shared/experiment/record.ts';
import type { Limits } from '../execute.ts';
import { runAndAdd } from '../figures/account.ts';

/** Runs a unit of a plan. What comes out is what JSON makes of it, wherever it was run. */
export async function runUnit(
  plan: Plan,
  workload: Workload<unknown>,
  unit: number,
  limits: Limits,
): Promise<UnitRecord> {
  const { point, replication } = plan.place(unit);
  const runs: RunRecord[][] = [];
  const { rule } = plan;
  let next = replication === null ? (rule?.least ?? 1) : 1;
  while (runs.length < next) {
    const records: RunRecord[] = [];
    for (const scenario of plan.scenarios(point, replication ?? runs.length)) {
      const { account } = await runAndAdd(scenario, workload, { limits, warmUp: plan.spec.warmUp ?? 0 });
      if (account.failure !== null) return { unit, runs: [], failure: account.failure.message };
      const { makespan, now, processorUse, summary, theory } = account;
      const record = { workers: scenario.workers, makespan, now, processorUse, summary };
      const work = sharesDraws(plan) ? { work: account.work() } : {};
      records.push(canonical({ ...record, theory: theory.prediction?.makespan ?? null, ...work }));
    }
    runs.push(records);
    if (replication === null && rule !== null && runs.length === next) {
      next = replicationsNext(seriesOf(runs, plan), rule);
    }
  }
  return { unit, runs };
}

/** The figures by which a plan ends its replications: a series for each lane and metric. */
function seriesOf(runs: readonly (readonly RunRecord[])[], plan: Plan): number[][] {
  return plan.lanes.flatMap((_, lane) =>
    metricsOf(plan).map((metric) => runs.map((records) => figureOf(records[lane]!, metric) ?? NaN)),
  );
}

function canonical(record: RunRecord): RunRecord {
  return JSON.parse(JSON.stringify(record)) as RunRecord;
}
