import { hasEnded, markOf, State, type MarkId } from '../../../shared/fold/marks.ts';
import type { StateFold } from '../../../shared/fold/state.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';

/** What is seen of a task from afar: the four marks, that it has not begun, and how it has ended. */
export type TaskMark = MarkId | 'absent' | 'done' | 'failed' | 'cancelled';

/** What a task is doing at one instant. Instants and spans in virtual seconds. */
export interface TaskView {
  readonly mark: TaskMark;
  /** How long it has been so. */
  readonly elapsed: number;
  /** How long its wait or its work takes in all; NaN where that is not known. */
  readonly whole: number;
  /** The share of it that has passed, 0..1; 1 where that has no sense. */
  readonly share: number;
}

const endings = { [State.RETURNED]: 'done', [State.FAILED]: 'failed', [State.CANCELLED]: 'cancelled' } as const;

/** What task number `task` is doing at instant `at`. */
export function viewTask(states: StateFold, task: number, at: number): TaskView {
  const state = states.stateOf(task);
  const since = states.sinceOf(task);
  const elapsed = Number.isNaN(since) ? 0 : Math.max(0, at - since);
  if (hasEnded(state)) return { mark: endings[state as keyof typeof endings], elapsed, whole: NaN, share: 1 };
  const whole = states.untilOf(task) - since;
  const share = whole > 0 ? Math.min(1, elapsed / whole) : 1;
  return { mark: markOf(state)?.id ?? 'absent', elapsed, whole, share };
}

/** A task's state in words, from the fullest to the shortest. */
export function statusTexts({ mark, elapsed, whole }: TaskView): readonly string[] {
  const { states, passed, since } = words;
  const [long, short] = states[mark];
  if (mark === 'running' || mark === 'absent' || mark === 'done' || mark === 'failed' || mark === 'cancelled')
    return [long, short];
  const parts = { elapsed: elapsedText(elapsed, whole), whole: wholeText(whole) };
  const time = fill(Number.isNaN(whole) ? since : passed, parts);
  // A task that has waited no time yet for its turn has not waited.
  if (mark === 'ready' && elapsed === 0) return [long, short];
  return [`${long}, ${time}`, `${short}, ${time}`, time];
}

/** Seconds that have passed, as exactly as one can follow: tenths while it is about a few seconds. */
export function elapsedText(elapsed: number, whole: number): string {
  // What a sum of doubles may lack is no tenth of a second.
  const tenths = Math.floor(elapsed * 10 + 1e-4);
  const short = Number.isNaN(whole) ? elapsed < 10 : whole < 10;
  return short ? (tenths / 10).toFixed(1) : String(Math.floor(tenths / 10));
}

/** A known number of seconds. */
export function wholeText(seconds: number): string {
  return String(Math.round(seconds * 10) / 10);
}
