/** What charts count and are called where a kind has no settings of its own: by whether items go through a queue. */
import { QueuesFold } from '../../../shared/fold/queues.ts';
import { QueueWaitsFold } from '../../../shared/fold/queue-waits.ts';
import { WaitsFold } from '../../../shared/fold/waits.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import { foldAt, foldOf } from '../../stores/folds.ts';
import { en } from '../../words/en.ts';
import type { AnyKind, ChartSettings, StageLane } from './kind.ts';

const { progress, throughput, utilisation, ready, waits } = en.charts;

/** Charts of programs whose tasks hand items to each other. */
export const queueCharts: ChartSettings = {
  progressKinds: [Kind.TAKE],
  progress: progress.queue,
  throughput: throughput.queue,
  utilisation: utilisation.elsewhere,
  ready: null,
  depth: true,
  lag: true,
  waits: waits.queue,
  waitsAt: (lane, at) => foldAt(lane, 'queue-waits', at, () => new QueueWaitsFold()).over,
};

/** Charts of programs of which nothing is known but their tasks. */
export const taskCharts: ChartSettings = {
  progressKinds: [Kind.DONE],
  progress: progress.elsewhere,
  throughput: throughput.elsewhere,
  utilisation: utilisation.elsewhere,
  ready: ready.elsewhere,
  depth: false,
  lag: true,
  waits: waits.elsewhere,
  waitsAt: (lane, at) => foldAt(lane, 'waits', at, () => new WaitsFold()).over,
};

/** The settings for lanes of a kind: its own, else by whether items have gone through a queue. */
export function chartSettings(kind: Pick<AnyKind, 'charts'>, lanes: readonly StageLane[]): ChartSettings {
  if (kind.charts !== undefined) return kind.charts;
  return lanes.some((lane) => queuesOf(lane).queues.length > 0) ? queueCharts : taskCharts;
}

/** The queues of a lane, over the whole of what is known of it. */
export function queuesOf(lane: StageLane): QueuesFold {
  return foldOf(lane, 'queues', () => new QueuesFold());
}
