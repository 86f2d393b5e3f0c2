import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import type { AnyKind, LaneFigures as KindFigures } from '../stage/kit/kind.ts';
import { waitsText } from '../../shared/trace/deadlock.ts';
import { expectedEnd, runLength } from '../stores/run-length.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { meaningOf, type LaneEnd, type Meaning } from './finish.ts';

/** What the header of a lane says at an instant. */
export interface LaneFigures extends KindFigures {
  /** The lane's own clock, which stops at its end. */
  readonly at: number;
  readonly over: boolean;
  /** When it ends: computed, or else expected; null where neither is known. */
  readonly end: number | null;
  /** Virtual seconds of the longest run on screen: it decides the dial, and how instants are written. */
  readonly run: number;
  /** Whether it is known that the run never ends by itself. */
  readonly never: boolean;
  readonly meaning: Meaning;
  readonly caption: string;
}

/** The figures of a lane among others at instant `at`. Lanes that do different work are not compared: nothing is faster. */
export function laneFigures(
  lane: LaneStore,
  lanes: readonly LaneStore[],
  at: number,
  kind: AnyKind,
  entry: CatalogueEntry | null,
  sameWork: boolean,
): LaneFigures {
  void lane.version;
  const { end } = lane;
  const over = end !== null && at >= end;
  const own = over ? end : lane.trueAt(at);
  const figures = kind.figures(lane, own, entry);
  const endOf = (each: LaneStore): LaneEnd => ({
    synchronous: each.info.scenario.model === 'synchronous',
    makespan: each.makespan,
    idle: each === lane ? figures.idle : null,
    deadlock: each.status === 'deadlock',
  });
  return {
    ...figures,
    at: own,
    over,
    end: end ?? expectedEnd(lane),
    run: runLength(lanes),
    never: lane.status === 'deadlock',
    meaning: meaningOf(endOf(lane), lanes.map(endOf), sameWork),
    caption: over && lane.deadlock !== null ? waitsText(lane.deadlock) : kind.caption(lane, own, entry),
  };
}
