import { STEPS_MAX, Run } from '../../session/run.ts';
import type { Workload } from '../../workloads/workload.ts';
import { WorkFold } from '../../../shared/fold/work.ts';
import { SummaryFold } from '../../../shared/fold/summary.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { theoryOf } from '../../../shared/theory/theory.ts';
import { execute, failureOf, type Limits } from '../execute.ts';
import { clock } from '../output/clock.ts';
import type { Progress } from '../output/progress.ts';
import type { Account } from './figures.ts';
import { figuresOf } from './stage.ts';

export type { Account };

/** Takes part in a run: is fed the trace slice by slice, before it is let go. */
export interface Listener {
  /** Whether the trace is needed as a whole afterwards. */
  readonly keepsTrace?: boolean;
  slice?(run: Run, from: number): void | Promise<void>;
}

/** Runs a scenario and adds it up. The trace goes as it comes, unless a listener keeps it. */
export async function runAndAdd(
  scenario: Scenario,
  workload: Workload<unknown>,
  options: {
    limits: Limits;
    progress?: Progress;
    label?: string;
    done?: (share: number) => number;
    listener?: Listener;
  },
): Promise<{ run: Run; account: Account }> {
  const { limits, progress, label = '', listener, done = (share) => share } = options;
  const run = new Run(scenario, workload);
  const figures = figuresOf(workload);
  const fold = figures.fold(scenario.model);
  const processors = new SummaryFold({ ...scenario, ownWorkers: workload.ownWorkers ?? 0 });
  const work = new WorkFold();
  const theory = theoryOf(workload.theory ?? null, scenario);
  const likelyEnd = Math.min(limits.until, theory.prediction?.makespan ?? Infinity);
  let read = 0;
  const cut = await execute(run, limits, async () => {
    run.trace.feed(fold, read);
    run.trace.feed(processors, read);
    run.trace.feed(work, read);
    await listener?.slice?.(run, read);
    if (!listener?.keepsTrace) run.trace.truncate(0);
    read = run.trace.length;
    const share = shareDone(run, likelyEnd, limits.steps);
    progress?.show(share === null ? null : done(share), `${label}${clock(run.now)} of virtual time`);
  });
  const { outcome } = run;
  const account: Account = {
    scenario,
    makespan: outcome.makespan,
    now: outcome.now,
    cut,
    failure: failureOf(run, cut),
    deadlock: outcome.deadlock,
    result: outcome.result,
    processorUse: processors.at(outcome.now).processorUse,
    summary: fold.summaryAt(outcome.now),
    theory,
    work: () => work.digest,
    steps: run.statistics.steps,
  };
  return { run, account };
}

/** How much of a run is done, as far as anybody can tell: nobody can where its end is not known. */
function shareDone(run: Run, likelyEnd: number, steps: number): number | null {
  if (run.over) return 1;
  if (likelyEnd < Infinity && likelyEnd > 0) return Math.min(0.99, run.now / likelyEnd);
  return steps < STEPS_MAX ? run.statistics.steps / steps : null;
}
