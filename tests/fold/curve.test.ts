import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bars, BARS_MAX } from '../../shared/fold/bars.ts';
import { Curve } from '../../shared/fold/curve.ts';
import { runs } from '../support/runs.ts';

/** Steps in order of time, several of them at one instant. */
const steps = fc
  .array(fc.record({ after: fc.constantFrom(0, 0, 0.5, 1, 3), value: fc.integer({ min: -3, max: 3 }) }))
  .map((list) => {
    let at = 0;
    return list.map(({ after, value }) => ({ at: (at += after), value }));
  });
type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

const initial = fc.integer({ min: -1, max: 1 });
const instant = fc.integer({ min: 0, max: 60 }).map((n) => n / 4);
const window = fc.tuple(instant, instant).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

function curveOf(initial: number, steps: Steps): Curve {
  const curve = new Curve(initial);
  for (const { at, value } of steps) curve.put(at, value);
  return curve;
}

const valueAt = (initial: number, steps: Steps, t: number) => steps.findLast(({ at }) => at <= t)?.value ?? initial;

/** Every instant at which the value changes. */
const changes = (initial: number, steps: Steps) =>
  [...new Set(steps.map(({ at }) => at))].filter(
    (at) =>
      valueAt(
        initial,
        steps.filter((step) => step.at < at),
        at,
      ) !== valueAt(initial, steps, at),
  );

describe('a curve', () => {
  test('has at every instant the value put last, and steps only where it changes', () => {
    fc.assert(
      fc.property(initial, steps, instant, (initial, steps, t) => {
        const curve = curveOf(initial, steps);
        expect(curve.valueAt(t)).toBe(valueAt(initial, steps, t));
        expect(curve.last).toBe(valueAt(initial, steps, Infinity));
        expect(curve.size).toBe(changes(initial, steps).length);
      }),
      runs(1000),
    );
  });

  test('has the area of its rectangles, also while it grows', () => {
    fc.assert(
      fc.property(initial, steps, fc.nat(20), window, (initial, steps, asked, [from, to]) => {
        const curve = new Curve(initial);
        for (const [index, { at, value }] of steps.entries()) {
          curve.put(at, value);
          if (index === asked) curve.areaUntil(at);
        }
        const area = (t: number) => {
          const edges = [0, ...changes(initial, steps).filter((at) => at < t), t];
          return edges
            .slice(1)
            .reduce((sum, edge, n) => sum + (edge - edges[n]!) * valueAt(initial, steps, edges[n]!), 0);
        };
        expect(curve.areaUntil(to)).toBeCloseTo(area(to), 9);
        const mean = to > from ? (area(to) - area(from)) / (to - from) : valueAt(initial, steps, to);
        expect(curve.mean(from, to)).toBeCloseTo(mean, 9);
      }),
      runs(1000),
    );
  });

  test('is drawn as it is where there is room', () => {
    fc.assert(
      fc.property(initial, steps, window, (initial, steps, [from, to]) => {
        const within = changes(initial, steps).filter((at) => at > from && at < to);
        const edges = from === to ? [from] : [from, ...within, to];
        expect(curveOf(initial, steps).points(from, to)).toEqual(
          edges.map((x) => ({ x, y: valueAt(initial, steps, x) })),
        );
      }),
      runs(1000),
    );
  });

  test('keeps its edges, its peaks and its instants in order where points are left out', () => {
    fc.assert(
      fc.property(initial, steps, window, fc.integer({ min: 5, max: 20 }), (initial, steps, [from, to], atMost) => {
        const curve = curveOf(initial, steps);
        const all = curve.points(from, to);
        const points = curve.points(from, to, atMost);
        expect(points.length).toBeLessThanOrEqual(Math.max(atMost, 1));
        for (const { x, y } of points) expect(curve.valueAt(x)).toBe(y);
        expect(points.map(({ x }) => x)).toEqual([...new Set(points.map(({ x }) => x))].sort((a, b) => a - b));
        const seen = (list: typeof all) => [
          list[0],
          list.at(-1),
          Math.min(...list.map(({ y }) => y)),
          Math.max(...list.map(({ y }) => y)),
        ];
        expect(seen(points)).toEqual(seen(all));
      }),
      runs(1000),
    );
  });

  test('keeps the peak of every column, not only the highest of all', () => {
    const curve = new Curve();
    for (let n = 0; n < 900; n++) curve.put(n, n % 100 === 50 ? 10 : (n * 17) % 7);
    const points = curve.points(0, 900, 60);
    expect(points.filter(({ y }) => y === 10)).toHaveLength(9);
    expect(points.length).toBeGreaterThan(40);
    expect(points.length).toBeLessThanOrEqual(60);
    expect(curve.points(10, 5)).toEqual([]);
  });
});

describe('bars', () => {
  test('lie side by side on multiples of their width, cut off at both edges', () => {
    expect(bars(3, 25, 10, (from, to) => to - from)).toEqual([
      { from: 3, to: 10, value: 7 },
      { from: 10, to: 20, value: 10 },
      { from: 20, to: 25, value: 5 },
    ]);
    expect(bars(0, 20, 10, () => 1).map(({ to }) => to)).toEqual([10, 20]);
    expect([bars(5, 5, 1, () => 1), bars(0, 5, 0, () => 1), bars(0, 5, NaN, () => 1)]).toEqual([[], [], []]);
  });

  test('become wider rather than too many', () => {
    const wide = bars(0, 1e6, 1, (from, to) => to - from);
    expect(wide.length).toBeLessThanOrEqual(BARS_MAX);
    expect(wide.length).toBeGreaterThan(BARS_MAX / 4);
    expect([wide[0], wide.at(-1)!.to]).toEqual([{ from: 0, to: 256, value: 256 }, 1e6]);
  });
});
