import { mean, type Distribution } from './distribution.ts';

/** The squared coefficient of variation of a distribution, Var X / (E X)^2; null where it is not worked out here. */
export function squaredVariation(d: Distribution): number | null {
  switch (d.kind) {
    case 'constant':
      return 0;
    case 'exponential':
      return d.mean === 0 ? 0 : 1;
    case 'uniform':
      return perMean((d.high - d.low) ** 2 / 12, mean(d));
    case 'integer':
      return perMean(((d.high - d.low + 1) ** 2 - 1) / 12, mean(d));
    case 'lognormal':
      return Math.exp(d.sigma ** 2) - 1;
    case 'triangular': {
      const { low: a, mode: c, high: b } = d;
      return perMean((a * a + b * b + c * c - a * b - a * c - b * c) / 18, mean(d));
    }
    case 'normal':
      return null;
  }
}

function perMean(variance: number, mean: number): number {
  return variance === 0 ? 0 : variance / mean ** 2;
}
