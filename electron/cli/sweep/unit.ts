import type { Plan } from '../../../shared/experiment/plan.ts';
import { replicationsNext } from '../../../shared/experiment/stopping.ts';
import type { Workload } from '../../workloads/workload.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import type { Limits } from '../execute.ts';
import { runAndAdd } from '../figures/account.ts';

/** What one run has left, in figures; what is not finite, or not over, is null. */
export interface RunRecord {
  readonly workers: number;
  readonly makespan: number | null;
  /** Virtual seconds up to which it went. */
  readonly now: number;
  readonly processorUse: number;
  readonly summary: Readonly<Record<string, number | null>>;
  readonly theory: number | null;
  /** What was done, where lanes draw from one stream and may do different work. */
  readonly work?: string;
}

/** What came of a unit: for each replication, a run for each lane; or the sentence in which it failed. */
export interface UnitRecord {
  readonly unit: number;
  readonly runs: readonly (readonly RunRecord[])[];
  readonly failure?: string;
}

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
      const { account } = await runAndAdd(scenario, workload, { limits });
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

/** Whether all tasks of a run draw from one stream. */
export function sharesDraws({ spec }: Plan): boolean {
  return spec.draws === 'shared';
}

/** The figures by which a plan ends its replications: a series for each lane and metric. */
function seriesOf(runs: readonly (readonly RunRecord[])[], plan: Plan): number[][] {
  return plan.lanes.flatMap((_, lane) =>
    metricsOf(plan).map((metric) => runs.map((records) => figureOf(records[lane]!, metric) ?? NaN)),
  );
}

/** The metrics that a plan asks for. */
export function metricsOf({ spec }: Plan): readonly string[] {
  return spec.metrics ?? ['makespan'];
}

/**
 * A figure of a run by its name; null where the run has none.
 *
 * @throws InputError when runs of this program have no figure of that name.
 */
export function figureOf(record: RunRecord, metric: string): number | null {
  if (metric === 'makespan') return record.makespan;
  if (metric === 'processorUse') return record.processorUse;
  const value = record.summary[metric];
  if (value !== undefined) return value;
  const known = ['makespan', 'processorUse', ...Object.keys(record.summary)];
  throw new InputError([problem('metrics', metric, `one of ${known.join(', ')}`)]);
}

function canonical(record: RunRecord): RunRecord {
  return JSON.parse(JSON.stringify(record)) as RunRecord;
}
