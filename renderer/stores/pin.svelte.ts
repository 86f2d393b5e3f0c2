import { Trace } from '../../shared/trace/trace.ts';
import { exports as words } from '../words/en/exports.ts';
import { fill } from '../words/fill.ts';
import type { KeptLane } from './kept-lane.ts';
import type { LaneStore } from './lane.svelte.ts';

/** Most events of a run that is kept: 24 bytes each. */
export const PINNED_MOST = 2_000_000;

/** A lane of a run that was pinned, as it was then. Nothing of it changes any more. */
export interface PinnedLane extends KeptLane {
  /** It is drawn behind the lanes of the session. */
  readonly ghost: true;
}

/** One run that is kept while others come: later runs are drawn over it, and compared with it. */
export class Pin {
  #lanes = $state.raw<readonly PinnedLane[]>([]);

  /** The lanes that were pinned of a program; none where it is another one. */
  lanesFor(workload: string | undefined): readonly PinnedLane[] {
    return this.#lanes[0]?.info.scenario.workload === workload ? this.#lanes : [];
  }

  /** Why lanes cannot be pinned, in a sentence; null where they can. */
  obstacle(lanes: readonly LaneStore[]): string | null {
    if (lanes.length === 0 || lanes.some(({ end }) => end === null)) return words.pinComputing;
    const events = lanes.reduce((sum, { trace }) => sum + trace.length, 0);
    return events > PINNED_MOST ? fill(words.pinLarge, { events, most: PINNED_MOST }) : null;
  }

  /** Keeps lanes as they are now, in place of those before. */
  pin(lanes: readonly LaneStore[]): void {
    if (this.obstacle(lanes) !== null) return;
    this.#lanes = lanes.map(({ index, title, info, trace, reached, theory, end, makespan, deadlock }) => ({
      index, title: fill(words.pinned, { title }), info, trace: copied(trace), reached, theory, end: end!, makespan, deadlock,
      rewrites: 0, rewrittenFrom: Infinity, ghost: true,
    })); // prettier-ignore
  }

  unpin(): void {
    this.#lanes = [];
  }
}

/** What there is of a trace now, apart from it: it may be run anew from somewhere on. */
function copied(trace: Trace): Trace {
  const copy = new Trace();
  trace.names.tasks.forEach((name, number) => copy.name('task', number, name));
  trace.names.resources.forEach((name, number) => copy.name('resource', number, name));
  while (copy.length < trace.length) copy.append(trace.columns(copy.length, trace.length));
  return copy;
}

export const pin = new Pin();
