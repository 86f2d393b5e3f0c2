import { expect, test } from 'vitest';
import { changeName } from '../../renderer/params/change-text.ts';
import { Said } from '../../renderer/stores/said.svelte.ts';
import { entries } from './lanes.ts';

const entry = entries.find(({ id }) => id === 'exhibition')!;

test('a change is called by its parameter, and what it was before and after', () => {
  const names = [
    changeName({ kind: 'edit', path: 'boards', before: 24, after: 12 }, entry, entries),
    changeName({ kind: 'edit', path: 'opponent.value', before: 55, after: 20 }, entry, entries),
    changeName({ kind: 'edit', path: 'boards' }, entry, entries),
    changeName({ kind: 'open', workload: 'queue', what: 'program' }, entry, entries),
    changeName({ kind: 'open', workload: 'exhibition', what: 'lanes' }, entry, entries),
  ];
  expect(names[0]).toBe('Boards 24 → 12');
  expect(names[1]).toMatch(/, value 55.* → 20/);
  expect(names[2]).toBe('Boards');
  expect(names.slice(3)).toEqual([`${entries.find(({ id }) => id === 'queue')!.title} opened`, 'other lanes']);
});

test('what is said goes by itself, and the same sentence is heard twice', () => {
  const tasks = new Set<() => void>();
  const said = new Said((task) => {
    tasks.add(task);
    return () => tasks.delete(task);
  });
  said.say('Saved a.json.');
  const { count } = said;
  said.say('Saved a.json.');
  expect([said.text, said.count - count, tasks.size]).toEqual(['Saved a.json.', 1, 1]);
  for (const task of tasks) task();
  expect(said.text).toBe('');
});
