import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStateFile, writeStateFile } from '../../electron/main/state-file.ts';
import { placeWindow, SMALLEST, type Area } from '../../electron/main/window-state.ts';
import { useFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 };
const projector: Area = { x: 1440, y: 0, width: 1920, height: 1080 };
const both = [laptop, projector];
const usual = { width: 1280, height: 800, maximised: false, fullScreen: false };
const state = { x: 100, y: 100, width: 1000, height: 700, maximised: false, fullScreen: false };

describe('the window opens', () => {
  test.each<[string, unknown, readonly Area[], object]>([
    ['as usual where nothing is known', null, both, usual],
    ['as it was', state, both, state],
    ['as it was on the second screen', { ...state, x: 1500 }, both, { ...state, x: 1500 }],
    [
      'on the first screen when the second is gone',
      { ...state, x: 1500 },
      [laptop],
      { ...usual, width: 1000, height: 700 },
    ],
    ['full screen when it was', { ...state, fullScreen: true }, both, { ...state, fullScreen: true }],
    ['as it was, from a file of before there was full screen', { ...state, fullScreen: undefined }, both, state],
    ['maximised when it was', { ...state, maximised: true }, both, { ...state, maximised: true }],
    [
      'no larger than its screen',
      { ...state, width: 4000, height: 3000 },
      [laptop],
      { ...state, width: 1440, height: 875 },
    ],
    ['no smaller than can be used', { ...state, width: 10, height: 10 }, [laptop], { ...state, ...SMALLEST }],
    [
      'within reach when its title bar is above the screen',
      { ...state, y: -50 },
      [laptop],
      { ...usual, width: 1000, height: 700 },
    ],
    ['half beyond the edge, if it can be gripped', { ...state, x: 1300 }, [laptop], { ...state, x: 1300 }],
    [
      'within reach when too little of it is left',
      { ...state, x: 1400 },
      [laptop],
      { ...usual, width: 1000, height: 700 },
    ],
    [
      'on a screen smaller than the smallest window',
      state,
      [{ x: 0, y: 0, width: 640, height: 480 }],
      { ...state, width: 640, height: 480 },
    ],
    ['even without any screen', state, [], { ...usual, width: 1000, height: 700 }],
  ])('%s', (_, saved, screens, placement) => {
    expect(placeWindow(saved, screens)).toEqual(placement);
  });

  test.each([
    3,
    'large',
    [],
    {},
    { ...state, x: 'left' },
    { ...state, width: -1 },
    { ...state, width: 0 },
    { ...state, height: 1e9 },
    { ...state, y: 0.5 },
    { ...state, maximised: 'yes' },
    { ...state, fullScreen: 1 },
  ])('as usual when %j was saved', (saved) => {
    expect(placeWindow(saved, both)).toEqual(usual);
  });

  test('where it can be gripped, whatever was saved', () => {
    const side = fc.integer({ min: -3000, max: 5000 });
    const any = fc.record({ x: side, y: side, width: side, height: side, maximised: fc.boolean() });
    fc.assert(
      fc.property(any, fc.constantFrom([laptop], [projector], both), (saved, screens) => {
        const { x, y, width } = placeWindow(saved, screens);
        if (x === undefined || y === undefined) return;
        const seen = screens.some(
          (screen) =>
            y >= screen.y &&
            y < screen.y + screen.height &&
            Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= 120,
        );
        expect(seen).toBe(true);
      }),
      runs(300),
    );
  });
});

describe('the file', () => {
  const folder = useFolder();

  test('holds what was written', () => {
    const path = join(folder, 'window.json');
    writeStateFile(path, state);
    writeStateFile(path, { ...state, x: 7 });
    expect(readStateFile(path)).toEqual({ state: { ...state, x: 7 }, problem: null });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test('may be missing or broken, or not writable', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"x":');
    mkdirSync(join(folder, 'taken'));
    expect([
      readStateFile(broken),
      readStateFile(join(folder, 'none.json')),
      readStateFile(join(folder, 'taken')),
    ]).toEqual([
      { state: null, problem: `${broken} is broken: it is no JSON` },
      { state: null, problem: null },
      { state: null, problem: expect.stringMatching(/taken cannot be read: EISDIR/) as string },
    ]);
    expect(() => writeStateFile(join(folder, 'no/such/folder.json'), state)).not.toThrow();
    expect(() => writeStateFile(join(folder, 'taken'), state)).not.toThrow();
  });
});
