import { caption } from '../stage/caption.ts';
import { hallScene } from '../stage/hall-scene.svelte.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { processorsOf } from '../../shared/fold/processors.ts';
import { expectedEnd, expectedPairs, meaningOf, type LaneEnd, type Meaning } from './finish.ts';

/** What a half of the clock says of its lane at an instant. */
export interface LaneFigures {
  /** The lane's own clock, which stops at its end. */
  readonly at: number;
  readonly over: boolean;
  /** When it ends: computed, or else expected; null where neither is known. */
  readonly end: number | null;
  readonly meaning: Meaning;
  /** Moves of hers that are done, and all there are; null where nobody counts or knows them. */
  readonly done: number | null;
  readonly total: number | null;
  /** The share of her time that she works, 0..1. */
  readonly use: number | null;
  readonly caption: string;
}

export function laneFigures(lane: LaneStore, lanes: readonly LaneStore[], at: number): LaneFigures {
  const scene = hallScene(lane);
  const figures = scene.figures(at);
  return {
    at: figures.at,
    over: figures.over,
    end: scene.end ?? expectedEnd(lane.info),
    meaning: meaningOf(endOf(lane), lanes.map(endOf)),
    done: figures.pairs,
    total: scene.whole?.pairs ?? expectedPairs(lane.info),
    use: figures.use,
    caption: caption(scene.at(at), scene.boards, figures.at, figures.over),
  };
}

function endOf(lane: LaneStore): LaneEnd {
  const { whole } = hallScene(lane);
  const { scenario } = lane.info;
  return {
    synchronous: scenario.model === 'synchronous',
    makespan: lane.makespan,
    busy: whole?.busy ?? null,
    masters: processorsOf(scenario),
  };
}
