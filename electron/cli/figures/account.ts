import { STEPS_MAX, Run } from '../../session/run.ts';
import type { Workload } from '../../workloads/workload.ts';
import { lawFigures, LawsFold, lawsOf } from '../../../shared/fold/laws.ts';
import { WorkFold } from '../../../shared/fold/work.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { theoryOf } from '../../../shared/theory/theory.ts';
import { execute, failureOf, type Limits } from '../execute.ts';
import { clock } from '../output/clock.ts';
import type { Progress } from '../output/progress.ts';
import type { Account, MeanOf } from './figures.ts';
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
    /** Virtual seconds that means and the use of the processor leave out. */
    warmUp?: number;
  },
): Promise<{ run: Run; account: Account }> {
  const { limits, progress, label = '', listener, done = (share) => share, warmUp = 0 } = options;
  const run = new Run(scenario, workload);
  const figures = figuresOf(workload);
  const fold = figures.fold(scenario.model);
  const { stage, ownWorkers = 0 } = workload;
  const laws = new LawsFold({ ...scenario, ...(stage === undefined ? {} : { stage }), ownWorkers });
  const work = new WorkFold();
  const theory = theoryOf(workload.theory ?? null, scenario);
  const likelyEnd = Math.min(limits.until, theory.prediction?.makespan ?? Infinity);
  let read = 0;
  const onSlice = async () => {
    run.trace.feed(fold, read);
    run.trace.feed(laws, read);
    run.trace.feed(work, read);
    await listener?.slice?.(run, read);
    if (!listener?.keepsTrace) run.trace.truncate(0);
    read = run.trace.length;
    const share = shareDone(run, likelyEnd, limits.steps);
    progress?.show(share === null ? null : done(share), `${label}${clock(run.now)} of virtual time`);
  };
  const settled = warmUp > 0 ? await warmedUp() : null;
  const cut = await execute(run, limits, onSlice);
  const { outcome } = run;
  const account: Account = {
    scenario,
    makespan: outcome.makespan,
    now: outcome.now,
    cut,
    failure: failureOf(run, cut),
    deadlock: outcome.deadlock,
    result: outcome.result,
    processorUse: laws.summary.at(outcome.now).processorUse,
    summary: { ...fold.summaryAt(outcome.now), ...lawFigures(lawsOf(laws.totals(outcome.now))) },
    ...(settled === null ? {} : settled()),
    theory,
    work: () => work.digest,
    steps: run.statistics.steps,
  };
  return { run, account };

  /** Goes on to the end of the warm-up; the answer tells the figures of what comes after it. */
  async function warmedUp(): Promise<() => Pick<Account, 'processorUse' | 'summary'>> {
    await execute(run, { ...limits, until: Math.min(warmUp, limits.until) }, onSlice);
    const settledFrom = laws.totals(warmUp);
    const before = fold.means();
    return () => {
      const { now } = run.outcome;
      const after = fold.means();
      // What is no mean cannot be told of a part of the run.
      const figures = Object.keys(fold.summaryAt(now)).map((name) => {
        const [all, cut] = [after[name], before[name]];
        return [name, all === undefined || cut === undefined ? NaN : meanBetween(cut, all)] as const;
      });
      const totals = laws.totals(now);
      const later = totals.seconds > warmUp ? lawsOf(totals, settledFrom) : null;
      const { meanNumber, littleNumber, lawUse } = later === null ? NEVER : lawFigures(later);
      return {
        processorUse: later?.use.use ?? NaN,
        summary: { ...Object.fromEntries(figures), meanNumber, littleNumber, lawUse },
      };
    };
  }
}

const NEVER = { meanNumber: NaN, littleNumber: NaN, lawUse: NaN };

/** The mean of what has come between two looks; NaN where nothing has. */
function meanBetween(before: MeanOf, after: MeanOf): number {
  return (after.total - before.total) / (after.count - before.count);
}

/** How much of a run is done, as far as anybody can tell: nobody can where its end is not known. */
function shareDone(run: Run, likelyEnd: number, steps: number): number | null {
  if (run.over) return 1;
  if (likelyEnd < Infinity && likelyEnd > 0) return Math.min(0.99, run.now / likelyEnd);
  return steps < STEPS_MAX ? run.statistics.steps / steps : null;
}
