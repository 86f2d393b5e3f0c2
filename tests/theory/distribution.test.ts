import { describe, expect, test } from 'vitest';
import { density, shownRange } from '../../shared/theory/density.ts';
import { isConstant, massAtZero, mean, support, type Distribution } from '../../shared/theory/distribution.ts';
import { normalProbability } from '../../shared/theory/normal.ts';

const random: Distribution[] = [
  { kind: 'uniform', low: 2, high: 8 },
  { kind: 'integer', low: 0, high: 10 },
  { kind: 'exponential', mean: 40 },
  { kind: 'normal', mean: 5, sd: 1 },
  { kind: 'normal', mean: 1, sd: 2 },
  { kind: 'normal', mean: -3, sd: 2 },
  { kind: 'lognormal', mu: 1, sigma: 0.5 },
  { kind: 'triangular', low: 1, mode: 2, high: 9 },
  { kind: 'triangular', low: 1, mode: 1, high: 9 },
  { kind: 'triangular', low: 1, mode: 9, high: 9 },
];

const fixed: [Distribution, number][] = [
  [{ kind: 'constant', value: 55 }, 55],
  [{ kind: 'uniform', low: 3, high: 3 }, 3],
  [{ kind: 'integer', low: 4, high: 4 }, 4],
  [{ kind: 'exponential', mean: 0 }, 0],
  [{ kind: 'normal', mean: 6, sd: 0 }, 6],
  [{ kind: 'normal', mean: -6, sd: 0 }, 0],
  [{ kind: 'lognormal', mu: 0, sigma: 0 }, 1],
  [{ kind: 'triangular', low: 2, mode: 2, high: 2 }, 2],
];

/** The integral of `f` over a range by the midpoint rule. */
function integral(f: (x: number) => number, low: number, high: number): number {
  const STEPS = 200_000;
  const width = (high - low) / STEPS;
  let sum = 0;
  for (let i = 0; i < STEPS; i++) sum += f(low + (i + 0.5) * width);
  return sum * width;
}

describe('a distribution', () => {
  test.each(random)('%j has a density of area 1, apart from what counts as 0, about its mean', (d) => {
    const height = (x: number): number => density(d, x)!;
    const high = Number.isFinite(support(d).high) ? support(d).high + 1 : 20 * shownRange(d).high;
    expect(integral(height, -1, high) + massAtZero(d)).toBeCloseTo(1, 4);
    expect(integral((x) => x * height(x), -1, high)).toBeCloseTo(mean(d), 3);
    expect(isConstant(d)).toBe(false);
  });

  test.each(random)('%j shows nearly all of itself, and only what can be drawn', (d) => {
    const { low, high } = shownRange(d);
    expect(integral((x) => density(d, x)!, low, high) + massAtZero(d)).toBeGreaterThan(0.99);
    expect(high).toBeGreaterThan(low);
    const margin = d.kind === 'integer' ? 0.5 : 0;
    expect(low).toBeGreaterThanOrEqual(support(d).low - margin);
    expect(high).toBeLessThanOrEqual(support(d).high + margin);
    expect([density(d, support(d).low - 1), density(d, support(d).high + 1)]).toEqual([0, 0]);
  });

  test.each(fixed)('%j is constant', (d, value) => {
    expect(isConstant(d)).toBe(true);
    expect(mean(d)).toBe(value);
    expect(support(d)).toEqual({ low: value, high: value });
    expect(shownRange(d)).toEqual({ low: value, high: value });
    expect(density(d, value)).toBeNull();
    expect(massAtZero(d)).toBe(d.kind === 'normal' && value === 0 ? 1 : 0);
  });
});

test('the normal probability agrees with the printed table, and is symmetric', () => {
  const table = [
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [3, 0.9986501019683699],
    [-1, 0.15865525393145705],
    [-4, 0.00003167124183311998],
    [40, 1],
    [-40, 0],
  ] as const;
  for (const [x, probability] of table) {
    expect(normalProbability(x)).toBeCloseTo(probability, 14);
    expect(normalProbability(x) + normalProbability(-x)).toBeCloseTo(1, 14);
  }
});
