/** What the header of a lane counts at the boards. */
import { processorsOf } from '../../../shared/fold/processors.ts';
import { utilisation } from '../../../shared/theory/utilisation.ts';
import type { LaneFigures, StageLane } from '../kit/kind.ts';
import { wholeAt } from '../kit/whole.ts';
import { boardsAt, boardsOf } from './fold.ts';

/** The figures of a lane at virtual instant `at`, which is not after its end. */
export function boardsFigures(lane: StageLane, at: number): LaneFigures {
  const { pairs, occupancy, boards } = boardsAt(lane, at);
  const whole = wholeAt(lane, at);
  const use =
    whole?.figures.processorUse ?? utilisation(occupancy.busyUntil(at), processorsOf(lane.info.scenario) * at);
  const total = lane.end === null ? lane.theory.total : (lane.whole?.units ?? boardsOf(lane).pairs);
  const done = whole?.units ?? pairs;
  return { progress: { done, total }, use: boards.everywhere ? null : use, idle: idleOf(lane) };
}

/** Virtual seconds in which the masters of a whole run had nothing to do; null where her thinking is awaited. */
function idleOf(lane: StageLane): number | null {
  const { end, makespan } = lane;
  if (end === null || makespan === null) return null;
  const { boards, occupancy } = boardsOf(lane);
  if (boards.everywhere) return null;
  const busy = wholeAt(lane, end)?.laws.work.busy ?? occupancy.busyUntil(end);
  return Math.max(0, makespan * processorsOf(lane.info.scenario) - busy);
}
