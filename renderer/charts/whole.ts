/** Figures of whole runs of which not every event is kept: the host has counted all of them. */
import type { WholeRun } from '../../shared/fold/comparison.ts';
import { Samples } from '../../shared/fold/samples.ts';
import { wholeAt } from '../stage/kit/whole.ts';
import { settingsOf, type ChartLane, type ChartView } from './view.ts';

/** Whether the figures of a lane at an instant are those of its whole run, every event counted. */
export function isWhole(lane: ChartLane, at: number): lane is ChartLane & { readonly whole: WholeRun } {
  return wholeAt(lane, at) !== null;
}

// Made of what the host has sent, once.
const made = new WeakMap<WholeRun, { readonly waits: Samples; readonly lags: Samples }>();

function samplesOf(whole: WholeRun): { readonly waits: Samples; readonly lags: Samples } {
  let samples = made.get(whole);
  if (samples === undefined)
    made.set(whole, (samples = { waits: Samples.of(whole.waits), lags: Samples.of(whole.lags) }));
  return samples;
}

/** The waits of a lane that are over at an instant. */
export function waitsOf(lane: ChartLane, at: number, view: Pick<ChartView, 'kind' | 'lanes'>): Samples {
  return isWhole(lane, at) ? samplesOf(lane.whole).waits : settingsOf(view).waitsAt(lane, at).copy();
}

/** The lags of the loop of a lane up to an instant; `read` folds them where every event is kept. */
export function lagsOf(lane: ChartLane, at: number, read: () => Samples): Samples {
  return isWhole(lane, at) ? samplesOf(lane.whole).lags : read();
}
