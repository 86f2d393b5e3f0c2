import { finishAt, walkBetween, type ConstantExhibition, type Finish } from './exhibition.ts';

/**
 * The orders of serving that have a closed form here. They differ by when the master walks: `round-robin` goes to the next table at
 * once and waits there, `fifo` stays where she is until a reply has come in. Without a walk they are the same.
 */
export type ServingOrder = 'round-robin' | 'fifo';

/**
 * Table to table: N boards, M pairs of moves, j for her move, o for a reply, w for the way to the next table.
 *
 * Number her moves k = 0, 1, ... in the order she makes them; move k is at board k mod N, and walking makes each but the first
 * last j' = j + w. She begins it when she has arrived and the reply to her last move there is in:
 *
 *     s(k) = max(s(k-1) + j', s(k-N) + j + o)            with s(k) = k j' in the first round.
 *
 * If N j' >= j + o the reply is always there first and s(k) = k j': she never waits, and the last reply comes o after her move
 * number M N. If not, each round takes j + o, and the last board lags (N - 1) j' behind the first. Both cases are the greater of
 *
 *     M N j' - w + o        and        M (j + o) + (N - 1) j'
 *
 * since these differ by (M - 1) (N j' - j - o). Without a walk no order of serving is faster: she has M N moves to make before the
 * last reply, and whichever board comes last to its first move still has a whole game ahead.
 *
 * `fifo` with w > 0: she sets out only when the reply is in, s(k) = max(s(k-1), s(k-N) + o) + j', so that the round takes
 * j + o + w where she has to wait.
 */
export function asynchronousFinish(e: ConstantExhibition, order: ServingOrder = 'round-robin'): Finish {
  const walk = walkBetween(e);
  const move = e.master + walk;
  const round = roundWhenWaiting(e, order);
  const herOwnWork = e.boards * e.pairMoves * move - walk + e.opponent;
  const oneGameAndTheLag = (e.pairMoves - 1) * round + e.master + e.opponent + (e.boards - 1) * move;
  return finishAt(Math.max(herOwnWork, oneGameAndTheLag), e);
}

/** How long replies wait for the master, in seconds, from the moment they are in until she begins her move. */
export interface ReplyWait {
  readonly mean: number;
  readonly max: number;
}

/**
 * The waits of the boards, the first moves included (board b waits (b - 1) j' for hers, since the games begin at 0). In every
 * later round each reply waits N j' - (j + o), or not at all - in `fifo` order the way w - if that is negative.
 */
export function asynchronousWait(e: ConstantExhibition, order: ServingOrder = 'round-robin'): ReplyWait {
  const move = e.master + walkBetween(e);
  const later = Math.max(e.boards * move, roundWhenWaiting(e, order)) - (e.master + e.opponent);
  const first = (e.boards - 1) * move;
  return {
    mean: (first / 2 + (e.pairMoves - 1) * later) / e.pairMoves,
    max: e.pairMoves > 1 ? Math.max(first, later) : first,
  };
}

/** The length of a round of the tables in which she has to wait for replies. */
function roundWhenWaiting(e: ConstantExhibition, order: ServingOrder): number {
  return e.master + e.opponent + (order === 'fifo' ? walkBetween(e) : 0);
}
