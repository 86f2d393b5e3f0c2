import type { HitArea } from '../../picture/areas.ts';
import type { RequestsLayout } from './layout.ts';
import { blameText, heartText, holderText, pageText } from './text.ts';
import type { Cast, RequestsView } from './view.ts';

/** A part of the picture with what is to be said of it. */
export interface ReadSpot {
  readonly spot: HitArea;
  readonly says: (view: RequestsView) => string;
}

/** The parts that can be pointed at: the heart, the pages, who keeps the loop (-1: nobody), and the ranking. */
export function spotsOf(layout: RequestsLayout, cast: Cast, [holder = -1, ...ranking]: readonly number[]): ReadSpot[] {
  const { strip, pages, ranks } = layout;
  const spots: ReadSpot[] = [{ spot: { ...strip, task: cast.heart }, says: heartText }];
  if (holder >= 0) spots.push({ spot: { ...layout.holder, task: holder }, says: (view) => holderText(view, cast) });
  pages.boxes.forEach((box, index) => {
    const task = cast.pages[index];
    if (task === undefined) return;
    spots.push({ spot: { ...box, task }, says: (view) => (view.pages[index] ? pageText(view.pages[index]) : '') });
  });
  ranking.forEach((task, place) => {
    const box = ranks[place];
    if (box === undefined) return;
    const says = (view: RequestsView) => {
      const blame = view.ranking[place];
      return blame === undefined ? '' : blameText(blame.task, blame.seconds, cast);
    };
    spots.push({ spot: { ...box, task }, says });
  });
  return spots;
}
