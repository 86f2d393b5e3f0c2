import { findWorkload } from '../../workloads/find.ts';
import type { Workload } from '../../workloads/workload.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { readScenario, type Scenario } from '../../../shared/scenario/scenario.ts';
import type { LogEntry } from '../../../shared/trace/log.ts';

/** A run as a truth file holds it: what was run, and what came out. */
export interface Case {
  readonly scenario: Scenario;
  readonly workload: Workload<unknown>;
  /** Virtual seconds at which the run was stopped; Infinity when it was not. */
  readonly until: number;
  readonly makespan: unknown;
  /** How the run ends: the main task returns, or every task waits for ever. */
  readonly ending: 'finished' | 'deadlock';
  /** What tasks wait for in a deadlock, by their names; those that are not named here are not compared. */
  readonly waits: Readonly<Record<string, unknown>>;
  /** Whatever else is told of the outcome, by name: figures, the result. */
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly log: readonly LogEntry[];
}

const scenarioFields = ['version', 'workload', 'variant', 'model', 'workers', 'params', 'seed', 'draws', 'edits'];
const ENTRY = 'an entry {t, task, event, ...}, t in seconds';

/**
 * Reads a case.
 *
 * @throws InputError when it is none, or its workload is not there.
 */
export function readCase(given: unknown): Case {
  const refuse = (path: string, value: unknown, limit: string) => new InputError([problem(path, value, limit)]);
  if (!isRecord(given)) throw refuse('case', given, 'an object {workload, model, params, seed, makespan, log}');
  const { workload: id, makespan, log, until = Infinity, ending = 'finished', waits = {} } = given;
  if (typeof id !== 'string') throw refuse('workload', id, 'the name of a workload');
  const workload = findWorkload(id);
  const input = Object.fromEntries(Object.entries(given).filter(([field]) => scenarioFields.includes(field)));
  const scenario = readScenario({ ...input, workload: id }, workload);
  if (makespan !== null && typeof makespan !== 'number') throw refuse('makespan', makespan, 'a number of seconds');
  if (typeof until !== 'number' || !(until >= 0)) throw refuse('until', until, 'a number of seconds, at least 0');
  if (ending !== 'finished' && ending !== 'deadlock') throw refuse('ending', ending, 'finished or deadlock');
  if (!isRecord(waits)) throw refuse('waits', waits, 'an object of tasks and what they wait for');
  if (!Array.isArray(log)) throw refuse('log', log, 'a list of entries');
  for (const [i, entry] of (log as unknown[]).entries()) {
    const whole = isRecord(entry) && typeof entry['t'] === 'number' && typeof entry['task'] === 'string';
    if (!whole || typeof entry['event'] !== 'string') throw refuse(`log.${i}`, entry, ENTRY);
  }
  const told = ['makespan', 'until', 'ending', 'waits', 'log', ...scenarioFields];
  const outcome = Object.fromEntries(Object.entries(given).filter(([field]) => !told.includes(field)));
  return { scenario, workload, until, makespan, ending, waits, outcome, log: log as LogEntry[] };
}

/** Whether something is an object with parts by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
