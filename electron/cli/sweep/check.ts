import { availableParallelism } from 'node:os';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { breathe } from '../breathe.ts';
import { figure } from '../output/clock.ts';
import { durationOf } from '../output/duration.ts';
import type { Prepared } from './task.ts';
import { runUnit } from './unit.ts';

/** Runs that are begun without a question. */
const RUNS_UNASKED = 100_000;
/** Wall milliseconds for looking at values before the first run. */
const LOOK_MS = 500;

/**
 * Looks at the points of a sweep before anything is run, so that a bad value is told at once: the ends of each axis
 * always, the others as far as the time goes; whoever comes later is checked when its turn has come.
 *
 * @throws InputError for values that the program does not take.
 */
export async function checkPoints({ plan }: Prepared): Promise<void> {
  const started = performance.now();
  const { inner } = plan;
  const corners = [0, inner - 1, plan.points - inner, plan.points - 1];
  for (const point of new Set(corners)) {
    plan.scenarios(point, 0);
    await breathe();
  }
  for (let point = 1; point < plan.points - 1 && performance.now() - started < LOOK_MS; point++) {
    plan.scenarios(point, 0);
    await breathe();
  }
}

/**
 * Asks before a sweep that takes long: how long is measured on a few of its runs.
 *
 * @throws InputError that says so, unless the answer was given.
 */
export async function askFirst(sweep: Prepared, yes: boolean, jobs: number | null): Promise<void> {
  const { plan, workload, limits } = sweep;
  if (yes || plan.runs <= RUNS_UNASKED) return;
  const tried = [...new Set([0, Math.floor(plan.units / 2), plan.units - 1])];
  const started = performance.now();
  for (const unit of tried) {
    await runUnit(plan, workload, unit, limits);
    await breathe();
  }
  const workers = jobs ?? availableParallelism();
  const ms = ((performance.now() - started) / tried.length) * plan.units;
  const most = plan.rule === null ? '' : 'at most ';
  const long = `${most}${figure(plan.runs)} runs, about ${durationOf(ms / workers)} with ${workers} at once`;
  throw new InputError([problem('--over', long, 'confirmed with --yes')]);
}
