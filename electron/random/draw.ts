import type { Distribution } from '../../shared/theory/distribution.ts';
import type { Random } from './random.ts';

/**
 * One value of a distribution, drawn by the call Python's `random` has for it: `uniform(low, high)`,
 * `expovariate(1 / mean)`, `randint(low, high)`, `normalvariate(mean, sd)`, `lognormvariate(mu, sigma)`,
 * `triangular(low, high, mode)`. A constant takes nothing from the generator.
 *
 * Values are durations: a normal draw below zero counts as 0.
 */
export function draw(random: Random, distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return random.uniform(distribution.low, distribution.high);
    case 'exponential':
      return random.expovariate(1 / distribution.mean);
    case 'integer':
      return random.randint(distribution.low, distribution.high);
    case 'normal':
      return Math.max(0, random.normalvariate(distribution.mean, distribution.sd));
    case 'lognormal':
      return random.lognormvariate(distribution.mu, distribution.sigma);
    case 'triangular':
      return random.triangular(distribution.low, distribution.high, distribution.mode);
  }
}
