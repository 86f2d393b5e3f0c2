import { isConstant, mean, type Distribution } from './distribution.ts';

/** An exhibition in which nothing is random: what the closed forms are about. Spans are seconds. */
export interface ConstantExhibition {
  /** Boards, N; at least 1. */
  readonly boards: number;
  /** Pairs of moves in each game, M; at least 1. */
  readonly pairMoves: number;
  /** The master's time for a move, j. */
  readonly master: number;
  /** An opponent's time for a reply, o. */
  readonly opponent: number;
  /** The master's way from one table to the next, w; 0 if left out. */
  readonly walk?: number;
}

/** When an exhibition is over, in seconds since it began. */
export interface Finish {
  /** When the master's last move ends. */
  readonly masterFinished: number;
  /** When the last reply has been given. */
  readonly makespan: number;
}

/** A number, or how it is drawn. */
export type Amount = number | Distribution;

/** The parameters of an exhibition as a scenario has them. */
export interface ExhibitionAmounts {
  readonly boards: number;
  readonly pairMoves: Amount;
  readonly master: Amount;
  readonly opponent: Amount;
  readonly walk?: Amount;
}

/**
 * The exhibition in which every amount takes its mean. Where all of them are constant (`exact`) the closed forms give what a
 * run gives; otherwise they are an estimate, and usually too short: randomness costs time wherever one waits for another.
 */
export function atTheMeans(amounts: ExhibitionAmounts): { exhibition: ConstantExhibition; exact: boolean } {
  const { boards, pairMoves, master, opponent, walk = 0 } = amounts;
  const fixed = [pairMoves, master, opponent, walk].every((a) => typeof a === 'number' || isConstant(a));
  const length = meanOf(pairMoves);
  return {
    exhibition: {
      boards,
      pairMoves: Math.max(1, fixed ? Math.trunc(length) : length),
      master: meanOf(master),
      opponent: meanOf(opponent),
      walk: meanOf(walk),
    },
    exact: fixed,
  };
}

/** The way the master really walks between two moves: none if there is only one table. */
export function walkBetween(e: ConstantExhibition): number {
  return e.boards > 1 ? (e.walk ?? 0) : 0;
}

/** A finish from its makespan: with constant replies the master is done one reply earlier, whatever the model. */
export function finishAt(makespan: number, e: ConstantExhibition): Finish {
  return { masterFinished: makespan - e.opponent, makespan };
}

function meanOf(amount: Amount): number {
  return typeof amount === 'number' ? amount : mean(amount);
}
