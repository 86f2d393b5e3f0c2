/** One thing in which a run is not what a case says. */
export interface Difference {
  /** Where: "makespan", "log of board-3". */
  readonly what: string;
  /** Undefined where there should be nothing. */
  readonly expected: unknown;
  readonly got: unknown;
}

/** Whether two values are equal, numbers up to a tolerance, objects and lists part by part. */
export function same(a: unknown, b: unknown, tolerance: number): boolean {
  // The tolerance is meant for decimals; doubles need a little room to say the same.
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance * (1 + 1e-9) + 1e-12;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [x, y] = [a, b] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>];
  return Array.isArray(a) === Array.isArray(b) && [...names].every((name) => same(x[name], y[name], tolerance));
}
