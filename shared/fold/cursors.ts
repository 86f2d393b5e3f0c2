/**
 * Where tasks stand in the program's listing: how many on each line, and what they are doing there. Those that have not
 * come to a line yet stand on line 0; those that have ended stand nowhere.
 */
import { hasEnded, markOf, marks, State, type MarkId } from './marks.ts';
import type { StateFold } from './state.ts';

/** The marks in the order in which cursors are counted. */
const order: readonly MarkId[] = marks.map(({ id }) => id);
/** The place of each state's mark in that order; -1 for none. */
const places = Int8Array.from({ length: 256 }, (_, state) => {
  const mark = markOf(state);
  return mark === null ? -1 : order.indexOf(mark.id);
});

/** The cursors of a listing at one instant. */
export interface Cursors {
  /** Lines there are; counts of line 0 come first. */
  readonly lines: number;
  /** How many stand on a line with a mark: at `line * 4 + place of the mark`. */
  readonly counts: Uint32Array;
  readonly ended: number;
}

/** Counts the tasks on each line. A line that the listing has not counts as line 0. */
export function cursorsOf(states: StateFold, lines: number): Cursors {
  const counts = new Uint32Array((lines + 1) * order.length);
  let ended = 0;
  for (let task = 0; task < states.size; task++) {
    const state = states.stateOf(task);
    const place = places[state]!;
    if (place >= 0) counts[lineOf(states, task, lines) * order.length + place]!++;
    else if (hasEnded(state)) ended++;
  }
  return { lines, counts, ended };
}

/** How many stand on a line with a mark. */
export function countOn({ counts }: Cursors, line: number, mark: MarkId): number {
  return counts[line * order.length + order.indexOf(mark)] ?? 0;
}

/** The tasks that stand on a line with a mark, in order. */
export function tasksOn(states: StateFold, lines: number, line: number, mark: MarkId): number[] {
  const place = order.indexOf(mark);
  const found: number[] = [];
  for (let task = 0; task < states.size; task++) {
    if (places[states.stateOf(task)] === place && lineOf(states, task, lines) === line) found.push(task);
  }
  return found;
}

/** Where one task stands: its line and its mark; null where it has ended or is not there yet. */
export function cursorOf(states: StateFold, lines: number, task: number): { line: number; mark: MarkId } | null {
  const mark = states.stateOf(task) === State.ABSENT ? null : markOf(states.stateOf(task));
  return mark === null ? null : { line: lineOf(states, task, lines), mark: mark.id };
}

function lineOf(states: StateFold, task: number, lines: number): number {
  const line = states.lineOf(task);
  return line <= lines ? line : 0;
}
