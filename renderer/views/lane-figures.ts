import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import type { AnyKind, LaneFigures as KindFigures } from '../stage/kit/kind.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { sameWorkOf } from '../stores/work.ts';
import { expectedEnd, meaningOf, type LaneEnd, type Meaning } from './finish.ts';

/** What the header of a lane says at an instant. */
export interface LaneFigures extends KindFigures {
  /** The lane's own clock, which stops at its end. */
  readonly at: number;
  readonly over: boolean;
  /** When it ends: computed, or else expected; null where neither is known. */
  readonly end: number | null;
  readonly meaning: Meaning;
  readonly caption: string;
  /** Whether all lanes do the same work, as far as they are over: else nothing is faster than another. */
  readonly sameWork: boolean;
}

/** The figures of a lane among others at instant `at`. */
export function laneFigures(
  lane: LaneStore,
  lanes: readonly LaneStore[],
  at: number,
  kind: AnyKind,
  entry: CatalogueEntry | null,
): LaneFigures {
  void lane.version;
  const { end } = lane;
  const over = end !== null && at >= end;
  const own = over ? end : at;
  const figures = kind.figures(lane, own, entry);
  const endOf = (each: LaneStore): LaneEnd => ({
    synchronous: each.info.scenario.model === 'synchronous',
    makespan: each.makespan,
    idle: each === lane ? figures.idle : null,
  });
  const same = sameWorkOf(lanes);
  return {
    ...figures,
    at: own,
    over,
    end: end ?? expectedEnd(lane),
    meaning: meaningOf(endOf(lane), same ? lanes.map(endOf) : []),
    caption: kind.caption(lane, own, entry),
    sameWork: same,
  };
}
