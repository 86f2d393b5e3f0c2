import { describe, expect, test } from 'vitest';
import { chartIds, chartOf } from '../../renderer/charts/kinds/index.ts';
import { moved } from '../../renderer/charts/splits.ts';
import { roundUp, roundUpCount, timeAxis } from '../../renderer/charts/ticks.ts';
import { shareUntil, waitEdges, waitPlace } from '../../renderer/charts/wait-scale.ts';
import { Samples } from '../../shared/fold/samples.ts';
import { exhibitionLanes, viewAt } from './lanes.ts';

const lanes = exhibitionLanes();
const lineAt = (id: (typeof chartIds)[number], at: number) => {
  const spec = chartOf(id, viewAt(lanes, at));
  if (spec.kind !== 'lines') throw new Error(`${id} has no lines`);
  return spec;
};

describe('charts of the classic exhibition', () => {
  test('progress ends at 720 moves, at 12:00:00 and 1:00:55, where theory says', () => {
    const { series, uprights, y } = lineAt('progress', 43_200);
    const ends = series.filter(({ theory }) => !theory).map(({ name, points }) => [name, points.at(-1)]);
    expect(ends).toEqual([
      ['One game at a time', { x: 43_200, y: 720 }],
      ['Table to table', { x: 3655, y: 720 }],
    ]);
    expect(uprights.map(({ x, label }) => [x, label])).toEqual([
      [43_200, 'One game at a time 12:00:00'],
      [3655, 'Table to table 1:00:55'],
    ]);
    expect(y.max).toBe(720);
  });

  test('no line goes beyond the clock, and no axis moves with it', () => {
    for (const id of chartIds) {
      const [early, late] = [chartOf(id, viewAt(lanes, 600)), chartOf(id, viewAt(lanes, 40_000))];
      expect(early.x, id).toEqual(late.x);
      if (early.kind !== 'lines' || late.kind !== 'lines') continue;
      expect(early.y, id).toEqual(late.y);
      if (id === 'waits') continue;
      const latest = early.series.filter(({ theory }) => !theory).map(({ points }) => points.at(-1)!.x);
      expect(Math.max(...latest), id).toBeLessThanOrEqual(600);
    }
  });

  test('she plays twelve moves a minute table to table, all of the time, and one otherwise', () => {
    const rates = lineAt('throughput', 3000).series.map(({ points }) => points.at(-1)!.y);
    expect(rates).toEqual([1, 12]);
    const uses = lineAt('utilisation', 3000).series.map(({ points }) => Math.round(points.at(-1)!.y * 10) / 10);
    expect(uses).toEqual([8.3, 100]);
  });

  test('waits are shares of a hundred per cent', () => {
    for (const { points } of lineAt('waits', 43_200).series) {
      expect(points.slice(0, -1).reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(100, 9);
    }
  });

  test('the bars of makespans grow with the clock and stop at the end', () => {
    const barsAt = (at: number) => {
      const spec = chartOf('makespan', viewAt(lanes, at));
      return spec.kind === 'bars' ? spec.bars.map(({ label, theory }) => [label, theory]) : [];
    };
    expect(barsAt(600)).toEqual([
      ['0:10:00 so far', 43_200],
      ['0:10:00 so far', 3655],
    ]);
    expect(barsAt(43_200)).toEqual([
      ['12:00:00', 43_200],
      ['1:00:55', 3655],
    ]);
  });

  test('say in a sentence where each lane stands', () => {
    expect(lineAt('progress', 2437).description).toBe(
      'Moves played over virtual time up to 0:40:37. One game at a time: 40 of 720. Table to table: 476 of 720.',
    );
  });

  test('theory keeps silent where it would be wrong: after an edit', () => {
    const edited = lanes.map((lane) => {
      const scenario = { ...lane.info.scenario, edits: [{ at: 1, path: 'opponent', value: 3 }] };
      return { ...lane, info: { ...lane.info, scenario } };
    });
    const spec = chartOf('progress', viewAt(edited, 600));
    expect(spec.kind === 'lines' && spec.series.some(({ theory }) => theory)).toBe(false);
  });
});

describe('axes', () => {
  test('have round ends and ticks', () => {
    expect([0, 0.3, 1, 12, 720].map(roundUp)).toEqual([1, 0.5, 1, 20, 1000]);
    expect([0, 3, 23, 240, 999].map(roundUpCount)).toEqual([2, 4, 24, 240, 1000]);
    expect(timeAxis('', 43_200).ticks.map(({ label }) => label)).toEqual(['0', '3 h', '6 h', '9 h', '12 h']);
    expect(timeAxis('', 90).ticks.map(({ label }) => label)).toEqual(['0', '30 s', '1 min', '1 min 30 s']);
  });
});

describe('the scale of waits', () => {
  test('rises with the wait, and every class is as wide as any other', () => {
    const places = [0, 0.5, 1, 1.5, 60, 3599, 3600, 72_000, 1e9].map(waitPlace);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(waitPlace(60)).toBe(waitEdges.findIndex(({ seconds }) => seconds === 60));
  });

  test('counts what is at most an edge', () => {
    const samples = new Samples();
    for (const x of [0, 0, 1, 2, 60]) samples.add(x);
    expect([-1, 0, 1, 59, 60].map((x) => shareUntil(samples, x))).toEqual([0, 0.4, 0.6, 0.8, 1]);
  });
});

test('a line between panels takes from one what it gives to the other', () => {
  expect(moved([0.4, 0.3, 0.3], 0, 0.1).map((share) => Math.round(share * 100))).toEqual([50, 20, 30]);
  expect(moved([0.4, 0.3, 0.3], 1, -1).map((share) => Math.round(share * 100))).toEqual([40, 15, 45]);
});
