import type { Within } from '../../shared/protocol/pushes.ts';
import type { Lane } from './lane.ts';

/** A step that has been asked for: which way, and in which lane; null is any. */
export interface Step {
  readonly forward: boolean;
  readonly lane: Lane | null;
}

/** A place in the run: an instant, and how much of what happens then has happened; null is all of it. */
export interface Place {
  readonly at: number;
  readonly within: Within | null;
}

/** A scheduling decision: when, and which event of its lane. */
export interface Decision {
  readonly at: number;
  readonly index: number;
}

/** How many events of lane number `lane` have happened at a place. At one instant the lanes come one after the other. */
export function eventsAt({ at, within }: Place, { trace }: Lane, lane: number): number {
  if (within === null || lane < within.lane) return trace.countUntil(at);
  return lane === within.lane ? within.index : trace.countBefore(at);
}

/**
 * Where a step leads from a place: to the moment at which the next scheduling decision has just been made, or the one
 * before. Null when it stays where it is, undefined while that is not computed yet. After the last decision there is
 * still the rest of its instant to come.
 */
export function targetOf(step: Step, all: readonly Lane[], place: Place): Place | null | undefined {
  return step.forward ? forwards(step, all, place) : backwards(step, all, place);
}

function forwards({ lane }: Step, all: readonly Lane[], place: Place): Place | null | undefined {
  let next: Place | null = null;
  const open: Lane[] = [];
  for (const [number, each] of all.entries()) {
    if (lane !== null && lane !== each) continue;
    const decision = each.decisionFrom(eventsAt(place, each, number));
    if (decision === undefined) open.push(each);
    // Of decisions at one instant those of the first lane come first.
    else if (decision !== null && (next === null || decision.at < next.at)) {
      next = { at: decision.at, within: { lane: number, index: decision.index + 1 } };
    }
  }
  // A lane that has been computed beyond the next decision of another one holds none before it.
  const soonest = next?.at ?? Infinity;
  if (open.some(({ reached }) => reached <= soonest)) return undefined;
  if (next !== null) return next;
  return place.within === null ? null : { at: place.at, within: null };
}

function backwards({ lane }: Step, all: readonly Lane[], place: Place): Place | null | undefined {
  let last: Place | null = null;
  for (const [number, each] of all.entries()) {
    if (lane !== null && lane !== each) continue;
    const happened = eventsAt(place, each, number);
    // The decision that is on screen now is not the one before it.
    const here = place.within?.lane === number ? 1 : 0;
    const decision = each.decisionBefore(happened - here, place.at);
    if (decision === undefined) return undefined;
    if (decision !== null && (last === null || decision.at >= last.at)) {
      last = { at: decision.at, within: { lane: number, index: decision.index + 1 } };
    }
  }
  return last;
}
