import type { LogEntry } from '../../../shared/trace/log.ts';
import { same, type Difference } from './same.ts';

export interface LogRule {
  /** Whether the order of entries says nothing. */
  readonly asSet: boolean;
  /** By how much times and figures may differ. */
  readonly tolerance: number;
}

/** Every entry in which two logs differ. */
export function logDifferences(expected: readonly LogEntry[], got: readonly LogEntry[], rule: LogRule): Difference[] {
  const pairs = rule.asSet ? paired(expected, got) : inOrder(expected, got);
  const found: Difference[] = [];
  for (const { what, wanted, actual } of pairs) {
    if (!same(wanted, actual, rule.tolerance)) found.push({ what, expected: wanted, got: actual });
  }
  return found;
}

interface Pair {
  readonly what: string;
  readonly wanted: LogEntry | undefined;
  readonly actual: LogEntry | undefined;
}

function inOrder(expected: readonly LogEntry[], got: readonly LogEntry[]): Pair[] {
  return Array.from({ length: Math.max(expected.length, got.length) }, (_, i) => ({
    what: `log entry ${i + 1}`,
    wanted: expected[i],
    actual: got[i],
  }));
}

/**
 * Entries that say the same thing of the same task belong together, in order of time. Sorting both logs by time and
 * comparing them line by line would do as well, if times were exact.
 */
function paired(expected: readonly LogEntry[], got: readonly LogEntry[]): Pair[] {
  const [wanted, actual] = [grouped(expected), grouped(got)];
  const keys = [...new Set([...wanted.keys(), ...actual.keys()])];
  const pairs = keys.flatMap((key) => inOrder(wanted.get(key) ?? [], actual.get(key) ?? []));
  const named = pairs.map((pair) => ({ ...pair, what: 'log' }));
  return named.sort((a, b) => (a.wanted ?? a.actual)!.t - (b.wanted ?? b.actual)!.t);
}

function grouped(log: readonly LogEntry[]): Map<string, LogEntry[]> {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of log) {
    const { t: _, ...said } = entry;
    const key = JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  for (const group of groups.values()) group.sort((a, b) => a.t - b.t);
  return groups;
}
