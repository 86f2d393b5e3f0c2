import type { Workload } from '../../workloads/workload.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { Deadlock } from '../../../shared/trace/deadlock.ts';
import type { Account } from '../figures/account.ts';
import { datum } from '../../../shared/datum.ts';

/** A run as one object, but for its log: the fields that truth files have, in their order. */
export function resultOf(
  { scenario, makespan, now, deadlock, result, summary }: Account,
  workload: Workload<unknown>,
): object {
  const figures = roundedFigures(summary);
  return {
    workload: scenario.workload,
    ...(scenario.variant === null ? {} : { variant: scenario.variant }),
    model: scenario.model,
    params: paramsOf(scenario),
    seed: seedOf(scenario),
    // What is not said is what always holds for the workload.
    ...(scenario.draws === workload.draws ? {} : { draws: scenario.draws }),
    ...(scenario.edits.length === 0 ? {} : { edits: scenario.edits }),
    makespan: makespan === null ? null : datum(makespan),
    ...(makespan === null && deadlock === null ? { until: now } : {}),
    ...(deadlock === null ? {} : { ending: 'deadlock', waits: waitsOf(deadlock) }),
    summary: figures,
    ...figures,
    ...(result === undefined ? {} : { result }),
  };
}

/** What each task waits for in a deadlock, by its name. */
export function waitsOf({ blocked }: Deadlock): Record<string, string> {
  return Object.fromEntries(blocked.map(({ name, on }) => [name, on]));
}

/** The effective parameters; where there are several workers, with their number. */
export function paramsOf({ params, model, workers }: Scenario): object {
  const several = model === 'threads' || model === 'processes';
  return { ...(params as object), ...(several ? { workers } : {}) };
}

/** The seed as a number where a number holds it, else in digits. */
export function seedOf({ seed }: Scenario): number | string {
  return Number.isSafeInteger(Number(seed)) ? Number(seed) : seed;
}

/** Figures as they are written into data. */
export function roundedFigures(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, datum(value)]));
}
