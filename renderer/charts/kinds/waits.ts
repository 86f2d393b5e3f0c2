import { en } from '../../words/en.ts';
import { spreadChart } from '../histogram.ts';
import { waitLines, waitTold } from '../wait-theory.ts';
import type { LineChart } from '../spec.ts';
import { settingsOf, shownAt, type ChartView } from '../view.ts';
import { waitsOf } from '../whole.ts';

/** How long was waited, as the kind of stage defines it: the waits that are over. */
export function waitsChart(view: ChartView): LineChart {
  const { lanes, at } = view;
  const { waits } = settingsOf(view);
  const words = { ...waits, none: en.charts.waits.none };
  const chart = spreadChart(
    'waits',
    words,
    view,
    lanes.map((lane) => ({ lane, over: waitsOf(lane, shownAt(lane, at), view) })),
  );
  return { ...chart, verticals: [...chart.verticals, ...waitLines(view)], says: waitTold(view) };
}
