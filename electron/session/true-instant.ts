import type { Trace } from '../../shared/trace/trace.ts';

/** Gaps that are left behind before it is given up: lanes may hardly have a true instant in common. */
const TRIES = 64;

/**
 * The instant to go to where some of the traces are sampled: of an instant in a gap nothing true is known, so that it is the
 * nearer end of that gap, or where another lane has a gap there, the end of that one.
 */
export function trueInstant(lanes: readonly { readonly trace: Trace }[], at: number): number {
  const lostAt = (t: number) => lanes.map(({ trace }) => trace.lostAt(t)).find((lost) => lost !== null);
  const lost = lostAt(at);
  if (lost === undefined || lost === null) return at;
  const near = at - lost.from < lost.to - at ? lost.from : lost.to;
  let instant = near;
  for (let tries = 0; tries < TRIES; tries++) {
    const next = lostAt(instant);
    if (next === undefined || next === null) return instant;
    instant = next.to;
  }
  return near;
}
