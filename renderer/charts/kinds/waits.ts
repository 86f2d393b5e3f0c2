import { ExhibitionFold } from '../../../shared/fold/exhibition.ts';
import { QueueWaitsFold } from '../../../shared/fold/queue-waits.ts';
import type { Samples } from '../../../shared/fold/samples.ts';
import { WaitsFold } from '../../../shared/fold/waits.ts';
import { en } from '../../words/en.ts';
import { foldAt } from '../../stores/folds.ts';
import { spreadChart } from '../histogram.ts';
import type { LineChart } from '../spec.ts';
import { settingOf, wordsIn, type ChartLane, type ChartView, type Setting } from '../view.ts';

/** How long was waited: by boards for her, by items in the queue, elsewhere by whoever could go on. */
export function waitsChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const setting = settingOf(view);
  const words = { ...wordsIn(en.charts.waits, setting), none: en.charts.waits.none };
  const waits = lanes.map((lane) => ({ lane, over: waitsOf(lane, at, setting).copy() }));
  return spreadChart('waits', words, view, waits);
}

/** The waits that are over; at the boards and elsewhere they are those of the run's summary. */
function waitsOf(lane: ChartLane, at: number, setting: Setting): Samples {
  const { model } = lane.info.scenario;
  switch (setting) {
    case 'boards':
      return foldAt(lane, 'board-waits', at, () => new ExhibitionFold(model)).waits;
    case 'queue':
      return foldAt(lane, 'queue-waits', at, () => new QueueWaitsFold()).over;
    case 'elsewhere':
      return foldAt(lane, 'waits', at, () => new WaitsFold()).over;
  }
}
