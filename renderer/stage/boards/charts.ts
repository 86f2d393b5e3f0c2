import { ExhibitionFold, pairKinds } from '../../../shared/fold/exhibition.ts';
import { foldAt } from '../../stores/folds.ts';
import { en } from '../../words/en.ts';
import type { ChartSettings } from '../kit/kind.ts';

const { progress, throughput, utilisation, ready, waits } = en.charts;

/** Charts of programs at the boards. The loop's lag is the boards' wait, so it has no chart of its own. */
export const charts: ChartSettings = {
  progressKinds: pairKinds,
  progress: progress.boards,
  throughput: throughput.boards,
  utilisation: utilisation.boards,
  ready: ready.boards,
  depth: false,
  lag: false,
  waits: waits.boards,
  waitsAt: (lane, at) => foldAt(lane, 'board-waits', at, () => new ExhibitionFold(lane.info.scenario.model)).waits,
};
