import { expect, test } from 'vitest';
import { samePicture } from '../../renderer/charts/same-picture.ts';
import type { BarChart, LineChart, Point, Series } from '../../renderer/charts/spec.ts';

const area = { left: 0, top: 0, right: 400, bottom: 100 };
const series: Omit<Series, 'points'> = {
  name: 'Table to table',
  colour: 'lane-1',
  width: 3,
  dash: [],
  stepped: true,
  filled: false,
  dot: true,
  theory: false,
};

function lines(points: readonly Point[], changed: Partial<LineChart> = {}): LineChart {
  const axis = { title: '', min: 0, max: 4000, ticks: [] };
  return {
    kind: 'lines',
    id: 'progress',
    title: 'Moves',
    subtitle: '',
    description: 'at some instant',
    x: axis,
    y: { ...axis, max: 100 },
    series: [{ ...series, points }],
    verticals: [],
    legend: false,
    notes: [],
    ...changed,
  };
}

test('a chart whose lines have moved by less than half a pixel is the same picture, whatever is said of it', () => {
  const one = lines([{ x: 0, y: 0 }, { x: 1000, y: 20 }]); // prettier-ignore
  const same = (points: readonly Point[], changed: Partial<LineChart> = {}) =>
    samePicture(lines(points, changed), one, area);
  // Ten seconds are a pixel, one move is another.
  expect(same([{ x: 0, y: 0 }, { x: 1004, y: 20 }], { description: 'at another' })).toBe(true); // prettier-ignore
  expect(same([{ x: 0, y: 0 }, { x: 1000, y: 20 }, { x: 1004, y: 20.3 }])).toBe(true); // prettier-ignore
  expect(same([{ x: 0, y: 0 }, { x: 1006, y: 20 }])).toBe(false); // prettier-ignore
  expect(same([{ x: 0, y: 0 }, { x: 1000, y: 20 }, { x: 1004, y: 21 }])).toBe(false); // prettier-ignore
  expect(same([])).toBe(false);
  expect(samePicture(lines([]), lines([]), area)).toBe(true);
});

test('a chart with another axis, line or word is another picture', () => {
  const points = [{ x: 0, y: 0 }];
  const one = lines(points);
  for (const changed of [
    { x: { ...one.x, max: 4001 } },
    { verticals: [{ x: 10, label: 'ends', colour: 'lane-1' }] },
    { series: [{ ...series, colour: 'lane-2', points }] },
    { legend: true },
  ] satisfies Partial<LineChart>[]) {
    expect(samePicture(lines(points, changed), one, area)).toBe(false);
  }
  const bar = { name: 'a', colour: 'lane-1', value: 3, label: '3', theory: null, open: false } as const;
  const bars = (value: number, description: string): BarChart => ({
    kind: 'bars',
    id: 'use',
    title: '',
    subtitle: '',
    description,
    x: one.x,
    bars: [{ ...bar, value }],
  });
  expect(samePicture(bars(3, 'now'), bars(3, 'then'), area)).toBe(true);
  expect(samePicture(bars(3, 'now'), bars(4, 'now'), area)).toBe(false);
  expect(samePicture(bars(3, 'now'), one, area)).toBe(false);
});
