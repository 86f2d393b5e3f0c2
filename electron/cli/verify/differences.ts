import { rounded, type LogEntry } from '../../../shared/trace/log.ts';
import type { Deadlock } from '../../../shared/trace/deadlock.ts';
import { waitsOf } from '../output/result.ts';
import type { Case } from './case.ts';
import { logDifferences } from './log.ts';
import { same, type Difference } from './same.ts';

/** What became of a case when it was run again. */
export interface Rerun {
  readonly makespan: number | null;
  readonly deadlock: Deadlock | null;
  readonly summary: Readonly<Record<string, number>>;
  readonly result: unknown;
  readonly log: readonly LogEntry[];
}

/**
 * Everything in which a run differs from its case. The exhibition's log is a set, since what happens at one instant
 * may come in any order, and times may differ by a millisecond; the others are compared entry for entry, times to a
 * tenth of that.
 */
export function differences(expected: Case, got: Rerun): Difference[] {
  const asSet = expected.workload.id === 'exhibition';
  const tolerance = asSet ? 1e-3 : 1e-4;
  const found: Difference[] = [];
  const check = (what: string, wanted: unknown, actual: unknown) => {
    if (!same(wanted, actual, tolerance)) found.push({ what, expected: wanted, got: actual });
  };
  check('makespan', expected.makespan, got.makespan === null ? null : rounded(got.makespan));
  if (expected.ending === 'deadlock') check('ending', 'deadlock', got.deadlock === null ? 'finished' : 'deadlock');
  const waits = got.deadlock === null ? {} : waitsOf(got.deadlock);
  for (const [task, on] of Object.entries(expected.waits)) check(`waits.${task}`, on, waits[task]);
  for (const [name, wanted] of Object.entries(expected.outcome)) {
    if (name === 'result') check(name, wanted, got.result);
    else if (name === 'summary') checkAll(wanted, got.summary, check);
    else check(name, wanted, figure(got.summary[name]));
  }
  return [...found, ...logDifferences(expected.log, got.log, { asSet, tolerance })];
}

function checkAll(
  wanted: unknown,
  summary: Rerun['summary'],
  check: (what: string, wanted: unknown, actual: unknown) => void,
): void {
  if (typeof wanted !== 'object' || wanted === null) return check('summary', wanted, summary);
  for (const [name, value] of Object.entries(wanted)) check(`summary.${name}`, value, figure(summary[name]));
}

function figure(value: number | undefined): number | undefined {
  return value === undefined ? undefined : rounded(value);
}
