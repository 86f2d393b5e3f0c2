import type { Lane } from './lane.ts';

/** A step that has been asked for: which way, and in which lane; null is any. */
export interface Step {
  readonly forward: boolean;
  readonly lane: Lane | null;
}

/**
 * Where a step leads from instant `at`: to the nearest scheduling decision. Null when it stays where it is, undefined
 * while that is not computed yet. Before the first decision lies zero.
 */
export function targetOf({ forward, lane }: Step, all: readonly Lane[], at: number): number | null | undefined {
  const lanes = lane === null ? all : [lane];
  const decisions = lanes.map((each) => (forward ? each.decisionAfter(at) : each.decisionBefore(at)));
  const known = decisions.filter((each) => typeof each === 'number');
  if (!forward) return decisions.includes(undefined) ? undefined : Math.max(0, ...known);
  const next = Math.min(Infinity, ...known);
  // A lane that has been computed beyond the next decision of another one holds none before it.
  const open = lanes.some((each, index) => decisions[index] === undefined && each.reached < next);
  if (open) return undefined;
  return next === Infinity ? null : next;
}
