import { sameWork, WorkFold } from '../../shared/fold/work.ts';
import { foldAt } from './folds.ts';
import type { LaneStore } from './lane.svelte.ts';

/** Whether lanes do the same work, as far as they are over; see `sameWork`. */
export function sameWorkOf(lanes: readonly LaneStore[]): boolean {
  const over = lanes.filter(({ end }) => end !== null);
  return sameWork(
    over.map((lane) => ({
      scenario: lane.info.scenario,
      work: () => foldAt(lane, 'work', lane.end!, () => new WorkFold()).digest,
    })),
  );
}
