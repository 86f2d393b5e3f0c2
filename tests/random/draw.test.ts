import { describe, expect, test } from 'vitest';
import { draw } from '../../electron/random/draw.ts';
import { Random } from '../../electron/random/random.ts';
import { mean, support, type Distribution } from '../../shared/theory/distribution.ts';

const kinds: [Distribution, (random: Random) => number][] = [
  [{ kind: 'constant', value: 55 }, () => 55],
  [{ kind: 'uniform', low: 2, high: 8 }, (r) => r.uniform(2, 8)],
  [{ kind: 'exponential', mean: 40 }, (r) => r.expovariate(1 / 40)],
  [{ kind: 'integer', low: 0, high: 10 }, (r) => r.randint(0, 10)],
  [{ kind: 'normal', mean: 5, sd: 2 }, (r) => Math.max(0, r.normalvariate(5, 2))],
  [{ kind: 'lognormal', mu: 1, sigma: 0.5 }, (r) => r.lognormvariate(1, 0.5)],
  [{ kind: 'triangular', low: 1, mode: 2, high: 9 }, (r) => r.triangular(1, 9, 2)],
];

describe('draw', () => {
  test.each(kinds)('%j is drawn by the method Python has for it', (distribution, method) => {
    const ours = new Random(444);
    const pythons = new Random(444);
    for (let i = 0; i < 100; i++) expect(draw(ours, distribution)).toBe(method(pythons));
    expect(ours.random()).toBe(pythons.random());
  });

  test('a constant takes nothing from the generator', () => {
    const random = new Random(1);
    draw(random, { kind: 'constant', value: 5 });
    expect(random.random()).toBe(new Random(1).random());
  });

  test('a normal duration below zero counts as 0', () => {
    const random = new Random(1);
    const values = Array.from({ length: 1000 }, () => draw(random, { kind: 'normal', mean: 0, sd: 1 }));
    expect(Math.min(...values)).toBe(0);
    expect(values.filter((x) => x === 0).length / 1000).toBeCloseTo(0.5, 1);
  });

  const drawn: Distribution[] = [...kinds.map(([d]) => d), { kind: 'normal', mean: 1, sd: 2 }];
  test.each(drawn)('%j keeps to its support and its mean', (distribution) => {
    const random = new Random(7);
    const { low, high } = support(distribution);
    let sum = 0;
    let outside = 0;
    for (let i = 0; i < 100_000; i++) {
      const x = draw(random, distribution);
      if (x < low || x > high) outside++;
      sum += x;
    }
    expect(outside).toBe(0);
    expect(sum / 100_000 / mean(distribution)).toBeCloseTo(1, 1.8);
  });
});
