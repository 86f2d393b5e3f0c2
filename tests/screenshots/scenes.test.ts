import { expect, test } from 'vitest';
import { workloads } from '../../electron/workloads/registry.ts';
import { pictureName, scenesOf } from './scenes.ts';

const scenes = scenesOf(workloads);

test('every program and every mistake is photographed', () => {
  const wanted = workloads.flatMap(({ id, mistakes = [] }) => [
    id,
    ...mistakes.map((mistake) => `mistake-${mistake.id}`),
  ]);
  const names = scenes.map(({ name }) => name);
  expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
});

test('no picture overwrites another', () => {
  const names = scenes.flatMap((scene) =>
    scene.instants.flatMap((instant) => scene.looks.map((look) => pictureName(scene, instant, look))),
  );
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test('the instants of a program: start, half of the quickest lane, thirds, and end', () => {
  const { instants } = scenes.find(({ name }) => name === 'exhibition')!;
  expect(instants.map(({ name, at }) => `${name} ${at({ first: 60, last: 300 })}`)).toEqual([
    'start 0',
    'busy 30',
    'third 100',
    'two-thirds 200',
    'end 300',
  ]);
});

test('a mistake is photographed at the instant from which the lanes differ', () => {
  // Both boards' first moves take 5 s; with everything awaited the other boards' end then too.
  const { instants, opening } = scenes.find(({ name }) => name === 'mistake-everything-awaited')!;
  expect(instants.map(({ at }) => at({ first: 1, last: 2 }))).toEqual([5]);
  expect(opening.lanes.map(({ variant }) => variant)).toEqual([null, 'everything-awaited']);
});
