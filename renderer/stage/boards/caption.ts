/** What goes on at the boards of a lane, in one sentence. */
import { BoardPhase, type BoardsFold } from '../../../shared/fold/board.ts';
import { MasterPhase } from '../../../shared/fold/masters.ts';
import type { ModelId } from '../../../shared/scenario/scenario.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';

const { captions } = en.events;

/** What the masters and the opponents do at virtual instant `at`, up to which the boards have been folded. */
export function boardsCaption(boards: BoardsFold, at: number, model: ModelId): string {
  if (boards.size === 0) return captions.notBegun;
  let [over, moving, thinking] = [0, 0, 0];
  for (let board = 1; board <= boards.size; board++) {
    const phase = boards.phaseOf(board);
    if (phase === BoardPhase.OVER) over++;
    else if (phase === BoardPhase.MASTER || phase === BoardPhase.AWAITED) moving++;
    else if (phase === BoardPhase.OPPONENT) thinking++;
  }
  if (over === boards.size) return over === 1 ? captions.oneOver : fill(captions.allOver, { boards: over });
  if (boards.everywhere) return moving > 0 ? fill(captions.everywhere, { moving }) : repliesCaption(boards, thinking);
  const { masters } = boards;
  if (masters > 1) return fill(captions.many, { masters, moving, waiting: Math.max(0, masters - moving) });
  return masterCaption(boards, at, model, thinking);
}

function masterCaption(boards: BoardsFold, at: number, model: ModelId, thinking: number): string {
  const master = boards.masterAt(0, at);
  if (master.phase === MasterPhase.THINKS) return fill(captions.moves, { board: master.board });
  if (master.phase === MasterPhase.WALKS) return fill(captions.walks, { board: master.board });
  const board = boards.board(master.board);
  // Under threads other games may go on while she stands here; only alone does she wait for this very reply.
  if (model !== 'asynchronous' && thinking === 1 && board.phase === BoardPhase.OPPONENT) {
    return fill(captions.waits, { board: master.board, seconds: Math.floor(at - board.since) });
  }
  return repliesCaption(boards, thinking);
}

function repliesCaption({ size }: BoardsFold, thinking: number): string {
  const { allThinking, oneThinking, notBegun } = captions;
  return thinking === 0 ? notBegun : size === 1 ? oneThinking : allThinking;
}
