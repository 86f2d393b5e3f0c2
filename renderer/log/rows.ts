/** The lines of several lanes as one log, the latest first. Only what is asked for is read. */
import type { Trace } from '../../shared/trace/trace.ts';
import type { LogFold } from './log-fold.ts';

/** A lane's lines, and the trace they are about. */
export interface LaneLog {
  readonly trace: Trace;
  readonly lines: LogFold;
  /** How many events have happened at an instant, where that may be fewer than all of it. */
  countUntil?(at: number): number;
}

/** A line of the log. */
export interface Row {
  /** Number of the lane. */
  readonly lane: number;
  /** Number of the event in its trace. */
  readonly index: number;
  readonly at: number;
  readonly task: number;
}

/** How many lines there are up to and including instant `at`. */
export function countRows(logs: readonly LaneLog[], at: number): number {
  return logs.reduce((sum, log) => sum + linesUntil(log, at), 0);
}

/** Lines `skip` <= n < `skip + count` up to instant `at`, counted from the latest, which is line 0. */
export function rowsFrom(logs: readonly LaneLog[], at: number, skip: number, count: number): Row[] {
  const next = logs.map((log) => linesUntil(log, at) - 1);
  const far = skip - 64 * logs.length;
  if (far > 0) skip -= leap(logs, next, at, far);
  const rows: Row[] = [];
  while (rows.length < count) {
    const row = latest(logs, next);
    if (row === null) break;
    if (skip > 0) skip--;
    else rows.push(row);
  }
  return rows;
}

function linesUntil(log: LaneLog, at: number): number {
  return log.lines.countBefore(log.countUntil?.(at) ?? log.trace.countUntil(at));
}

/** Takes the latest of the lines that are next in each lane; of equally late ones that of the last lane. */
function latest(logs: readonly LaneLog[], next: number[]): Row | null {
  let found: Row | null = null;
  for (const [lane, { trace, lines }] of logs.entries()) {
    if (next[lane]! < 0) continue;
    const index = lines.eventOf(next[lane]!);
    const event = trace.at(index);
    if (found === null || event.at >= found.at) found = { lane, index, at: event.at, task: event.task };
  }
  if (found !== null) next[found.lane]!--;
  return found;
}

/**
 * Leaves out at most `most` of the latest lines at once: all those after an instant, which is searched for. Says how
 * many they were.
 */
function leap(logs: readonly LaneLog[], next: number[], at: number, most: number): number {
  const total = next.reduce((sum, line) => sum + line + 1, 0);
  const last = Math.max(0, ...logs.map(({ trace }) => Math.min(at, trace.endsAt)));
  let [early, late] = [0, last];
  for (let turn = 0; turn < 60 && late - early > 1e-9 * last; turn++) {
    const middle = (early + late) / 2;
    if (total - countRows(logs, middle) > most) early = middle;
    else late = middle;
  }
  if (total - countRows(logs, late) > most) return 0;
  logs.forEach((log, lane) => (next[lane] = Math.min(next[lane]!, linesUntil(log, late) - 1)));
  return total - next.reduce((sum, line) => sum + line + 1, 0);
}
