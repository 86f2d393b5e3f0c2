import { mean, type Distribution } from '../../shared/theory/distribution.ts';

/** How large a parameter usually is: what a slider's way is measured by. */
export function usualSize(usual: unknown): number {
  if (typeof usual === 'number') return usual;
  const { kind } = (usual ?? {}) as { kind?: unknown };
  const size = typeof kind === 'string' ? mean(usual as Distribution) : NaN;
  return Number.isFinite(size) ? size : 1;
}
