import { mean, type Distribution } from '../../shared/theory/distribution.ts';

/** How large the default of a parameter is: what a slider's way is measured by. */
export function defaultSize(standard: unknown): number {
  if (typeof standard === 'number') return standard;
  const { kind } = (standard ?? {}) as { kind?: unknown };
  const size = typeof kind === 'string' ? mean(standard as Distribution) : NaN;
  return Number.isFinite(size) ? size : 1;
}
