import { MasterPhase, type MasterAt } from '../../../shared/fold/masters.ts';
import { ease, type Playback } from '../kit/playback.ts';
import type { BoardView } from './board-view.ts';
import type { BoardsLayout } from './layout.ts';
import { FIGURE_HEIGHT, FIGURE_WIDTH, type Figure, type MasterPose } from './master-painter.ts';

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

/** What a picture of several masters depends on beside where they are. */
export interface Surroundings {
  /** Whether the lane has ended. */
  readonly over: boolean;
  readonly playback: Playback;
  /** How many boards there are before the first that is shown. */
  readonly first: number;
  /** Whether there are others, who must not be hidden behind her. */
  readonly company: boolean;
}

/** A master at the playback's instant; null where she is at no board that is shown. */
export function viewMaster(
  layout: BoardsLayout,
  master: MasterAt,
  boardAt: (index: number) => Pick<BoardView, 'mark'> | undefined,
  { over, playback, first, company }: Surroundings,
): MasterView | null {
  if (master.phase === MasterPhase.ABSENT) return null;
  const board = master.board - 1 - first;
  const place = layout.places[board];
  if (place === undefined) return null;
  const mark = boardAt(board)?.mark;
  const pose: MasterPose = over
    ? 'over'
    : master.phase === MasterPhase.STANDS
      ? mark === 'holding'
        ? 'held'
        : 'stands'
      : 'works';
  const progress = walked(master, playback);
  const from = layout.places[master.from - 1 - first];
  // She goes along the runner; from one runner to another she is not followed.
  const along = from !== undefined && from.runner === place.runner ? from.x + (place.x - from.x) * progress : place.x;
  const y = layout.runners[place.runner]! + layout.runnerHeight - 3;
  const height = Math.max(20, layout.runnerHeight - 4);
  if (!company) return { x: along, y, height, pose, below: place.below, board };
  // Two boards face each other across a runner: whoever is at the upper one stands left, at the lower one right.
  const fitting = Math.min(height, (layout.pitch / 2 / FIGURE_WIDTH) * FIGURE_HEIGHT);
  const aside = (fitting / FIGURE_HEIGHT) * (FIGURE_WIDTH / 2) * (place.below ? 1 : -1);
  return { x: along + aside, y, height: fitting, pose, below: place.below, board };
}

/** How much of the way to her board is behind her, 0..1. A walk that costs no virtual time is shown all the same. */
export function walked(master: MasterAt, { t, playing, speed, motion }: Playback): number {
  if (master.phase === MasterPhase.WALKS) return master.progress;
  const length = master.until - master.since;
  if (master.phase !== MasterPhase.THINKS || !playing || !motion || speed === null || !(length > 0)) return 1;
  if (speed / length > MOVES_SEEN) return 1;
  const span = Math.min(length * WALK_SHARE, WALK_MOST * speed);
  return ease(Math.min(1, (t - master.since) / span));
}
