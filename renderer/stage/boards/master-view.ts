import { MasterPhase, type MasterAt } from '../../../shared/fold/masters.ts';
import { ease, type Playback } from '../kit/playback.ts';
import type { BoardView } from './board-view.ts';
import type { BoardsLayout } from './layout.ts';
import type { Figure, MasterPose } from './master-painter.ts';

/** A master as she is drawn. */
export interface MasterView extends Figure {
  /** The board in front of her, from 0; her lamp is on it. */
  readonly board: number;
}

/** Longest walk in wall seconds, and the share of a move it may take. */
const WALK_MOST = 0.42;
const WALK_SHARE = 0.25;
/** Moves a wall second above which nobody could follow her walking. */
const MOVES_SEEN = 20;

/** A master at the playback's instant; null where she has not come to a board yet. */
export function viewMaster(
  layout: BoardsLayout,
  master: MasterAt,
  boards: readonly BoardView[],
  over: boolean,
  playback: Playback,
): MasterView | null {
  if (master.phase === MasterPhase.ABSENT) return null;
  const board = master.board - 1;
  const place = layout.places[board];
  if (place === undefined) return null;
  const mark = boards[board]?.mark;
  const pose: MasterPose = over
    ? 'over'
    : master.phase === MasterPhase.STANDS
      ? mark === 'holding'
        ? 'held'
        : 'stands'
      : 'works';
  const progress = walked(master, playback);
  const from = layout.places[master.from - 1];
  // She goes along the runner; from one runner to another she is not followed.
  const x = from !== undefined && from.runner === place.runner ? from.x + (place.x - from.x) * progress : place.x;
  const y = layout.runners[place.runner]! + layout.runnerHeight - 3;
  return { x, y, height: Math.max(20, layout.runnerHeight - 4), pose, below: place.below, board };
}

/** How much of the way to her board is behind her, 0..1. A walk that costs no virtual time is shown all the same. */
function walked(master: MasterAt, { t, playing, speed, motion }: Playback): number {
  if (master.phase === MasterPhase.WALKS) return master.progress;
  const length = master.until - master.since;
  if (master.phase !== MasterPhase.THINKS || !playing || !motion || speed === null || !(length > 0)) return 1;
  if (speed / length > MOVES_SEEN) return 1;
  const span = Math.min(length * WALK_SHARE, WALK_MOST * speed);
  return ease(Math.min(1, (t - master.since) / span));
}
