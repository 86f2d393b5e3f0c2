import { expect, test } from 'vitest';
import { deadlockOf, deadlockSentence, type BlockedTask } from '../../shared/trace/deadlock.ts';

const blocked = (task: number, on: string, ...heldBy: number[]): BlockedTask => ({
  task, name: `t${task}`, resource: 0, on, heldBy,
}); // prettier-ignore

test('a circle is found wherever it lies, and tasks that only wait for it are not in it', () => {
  const circle = (...tasks: BlockedTask[]) => deadlockOf(tasks).circle;
  expect(circle(blocked(0, 'all', 1, 2), blocked(1, 'q'), blocked(2, 'a', 3), blocked(3, 'b', 2))).toEqual([2, 3]);
  expect(circle(blocked(4, 'itself', 4))).toEqual([4]);
  expect(circle(blocked(1, 'q'), blocked(2, 'a', 1), blocked(3, 'a', 9))).toEqual([]);
});

test('a long chain without a circle takes one look at each task', () => {
  const chain = Array.from({ length: 10_000 }, (_, task) => blocked(task, 'next', task + 1));
  expect(deadlockOf(chain).circle).toEqual([]);
  expect(deadlockOf([...chain, blocked(10_000, 'first', 0)]).circle).toHaveLength(10_001);
});

test('the sentence tells the circle, or the first tasks where there is none', () => {
  const told = (...tasks: BlockedTask[]) => deadlockSentence(deadlockOf(tasks));
  expect(told(blocked(0, 'all', 1), blocked(1, 'a', 2), blocked(2, 'b', 1))).toBe(
    'Deadlock: t1 waits for a, which t2 holds; t2 waits for b, which t1 holds.',
  );
  expect(told(blocked(1, 't2', 2), blocked(2, 't1', 1))).toBe('Deadlock: t1 waits for t2; t2 waits for t1.');
  expect(told(...Array.from({ length: 8 }, (_, task) => blocked(task, 'q')))).toMatch(
    /^Deadlock: t0 waits for q; .*; and 2 more\.$/,
  );
  expect(told()).toBe('Deadlock: nobody can go on.');
});
