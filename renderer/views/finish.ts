import { isConstant } from '../../shared/theory/distribution.ts';
import { atTheMeans, type ExhibitionAmounts } from '../../shared/theory/exhibition.ts';
import { exhibitionFinish } from '../../shared/theory/finish.ts';
import { speedUp } from '../../shared/theory/speedup.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';

/** What a lane's end means, once it is there. */
export type Meaning =
  | { readonly kind: 'speed-up'; readonly factor: number }
  /** Seconds in which she had nothing to do. */
  | { readonly kind: 'waited'; readonly seconds: number }
  | { readonly kind: 'ended' };

/** What is known of a lane's end. */
export interface LaneEnd {
  readonly synchronous: boolean;
  readonly makespan: number | null;
  /** Seconds in which she worked; null where nobody counts them. */
  readonly busy: number | null;
  /** How many of her there are. */
  readonly masters: number;
}

/**
 * Beside one that plays one game after the other, a faster lane shows how much faster it was; else what she had to
 * wait, and without a master nothing.
 */
export function meaningOf(lane: LaneEnd, others: readonly LaneEnd[]): Meaning {
  const slow = others.find(({ synchronous, makespan }) => synchronous && makespan !== null);
  if (!lane.synchronous && lane.makespan !== null && slow !== undefined && slow.makespan! > lane.makespan) {
    return { kind: 'speed-up', factor: speedUp(slow.makespan!, lane.makespan) };
  }
  if (lane.busy === null || lane.makespan === null) return { kind: 'ended' };
  return { kind: 'waited', seconds: Math.max(0, lane.makespan * lane.masters - lane.busy) };
}

/**
 * When theory says that a lane of boards ends; null where it does not, as for a mistake. Good until the run itself is
 * known.
 */
export function expectedEnd({ scenario }: LaneInfo): number | null {
  const params = scenario.params as Partial<ExhibitionAmounts> & { readonly policy?: string };
  const { boards, pairMoves, master, opponent } = params;
  if (boards === undefined || pairMoves === undefined || master === undefined || opponent === undefined) return null;
  if (scenario.edits.length > 0 || scenario.variant !== null) return null;
  const { exhibition, exact } = atTheMeans({ ...params, boards, pairMoves, master, opponent });
  if (!exact) return null;
  const { model, workers } = scenario;
  const policy = params.policy;
  const finish = exhibitionFinish(exhibition, { model, workers, ...(policy === undefined ? {} : { policy }) });
  return finish?.makespan ?? null;
}

/** How many moves of hers the games of a lane have in all; null where that is left to chance. */
export function expectedPairs({ scenario }: LaneInfo): number | null {
  const { boards, pairMoves } = scenario.params as Partial<ExhibitionAmounts>;
  if (boards === undefined || pairMoves === undefined) return null;
  if (typeof pairMoves === 'number') return boards * Math.max(1, Math.trunc(pairMoves));
  if (!isConstant(pairMoves) || pairMoves.kind !== 'constant') return null;
  return boards * Math.max(1, Math.trunc(pairMoves.value));
}
