import { Follower } from '../../shared/fold/follower.ts';
import { Snapshots, type Copyable } from '../../shared/fold/snapshots.ts';
import type { EventSink, Trace } from '../../shared/trace/trace.ts';

/** What folds need of a lane: its trace, and word of what was replaced in it. */
export interface FoldedLane {
  readonly trace: Trace;
  readonly rewrites: number;
  readonly rewrittenFrom: number;
  /** How many events have happened at an instant, where that may be fewer than all of it. */
  countUntil?(at: number): number;
}

interface Cut {
  truncate(length: number): void;
}

interface Kept {
  readonly cut: Cut;
  rewrites: number;
}

// By lane, then by name: views that ask for the same fold of a lane share it, and it goes when the lane goes.
const kept = new WeakMap<FoldedLane, Map<string, Kept>>();

/** The fold called `name` of all that a lane's trace holds; made when it is first asked for. */
export function foldOf<F extends EventSink>(lane: FoldedLane, name: string, make: () => F): F {
  return (keep(lane, name, () => new Follower(lane.trace, make)) as Follower<F>).fold;
}

/** The fold called `name` of what had happened up to `at`. It moves on with the next question. */
export function foldAt<F extends Copyable<F>>(lane: FoldedLane, name: string, at: number, make: () => F): F {
  const snapshots = keep(lane, name, () => new Snapshots(lane.trace, make)) as Snapshots<F>;
  return snapshots.atIndex(lane.countUntil?.(at) ?? lane.trace.countUntil(at));
}

/**
 * Folds on by at most `budget` events beyond what has been asked for, so that going anywhere is quick later. Returns
 * whether there is more to do.
 */
export function foldAhead<F extends Copyable<F>>(
  lane: FoldedLane,
  name: string,
  make: () => F,
  budget: number,
): boolean {
  const snapshots = keep(lane, name, () => new Snapshots(lane.trace, make)) as Snapshots<F>;
  return snapshots.advance(budget);
}

function keep(lane: FoldedLane, name: string, make: () => Cut): Cut {
  let folds = kept.get(lane);
  if (folds === undefined) kept.set(lane, (folds = new Map<string, Kept>()));
  let entry = folds.get(name);
  if (entry === undefined) folds.set(name, (entry = { cut: make(), rewrites: lane.rewrites }));
  if (entry.rewrites !== lane.rewrites) {
    // Of several rewrites only the last says where it began.
    entry.cut.truncate(lane.rewrites === entry.rewrites + 1 ? lane.rewrittenFrom : 0);
    entry.rewrites = lane.rewrites;
  }
  return entry.cut;
}
