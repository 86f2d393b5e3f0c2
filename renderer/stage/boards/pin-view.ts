import { BoardPhase, type BoardsFold } from '../../../shared/fold/board.ts';
import { MasterPhase, type MasterAt } from '../../../shared/fold/masters.ts';
import type { Playback } from '../kit/playback.ts';
import type { BoardsLayout } from './layout.ts';
import type { MasterPose } from './master-painter.ts';
import { walked } from './master-view.ts';

/** A master on a field of tiles; (x, y) is where she is, in CSS pixels. */
export interface Pin {
  readonly x: number;
  readonly y: number;
  /** The board she is at, from 0. */
  readonly board: number;
  readonly pose: MasterPose;
}

/** A master at the playback's instant; null where she has not come to a board yet. */
export function viewPin(
  { places, side }: BoardsLayout,
  master: MasterAt,
  boards: BoardsFold,
  over: boolean,
  playback: Playback,
): Pin | null {
  const place = places[master.board - 1];
  if (master.phase === MasterPhase.ABSENT || place === undefined) return null;
  const from = places[master.from - 1];
  const progress = from?.runner === place.runner ? walked(master, playback) : 1;
  const x = from === undefined ? place.x : from.x + (place.x - from.x) * progress;
  const held = master.phase === MasterPhase.STANDS && boards.phaseOf(master.board) === BoardPhase.OPPONENT;
  const pose = over ? 'over' : master.phase !== MasterPhase.STANDS ? 'works' : held && boards.keeps ? 'held' : 'stands';
  return { x, y: place.y + side / 2, board: master.board - 1, pose };
}
