import type { TaskMark, TaskView } from './task-view.ts';

/** Height of the line that tells how many do what, in sizes of small type. */
export const TALLY = 2.4;

/** The order in which states are told. */
const order: readonly TaskMark[] = [
  'absent', 'ready', 'running', 'waiting', 'holding', 'done', 'failed', 'cancelled',
]; // prettier-ignore

/** How many tasks are in each state. Marks are always told; how a task ends, and that it has not begun, when it occurs. */
export function tallyOf(views: Iterable<{ readonly view: TaskView }>): { mark: TaskMark; count: number }[] {
  const counts = new Map<TaskMark, number>();
  for (const { view } of views) counts.set(view.mark, (counts.get(view.mark) ?? 0) + 1);
  const always: readonly TaskMark[] = ['ready', 'running', 'waiting', 'holding', 'done'];
  return order
    .filter((mark) => always.includes(mark) || counts.has(mark))
    .map((mark) => ({ mark, count: counts.get(mark) ?? 0 }));
}
