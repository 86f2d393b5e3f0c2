/** What a kind of stage says where it has nothing of its own to say. */
import { UtilisationFold } from '../../../shared/fold/utilisation.ts';
import type { CatalogueEntry } from '../../../shared/protocol/pushes.ts';
import { foldOf } from '../../stores/folds.ts';
import { en } from '../../words/en.ts';
import { window as words } from '../../words/en/window.ts';
import { tasksCaption } from './caption.ts';
import { tasksMoments } from './moments.ts';
import type { AnyKind, LaneFigures, StageLane } from './kind.ts';
import { wholeAt } from './whole.ts';

/** All of a kind but its name, its sign and its picture. */
export const plain: Omit<AnyKind, 'id' | 'icon' | 'picture'> = {
  titles: en.lanes.elsewhere,
  marks: en.timeline.statesElsewhere,
  firstTask: 0,
  manner: {},
  caption: tasksCaptionOf,
  moments: (lane) => tasksMoments(lane),
  header: { use: words.useElsewhere, idle: words.waited, progress: words.of, progressOpen: words.moves },
  figures,
};

function tasksCaptionOf(lane: StageLane, at: number, entry: CatalogueEntry | null): string {
  return tasksCaption(lane, at, {}, entry?.ownWorkers);
}

function figures(lane: StageLane, at: number): LaneFigures {
  const { scenario } = lane.info;
  const whole = wholeAt(lane, at);
  const use = whole?.figures.processorUse ?? foldOf(lane, 'use', () => new UtilisationFold(scenario)).useAt(at);
  return { progress: null, use, idle: null };
}
