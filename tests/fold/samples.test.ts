import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXACT_MAX, Samples } from '../../shared/fold/samples.ts';
import { runs } from '../support/runs.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.oneof(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.nat(20), fc.constant(0));

function samplesOf(values: Iterable<number>): Samples {
  const samples = new Samples();
  for (const value of values) samples.add(value);
  return samples;
}

/** Waits as an exhibition may have them: many nothings, most about a minute, a few long ones. */
function* manyWaits(count: number): Generator<number> {
  for (let n = 0; n < count; n++) yield n % 5 === 0 ? 0 : ((n * 7919) % 6007) / 50 + (n % 997 === 0 ? 3000 : 0);
}

const rank = (sorted: readonly number[], q: number) => sorted[Math.max(1, Math.ceil(q * sorted.length)) - 1]!;

describe('samples', () => {
  test('are counted, and their mean, maximum and quantiles are exact while they are few', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), share, (values, q) => {
        const samples = samplesOf(values);
        const sorted = [...values].sort((a, b) => a - b);
        expect([samples.count, samples.max, samples.exact]).toEqual([values.length, sorted.at(-1), true]);
        expect(samples.mean).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 3);
        expect(samples.quantile(q)).toBe(rank(sorted, q));
      }),
      runs(500),
    );
  });

  test('none are zero in every respect', () => {
    const none = new Samples();
    expect([none.count, none.mean, none.max, none.quantile(0.5), none.histogram()]).toEqual([0, 0, 0, 0, []]);
  });

  test('have quantiles within one per cent when they are many, and the rest exact', () => {
    const values = [...manyWaits(5 * EXACT_MAX)];
    const samples = samplesOf(values);
    const sorted = values.sort((a, b) => a - b);
    expect([samples.exact, samples.count, samples.max]).toEqual([false, values.length, sorted.at(-1)]);
    expect(samples.total).toBeCloseTo(
      values.reduce((a, b) => a + b),
      3,
    );
    expect([samples.quantile(0.1), samples.quantile(1)]).toEqual([0, sorted.at(-1)]);
    for (let q = 0.25; q < 1; q += 0.01) {
      const [found, exact] = [samples.quantile(q), rank(sorted, q)];
      expect(Math.abs(found - exact) / exact).toBeLessThan(0.01);
    }
  });

  test('lie in classes that cover tiny and huge ones', () => {
    for (const x of [1e-9, 3e-5, 0.999, 1, 64.5, 1e10]) {
      const samples = samplesOf(new Array<number>(EXACT_MAX + 1).fill(x).concat(2 * x));
      expect(Math.abs(samples.quantile(0.5) - x) / x).toBeLessThan(0.01);
    }
    const tiny = samplesOf(new Array<number>(EXACT_MAX + 1).fill(1e-300).concat(1));
    expect([tiny.quantile(0.5), tiny.quantile(1)]).toEqual([0, 1]);
  });

  test('make a histogram of round bars that holds each of them once', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 40 }), (values, most) => {
        const bars = samplesOf(values).histogram(most);
        expect(bars.length).toBeLessThanOrEqual(most);
        expect(bars.map(({ value }) => value)).toEqual(
          bars.map(({ from, to }) => values.filter((x) => x >= from && x < to).length),
        );
        expect(bars.reduce((sum, { value }) => sum + value, 0)).toBe(values.length);
        expect(Number(bars[0]!.to.toPrecision(1))).toBe(bars[0]!.to);
        expect(['1', '2', '5']).toContain(bars[0]!.to.toExponential()[0]);
      }),
      runs(500),
    );
  });

  test('make bars that are as narrow as there is room for', () => {
    expect(samplesOf([0, 3, 9.5, 115]).histogram(24).length).toBe(24);
    expect(samplesOf([0, 3, 9.5, 115]).histogram(23)).toHaveLength(12);
    expect(samplesOf([0.3]).histogram(3)).toEqual([
      { from: 0, to: 0.2, value: 0 },
      { from: 0.2, to: 0.4, value: 1 },
    ]);
    expect(samplesOf([0, 0]).histogram()).toEqual([{ from: 0, to: 1, value: 2 }]);
  });

  test.each([10, 1e6])('lie between the edges as they are, however the bars of 1 / %d are rounded', (scale) => {
    const edges = Array.from({ length: 50 }, (_, n) => n / scale);
    const values = edges.flatMap((edge) => [edge, edge * (1 + 2 ** -52), edge * (1 - 2 ** -53)]);
    const bars = samplesOf(values).histogram(50);
    expect(bars.map(({ from, value }) => [from, value])).toEqual(
      edges.map((from, n) => [from, values.filter((x) => x >= from && x < (n + 1) / scale).length]),
    );
  });

  test('keep their number in the histogram when they are many', () => {
    const bars = samplesOf(manyWaits(3 * EXACT_MAX)).histogram(30);
    expect(bars.reduce((sum, { value }) => sum + value, 0)).toBe(3 * EXACT_MAX);
    expect(bars.at(-1)!.value).toBeGreaterThan(0);
  });

  test('of a copy stay when the original goes on', () => {
    for (const count of [10, EXACT_MAX + 10]) {
      const samples = samplesOf(manyWaits(count));
      const copy = samples.copy();
      for (let n = 0; n < 2 * EXACT_MAX; n++) samples.add(n % 2 === 0 ? 1e5 : 0);
      expect([copy.count, copy.quantile(1), copy.quantile(0.5)]).toEqual([
        count,
        samplesOf(manyWaits(count)).max,
        samplesOf(manyWaits(count)).quantile(0.5),
      ]);
      expect(samples.quantile(0.9)).toBeGreaterThan(9e4);
    }
  });
});
