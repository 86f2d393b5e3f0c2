import { describe, expect, test } from 'vitest';
import { meanInterval, pairedInterval, quantile, relativeHalfWidth } from '../../shared/experiment/interval.ts';
import { replicationsNext, RULE } from '../../shared/experiment/stopping.ts';
import { studentProbability, studentQuantile } from '../../shared/experiment/student.ts';
import { Random } from '../../electron/random/random.ts';

describe("Student's t", () => {
  // As printed in tables: R. A. Fisher, F. Yates, Statistical Tables (1938), III; NIST e-Handbook, 1.3.6.7.2.
  const levels = [0.9, 0.95, 0.975, 0.99, 0.995, 0.999];
  test.each([
    [1, [3.078, 6.314, 12.706, 31.821, 63.657, 318.309]],
    [2, [1.886, 2.92, 4.303, 6.965, 9.925, 22.327]],
    [3, [1.638, 2.353, 3.182, 4.541, 5.841, 10.215]],
    [5, [1.476, 2.015, 2.571, 3.365, 4.032, 5.893]],
    [10, [1.372, 1.812, 2.228, 2.764, 3.169, 4.144]],
    [30, [1.31, 1.697, 2.042, 2.457, 2.75, 3.385]],
    [100, [1.29, 1.66, 1.984, 2.364, 2.626, 3.174]],
  ])('with %i degrees of freedom has the published quantiles', (freedom, wanted) => {
    for (const [i, p] of levels.entries()) {
      expect(Math.abs(studentQuantile(p, freedom) - wanted[i]!)).toBeLessThanOrEqual(6e-4);
      expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-studentQuantile(p, freedom), 9);
    }
  });

  test('has closed forms for one and two degrees, and is the normal one for very many', () => {
    for (const t of [-30, -2, -0.1, 0, 0.5, 1, 7, 1000]) {
      expect(studentProbability(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
      expect(studentProbability(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 12);
    }
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959964, 5);
    expect(studentQuantile(0.5, 4)).toBe(0);
  });
});

describe('what replications say', () => {
  test('is a mean with its interval, worked out by hand', () => {
    // t(0.975; 4) = 2.776445; the deviation of 1..5 is the root of 2.5.
    const { mean, deviation, halfWidth, count } = meanInterval([1, 2, 3, 4, 5]);
    expect([count, mean]).toEqual([5, 3]);
    expect(deviation).toBeCloseTo(1.5811388, 7);
    expect(halfWidth).toBeCloseTo((2.776445 * 1.5811388) / Math.sqrt(5), 5);
    expect(meanInterval([7])).toEqual({ count: 1, mean: 7, deviation: 0, halfWidth: null });
    expect(relativeHalfWidth(meanInterval([7]))).toBe(Infinity);
    expect(relativeHalfWidth(meanInterval([0, 0, 0]))).toBe(0);
  });

  test('is sharper pair by pair where the numbers were the same', () => {
    const [a, b] = [
      [10, 20, 30, 40],
      [11, 21.5, 30.5, 41],
    ];
    const { mean, halfWidth } = pairedInterval(b, a);
    expect([mean, halfWidth! < 1, meanInterval(a).halfWidth! > 10]).toEqual([1, true, true]);
  });

  test('has the quantiles that R gives', () => {
    // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .05, .25, .5, .9, 1))
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const wanted = [1, 1, 1.75, 3.5, 6.9, 9];
    expect([0, 0.05, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p))).toEqual(
      wanted.map((x) => expect.closeTo(x, 9) as number),
    );
  });

  test('holds the true mean in 94 to 96 % of 2,000 experiments', () => {
    const random = new Random('2026');
    const truth = 4;
    let [normal, skewed] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const covers = (draw: () => number) => {
        const { mean, halfWidth } = meanInterval(Array.from({ length: 30 }, draw));
        return Math.abs(mean - truth) <= halfWidth!;
      };
      if (covers(() => random.normalvariate(truth, 3))) normal++;
      // Four hours of work in twelve parts: skewed, as makespans are.
      if (covers(() => Array.from({ length: 12 }, () => random.expovariate(3)).reduce((a, b) => a + b, 0))) skewed++;
    }
    for (const share of [normal / 2000, skewed / 2000]) {
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.96);
    }
  });

  test('is enough when every series is narrow enough, and not before the fewest or after the most', () => {
    const rule = { ...RULE, halfWidth: 0.1, least: 4, most: 9 };
    const narrow = [10, 10.1, 9.9, 10, 10, 10.1, 9.9, 10, 10];
    const wide = [1, 20, 3, 40, 1, 20, 3, 40, 1];
    const next = (count: number, ...series: number[][]) =>
      replicationsNext(
        series.map((each) => each.slice(0, count)),
        rule,
      );
    expect([next(0, narrow), next(4, narrow), next(4, narrow, wide), next(6, wide), next(9, wide)]).toEqual([
      4, 4, 6, 9, 9,
    ]);
    expect(next(4, [0, NaN, 0, 0])).toBe(6);
  });
});
