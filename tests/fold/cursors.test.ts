// Where tasks stand in the listing: every living task on one line, with one mark.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOn, cursorOf, cursorsOf, tasksOn } from '../../shared/fold/cursors.ts';
import { hasEnded, markOf, marks } from '../../shared/fold/marks.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { runs } from '../support/runs.ts';
import { anyExhibition, exhibitionSample, foldUntil, withInstant } from './traces.ts';

/** Counts of a line as text: "1 running, 23 waiting". */
function lineText(states: StateFold, line: number): string {
  const cursors = cursorsOf(states, 14);
  return marks
    .map(({ id }) => [countOn(cursors, line, id), id] as const)
    .filter(([count]) => count > 0)
    .map(([count, id]) => `${count} ${id}`)
    .join(', ');
}

test('at the boards she thinks on line 5, replies are waited for on line 7, and the program stands on line 12', () => {
  const sample = exhibitionSample({ model: 'asynchronous' });
  const at = (t: number) => {
    const states = foldUntil(sample, t, new StateFold());
    return [0, 5, 7, 12].map((line) => lineText(states, line));
  };
  expect(at(2)).toEqual(['23 ready', '1 running', '', '1 waiting']);
  expect(at(62)).toEqual(['11 ready', '1 running', '1 ready, 11 waiting', '1 waiting']);
  expect(at(3598)).toEqual(['', '1 running', '11 waiting', '1 waiting']);
  expect(cursorsOf(foldUntil(sample, 1e5, new StateFold()), 14).ended).toBe(25);
});

test('one game at a time holds its worker on the line where elsewhere it waits', () => {
  const states = foldUntil(exhibitionSample({ model: 'synchronous' }), 30, new StateFold());
  expect([lineText(states, 5), lineText(states, 7)]).toEqual(['', '1 holding']);
});

test('every living task is counted once, and found where it is counted', () => {
  fc.assert(
    fc.property(withInstant(anyExhibition), fc.integer({ min: 3, max: 14 }), ({ sample, t }, lines) => {
      const states = foldUntil(sample, t, new StateFold());
      const cursors = cursorsOf(states, lines);
      const found: number[] = [];
      for (let line = 0; line <= lines; line++) {
        for (const { id } of marks) {
          const tasks = tasksOn(states, lines, line, id);
          expect(tasks).toHaveLength(countOn(cursors, line, id));
          for (const task of tasks) expect(cursorOf(states, lines, task)).toEqual({ line, mark: id });
          found.push(...tasks);
        }
      }
      const all = Array.from({ length: states.size }, (_, task) => task);
      expect(found.toSorted((a, b) => a - b)).toEqual(all.filter((task) => markOf(states.stateOf(task)) !== null));
      expect(cursors.ended).toBe(all.filter((task) => hasEnded(states.stateOf(task))).length);
    }),
    runs(100),
  );
});
