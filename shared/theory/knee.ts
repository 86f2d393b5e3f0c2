import type { ConstantExhibition } from './exhibition.ts';

/** Rounding in the quotient must not cost a board. */
const ROUNDING = 1e-9;

/**
 * The number of boards, not rounded, at which the master has just enough to do in a round-robin exhibition: N* = (j + o) / (j + w).
 * With fewer she waits for replies and more boards cost next to nothing; with more, replies wait for her and every board costs
 * M (j + w). `Infinity` if her moves take no time.
 */
export function knee(e: Pick<ConstantExhibition, 'master' | 'opponent' | 'walk'>): number {
  const round = e.master + e.opponent;
  const move = e.master + (e.walk ?? 0);
  return round === 0 ? 1 : round / move;
}

/** The fewest boards that keep the master busy without a pause; at least 1. */
export function kneeBoards(e: Pick<ConstantExhibition, 'master' | 'opponent' | 'walk'>): number {
  return Math.max(1, Math.ceil(knee(e) * (1 - ROUNDING)));
}
