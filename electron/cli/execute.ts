import { ENDLESS_STEPS_MAX, STEPS_MAX, type Run } from '../session/run.ts';
import { waitsText } from '../../shared/trace/deadlock.ts';
import { messageOf } from '../../shared/message-of.ts';
import { breathe } from './breathe.ts';
import { Deadlocked, Failure } from './failure.ts';
import { clock } from './output/clock.ts';

/** Steps between two looks at the world outside: some ten milliseconds. */
const SLICE_STEPS = 50_000;

/** How far a run may go. */
export interface Limits {
  /** Virtual seconds; Infinity when nobody asked to stop. */
  readonly until: number;
  readonly steps: number;
}

/** Where a run stopped that is over neither by its own end nor by a failure. */
export type Cut = 'until' | 'steps' | null;

/**
 * Takes a run to its end, or as far as it may go, in slices: the process stays able to hear Ctrl-C and to show how
 * far it is. `onSlice` is awaited after each slice, and may use up the trace.
 */
export async function execute(run: Run, limits: Limits, onSlice: () => void | Promise<void>): Promise<Cut> {
  const endless = (run.workload.endless?.(run.params) ?? null) !== null;
  // Who names a number gets it.
  const steps = endless && limits.steps === STEPS_MAX ? ENDLESS_STEPS_MAX : limits.steps;
  for (let taken = 0; ;) {
    const left = steps - taken;
    const pause = run.advance(limits.until, Math.min(SLICE_STEPS, left));
    taken = run.statistics.steps;
    await onSlice();
    // Short runs, too: there may be many of them.
    await breathe();
    if (run.over) return null;
    if (pause === 'until') return 'until';
    if (taken >= steps) return 'steps';
  }
}

/** Why a run counts as failed, in a sentence; null when it does not. */
export function failureOf(run: Run, cut: Cut): Failure | null {
  const { outcome, scenario } = run;
  const what = `${scenario.workload} (${scenario.model})`;
  const when = `at ${clock(outcome.now)} of virtual time`;
  if (outcome.pause === 'failed') return new Failure(`${what} failed ${when}: ${messageOf(outcome.failure)}`);
  if (outcome.deadlock !== null) return new Deadlocked(`${what}: deadlock ${when}: ${waitsText(outcome.deadlock)}`);
  if (cut === 'steps') {
    const why = run.workload.endless?.(run.params) ?? null;
    const advice = why ?? '--steps sets the limit';
    return new Failure(`${what} is not over after ${run.statistics.steps} steps, ${when}; ${advice}`);
  }
  return null;
}
