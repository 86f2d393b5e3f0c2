/** What the header of a lane counts at the boards. */
import { processorsOf } from '../../../shared/fold/processors.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { isConstant } from '../../../shared/theory/distribution.ts';
import type { ExhibitionAmounts } from '../../../shared/theory/exhibition.ts';
import { utilisation } from '../../../shared/theory/utilisation.ts';
import type { LaneFigures, StageLane } from '../kit/kind.ts';
import { boardsAt, boardsOf } from './fold.ts';

/** The figures of a lane at virtual instant `at`; from its end on they are those of its end. */
export function boardsFigures(lane: StageLane, at: number): LaneFigures {
  const { scenario } = lane.info;
  const { pairs, occupancy, boards } = boardsAt(lane, at);
  const own = Math.min(at, lane.end ?? Infinity);
  const use = utilisation(occupancy.busyUntil(own), processorsOf(scenario) * own);
  const total = lane.end === null ? expectedPairs(scenario) : boardsOf(lane).pairs;
  return { progress: { done: pairs, total }, use: boards.everywhere ? null : use, idle: idleOf(lane) };
}

/** Virtual seconds in which the masters of a whole run had nothing to do; null where her thinking is awaited. */
function idleOf(lane: StageLane): number | null {
  const { end, makespan } = lane;
  if (end === null || makespan === null) return null;
  const { boards, occupancy } = boardsOf(lane);
  if (boards.everywhere) return null;
  return Math.max(0, makespan * processorsOf(lane.info.scenario) - occupancy.busyUntil(end));
}

/** How many moves of hers the games of a scenario have in all; null where that is left to chance. */
export function expectedPairs({ params }: Pick<Scenario, 'params'>): number | null {
  const { boards, pairMoves } = params as Partial<ExhibitionAmounts>;
  if (boards === undefined || pairMoves === undefined) return null;
  if (typeof pairMoves === 'number') return boards * Math.max(1, Math.trunc(pairMoves));
  if (!isConstant(pairMoves) || pairMoves.kind !== 'constant') return null;
  return boards * Math.max(1, Math.trunc(pairMoves.value));
}
