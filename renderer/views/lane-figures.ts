import { processorsOf } from '../../shared/fold/processors.ts';
import { UtilisationFold } from '../../shared/fold/utilisation.ts';
import { boardsCaption, caption } from '../i18n/caption.ts';
import { hallScene } from '../stage/hall-scene.svelte.ts';
import { foldOf } from '../stores/lane-fold.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { expectedEnd, meaningOf, type LaneEnd, type Meaning } from './finish.ts';

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
  /** The share of her time that she works, or of the processors' that is used, 0..1; null where that means nothing. */
  readonly use: number | null;
  readonly caption: string;
}

/** The figures of a lane among others at instant `at`, under a kind of stage. */
export function laneFigures(lane: LaneStore, lanes: readonly LaneStore[], at: number, stage: string): LaneFigures {
  return stage === 'boards' ? hallFigures(lane, lanes, at) : plainFigures(lane, lanes, at, stage);
}

function hallFigures(lane: LaneStore, lanes: readonly LaneStore[], at: number): LaneFigures {
  const scene = hallScene(lane);
  const figures = scene.figures(at);
  return {
    at: figures.at,
    over: figures.over,
    end: lane.end ?? expectedEnd(lane),
    meaning: meaningOf(hallEnd(lane), lanes.map(hallEnd)),
    done: figures.pairs,
    total: scene.whole?.pairs ?? lane.theory.total,
    use: figures.use,
    caption: boardsCaption(scene.at(at).boards, figures.at, lane.info.scenario.model),
  };
}

function plainFigures(lane: LaneStore, lanes: readonly LaneStore[], at: number, stage: string): LaneFigures {
  void lane.version;
  const { end } = lane;
  const over = end !== null && at >= end;
  const own = over ? end : at;
  const { scenario } = lane.info;
  return {
    at: own,
    over,
    end,
    meaning: meaningOf(plainEnd(lane), lanes.map(plainEnd)),
    done: null,
    total: null,
    use: foldOf(lane, 'use', () => new UtilisationFold(scenario)).useAt(own),
    caption: caption(lane, own, stage),
  };
}

function plainEnd(lane: LaneStore): LaneEnd {
  const { scenario } = lane.info;
  const synchronous = scenario.model === 'synchronous';
  return { synchronous, makespan: lane.makespan, busy: null, masters: processorsOf(scenario) };
}

function hallEnd(lane: LaneStore): LaneEnd {
  return { ...plainEnd(lane), busy: hallScene(lane).whole?.busy ?? null };
}
