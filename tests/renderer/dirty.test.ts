import { expect, test } from 'vitest';
import { areaOf, regions } from '../../renderer/picture/dirty.ts';
import { same } from '../../renderer/stage/kit/same.ts';

const box = (x: number, y: number, width = 10, height = 10) => ({ x, y, width, height });

test('parts of a picture that overlap are one part, in whole pixels', () => {
  expect(regions([box(0.5, 0), box(50, 50), box(5, 5)])).toEqual([box(50, 50), box(0, 0, 15, 15)]);
  // The third reaches both of the first two, which do not overlap each other.
  expect(regions([box(0, 0), box(20, 0), box(5, 0, 20)])).toEqual([box(0, 0, 30)]);
  expect(areaOf(regions([box(0, 0), box(20, 0)]))).toBe(200);
  expect(regions([])).toEqual([]);
});

test('plain values are the same all the way down; what may change inside never is', () => {
  const view = (word: string) => ({ rows: [{ word, at: NaN }], mark: null });
  expect(same(view('a'), view('a'))).toBe(true);
  expect(same(view('a'), view('b'))).toBe(false);
  expect(same({ a: undefined }, { b: undefined })).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
  expect(same({}, [])).toBe(false);
  const fold = new Map([[1, 2]]);
  expect(same({ fold }, { fold })).toBe(false);
  const game = () => 1;
  expect(same({ game }, { game })).toBe(false);
});
