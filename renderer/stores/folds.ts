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

/** Display frames after which a fold that nobody asks for is left where it is. */
const WANTED_FRAMES = 60;

interface Cut {
  truncate(length: number): void;
  keepUp?(): void;
}

interface Kept {
  readonly cut: Cut;
  rewrites: number;
  /** Display frames since somebody asked for it. */
  unasked: number;
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

/**
 * Folds on what somebody has asked for lately of all that a lane's trace holds. To be called once a display frame: a chart
 * asks ten times a second, and the events of all the frames between would make that one frame long.
 */
export function keepUp(lane: FoldedLane): void {
  for (const entry of kept.get(lane)?.values() ?? []) {
    // What was replaced is for the next who asks.
    if (entry.rewrites === lane.rewrites && entry.unasked++ < WANTED_FRAMES) entry.cut.keepUp?.();
  }
}

function keep(lane: FoldedLane, name: string, make: () => Cut): Cut {
  let folds = kept.get(lane);
  if (folds === undefined) kept.set(lane, (folds = new Map<string, Kept>()));
  let entry = folds.get(name);
  if (entry === undefined) folds.set(name, (entry = { cut: make(), rewrites: lane.rewrites, unasked: 0 }));
  entry.unasked = 0;
  if (entry.rewrites !== lane.rewrites) {
    // Of several rewrites only the last says where it began.
    entry.cut.truncate(lane.rewrites === entry.rewrites + 1 ? lane.rewrittenFrom : 0);
    entry.rewrites = lane.rewrites;
  }
  return entry.cut;
}
