import fc from 'fast-check';
import { kindOf } from '../../renderer/stage/kinds.ts';
import { describe, expect, test } from 'vitest';
import { timelineKey } from '../../renderer/timeline/keys.ts';
import { rowOf, rowsFor, taskAt } from '../../renderer/timeline/rows.ts';
import { saysOf, windowText } from '../../renderer/timeline/text.ts';
import {
  firstWindow as windowFor,
  instantAt,
  panned,
  placeIn,
  stretchOf,
  zoomed,
  SPAN_MIN,
} from '../../renderer/timeline/window.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { exhibitionLanes } from './lanes.ts';

const firstWindow = windowFor(43_200);

describe('the window of a timeline', () => {
  test('is the whole run where that is short', () => {
    expect([windowFor(45), windowFor(0)]).toEqual([
      { span: 45, end: null },
      { span: SPAN_MIN, end: null },
    ]);
  });

  test('shows the last four minutes, and the first four before they have passed', () => {
    expect(stretchOf(firstWindow, 1000)).toEqual({ from: 760, to: 1000 });
    expect(stretchOf(firstWindow, 100)).toEqual({ from: 0, to: 240 });
  });

  test('stops at the end of its lane, however late the clock and whatever was chosen', () => {
    expect(stretchOf(firstWindow, 40_000, 700)).toEqual({ from: 460, to: 700 });
    expect(stretchOf({ span: 100, end: 30_000 }, 40_000, 700)).toEqual({ from: 600, to: 700 });
    expect(stretchOf({ span: 100, end: 300 }, 40_000, 700)).toEqual({ from: 200, to: 300 });
    expect(stretchOf(firstWindow, 40_000, 100)).toEqual({ from: 0, to: 240 });
  });

  test('keeps the clock at its right edge while it follows', () => {
    const window = zoomed(firstWindow, 0.5, 0.2, 1000, 43_200);
    expect([window, stretchOf(window, 1000)]).toEqual([
      { span: 120, end: null },
      { from: 880, to: 1000 },
    ]);
  });

  test('keeps what is under the pointer when it does not', () => {
    const window = { span: 200, end: 600 };
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (factor, anchor) => {
          const before = instantAt(stretchOf(window, 5000), anchor);
          const next = zoomed(window, factor, anchor, 5000, 43_200);
          expect(instantAt(stretchOf(next, 5000), anchor)).toBeCloseTo(before, 6);
        },
      ),
    );
  });

  test('is neither shorter than is of use nor longer than the run', () => {
    expect(zoomed(firstWindow, 1e-9, 0.5, 1000, 43_200).span).toBe(SPAN_MIN);
    expect(zoomed(firstWindow, 1e9, 0.5, 1000, 43_200).span).toBe(43_200);
  });

  test('leaves the clock when it is moved back, follows it again when it comes to it, and never begins before the run', () => {
    const back = panned(firstWindow, -300, 1000);
    expect(back).toEqual({ span: 240, end: 700 });
    expect(panned(back, 400, 1000)).toEqual(firstWindow);
    expect(stretchOf(panned(firstWindow, -5000, 1000), 1000)).toEqual({ from: 0, to: 240 });
  });

  test('places and instants are each other’s inverse', () => {
    const stretch = { from: 760, to: 1000 };
    expect([placeIn(stretch, 820), instantAt(stretch, 0.25)]).toEqual([0.25, 820]);
  });

  test('says what it shows', () => {
    const rows = rowsFor(1, 25, 120);
    expect(windowText(firstWindow, stretchOf(firstWindow, 1000), rows, 3600)).toBe('last 4 min');
    const over = stretchOf(firstWindow, 1000, 700);
    expect(windowText(firstWindow, over, rows, 3600, 700)).toBe('ended 0:11:40');
    expect(windowText(firstWindow, stretchOf(firstWindow, 4, 3.96), rows, 3.96, 3.96)).toBe('ended 0:03.9');
    const back = { span: 240, end: 700 };
    expect(windowText(back, stretchOf(back, 1000), rowsFor(1, 1001, 120), 3600)).toBe(
      '4 min up to 0:11:40, 1 task in 21',
    );
  });
});

test('keys show another stretch or pick out another task, and leave all others alone', () => {
  const state = { window: firstWindow, at: 1000, longest: 43_200, selected: 8, first: 1, last: 24 };
  const does = ['+', '-', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', ' '].map((key) => timelineKey(key, state));
  expect(does).toEqual([
    { window: { span: 120, end: null } },
    { window: { span: 480, end: null } },
    { window: { span: 240, end: 970 } },
    { window: firstWindow },
    { task: 9 },
    { task: 7 },
    null,
  ]);
  expect(timelineKey('ArrowDown', { ...state, selected: null })).toEqual({ task: 1 });
  expect(timelineKey('ArrowDown', { ...state, selected: 24 })).toEqual({ task: 24 });
});

describe('the rows of a timeline', () => {
  test('have a task each while there is room, and one in n where there is none', () => {
    expect(rowsFor(1, 25, 120)).toEqual({ first: 1, step: 1, count: 24, height: 5 });
    const many = rowsFor(1, 1001, 120);
    expect(many.step * many.count).toBeGreaterThanOrEqual(1000);
    expect(many.height).toBeGreaterThanOrEqual(2.5);
  });

  test('find the task at a height and the height of a task', () => {
    const rows = rowsFor(1, 25, 120);
    expect([0, 4.9, 5, 119.9, 120, -1].map((y) => taskAt(rows, y))).toEqual([1, 1, 2, 24, null, null]);
    expect([0, 1, 24, 25].map((task) => rowOf(rows, task))).toEqual([null, 0, 23, null]);
  });

  test('are empty before there is a task', () => {
    expect([rowsFor(1, 0, 120).count, taskAt(rowsFor(1, 0, 120), 3)]).toEqual([0, null]);
  });
});

test('a task under the pointer is told with its state', () => {
  const [, lane] = exhibitionLanes({ boards: 3, pairMoves: 2 });
  const fold = new TracksFold();
  lane!.trace.feed(fold);
  const says = (task: number, at: number, run = 3600) =>
    saysOf(fold, lane!.trace, task, at, run, kindOf({ stage: 'boards' }));
  expect([says(1, 2), says(2, 2), says(1, 30), says(1, 1e4)]).toEqual([
    'Board 1: running at 0:00:02',
    'Board 2: ready at 0:00:02',
    'Board 1: waiting at 0:00:30',
    'Board 1',
  ]);
  expect(says(1, 2.5, 100)).toBe('Board 1: running at 0:02.5');
});
