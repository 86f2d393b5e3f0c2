import { BoardPhase, type BoardsFold } from '../../../shared/fold/board.ts';
import type { ModelId } from '../../../shared/scenario/scenario.ts';
import type { Playback } from '../kit/playback.ts';

/** What is seen of a board from afar: the four marks, and that a game is over. */
export type BoardMark = 'running' | 'ready' | 'waiting' | 'holding' | 'over';

/** A board at one instant. */
export interface BoardView {
  readonly mark: BoardMark;
  readonly plies: number;
  /** Virtual seconds since it is so. */
  readonly elapsed: number;
  /** Share of the thinking time that has passed, 0..1; 1 where that has no sense. */
  readonly share: number;
  /** How far the piece that moved last has come, 0..1; 1 when it stands. */
  readonly slide: number;
}

/** The mark of a board in a phase. */
export function markIn(phase: BoardPhase, model: ModelId): BoardMark {
  switch (phase) {
    case BoardPhase.MASTER:
      return 'running';
    case BoardPhase.OPPONENT:
      // Elsewhere a wait keeps its worker, and so the master at the board.
      return model === 'asynchronous' ? 'waiting' : 'holding';
    case BoardPhase.OVER:
      return 'over';
    default:
      return 'ready';
  }
}

/** Wall seconds in which a piece slides, and how long a move has to take for it to be worth it. */
const SLIDE = 0.12;
const SLIDE_FROM = 0.4;
/** The speed up to which pieces slide where it is not known how long the board stays as it is. */
const SLIDE_SPEED = 120;

/** Board number `board` (from 1) at the playback's instant. */
export function viewBoard(fold: BoardsFold, board: number, playback: Playback, model: ModelId): BoardView {
  const { t } = playback;
  const { phase, plies, since, until } = fold.board(board);
  const elapsed = Math.max(0, t - (Number.isNaN(since) ? 0 : since));
  const whole = until - since;
  const mark = markIn(phase, model);
  const share = mark === 'over' || mark === 'ready' ? 1 : whole > 0 ? Math.min(1, elapsed / whole) : 1;
  const stands = mark === 'running' || mark === 'over' || (mark === 'ready' && plies === 0);
  return { mark, plies, elapsed, share, slide: stands ? 1 : slideAt(playback, elapsed, whole) };
}

function slideAt({ playing, speed, motion }: Playback, elapsed: number, whole: number): number {
  if (!playing || !motion || speed === null) return 1;
  const seen = whole > 0 ? SLIDE_FROM * speed <= whole : speed <= SLIDE_SPEED;
  return seen ? Math.min(1, elapsed / speed / SLIDE) : 1;
}
