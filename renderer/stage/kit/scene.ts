import type { Copyable } from '../../../shared/fold/snapshots.ts';
import { foldAt, foldOf } from '../../stores/folds.ts';
import type { LaneStore } from '../../stores/lane.svelte.ts';
import { StageFold } from './stage-fold.ts';
import type { Card, Moment, StageKind } from './stage-kind.ts';
import { statusTexts, viewTask } from './task-view.ts';

/** A card that does not move. */
type Still<P> = Omit<Card<P>, 'motion'>;

/** How many tasks a lane shows: all but the main one, as far as is known. */
export function countOf(lane: LaneStore): number {
  void lane.version;
  return Math.max(0, lane.trace.names.tasks.length - 1);
}

/** The instant that a lane shows when the clock stands at `at`, and how long the longest of all lanes takes. */
export function momentOf(lane: LaneStore, lanes: readonly LaneStore[], at: number): Moment {
  void lane.version;
  const own = lengthOf(lane);
  const longest = Math.max(own, ...lanes.map(lengthOf));
  return { at: lane.end === null ? at : Math.min(at, lane.end), own, longest };
}

function lengthOf(lane: LaneStore): number {
  return lane.end ?? lane.trace.endsAt;
}

/** What a stage shows of a lane at a moment. */
export function cardsOf<F extends Copyable<F>, P>(
  kind: StageKind<F, P>,
  lane: LaneStore,
  count: number,
  moment: Moment,
): Still<P>[] {
  void lane.version;
  const { states, own } = foldAt(lane, kind.id, moment.at, () => new StageFold(kind.make()));
  const all = foldOf(lane, kind.id + '-all', () => kind.make());
  return Array.from({ length: count }, (_, index) => {
    const task = index + 1;
    const view = viewTask(states, task, moment.at);
    return { name: lane.trace.taskName(task), view, picture: kind.picture(own, all, task, view, moment) };
  });
}

/** All that is seen of a task, in a line: for its tip and for those who do not see it. */
export function cardText<P>(kind: Pick<StageKind<never, P>, 'tell'>, { name, view, picture }: Still<P>): string {
  return [name, kind.tell(picture, view), statusTexts(view)[0]!].filter((part) => part !== '').join(', ');
}
