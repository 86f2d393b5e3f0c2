import { BoardPhase, type BoardsFold } from '../../shared/fold/board.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';

/** What is seen of a table from afar: the four marks, and that a game is over. */
export type TableMark = 'running' | 'ready' | 'waiting' | 'holding' | 'over';

/** A table at one instant. */
export interface TableView {
  readonly mark: TableMark;
  readonly plies: number;
  /** Virtual seconds since it is so. */
  readonly elapsed: number;
  /** Share of the thinking time that has passed, 0..1; 1 where that has no sense. */
  readonly share: number;
}

/** Whether an opponent's reply keeps her at the table. */
export function holdsWhileWaiting(model: ModelId): boolean {
  return model !== 'asynchronous';
}

/** Table number `board` (from 1) at instant `t`. */
export function viewTable(fold: BoardsFold, board: number, t: number, model: ModelId): TableView {
  const { phase, plies, since, until } = fold.board(board);
  const elapsed = Math.max(0, t - (Number.isNaN(since) ? 0 : since));
  const whole = until - since;
  const share = whole > 0 ? Math.min(1, elapsed / whole) : 1;
  switch (phase) {
    case BoardPhase.MASTER:
      return { mark: 'running', plies, elapsed, share };
    case BoardPhase.OPPONENT:
      return { mark: holdsWhileWaiting(model) ? 'holding' : 'waiting', plies, elapsed, share };
    case BoardPhase.OVER:
      return { mark: 'over', plies, elapsed, share: 1 };
    default:
      return { mark: 'ready', plies, elapsed, share: 1 };
  }
}
