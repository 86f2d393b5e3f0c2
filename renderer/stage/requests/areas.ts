import type { HitArea } from '../../picture/areas.ts';
import type { RequestsLayout } from './layout.ts';
import { blameText, heartText, holderText, pageText } from './text.ts';
import type { RequestsView } from './view.ts';

/** A part of the picture with what is to be said of it. */
export interface NamedArea {
  readonly area: HitArea;
  readonly text: string;
}

/** The parts that can be pointed at: the heart, the task that keeps the loop if there is one, the pages, the ranking. */
export function areasOf(layout: RequestsLayout, view: RequestsView): NamedArea[] {
  const { roles, holder, pages, ranking } = view;
  const areas: NamedArea[] = [{ area: { ...layout.strip, task: roles.heart }, text: heartText(view) }];
  if (holder !== null) areas.push({ area: { ...layout.holder, task: holder.task }, text: holderText(view) });
  layout.pages.boxes.forEach((box, index) => {
    const page = pages[index];
    if (page !== undefined) areas.push({ area: { ...box, task: page.task }, text: pageText(page) });
  });
  ranking.forEach(({ task, seconds }, place) => {
    const box = layout.ranks[place];
    if (box !== undefined) areas.push({ area: { ...box, task }, text: blameText(task, seconds, roles) });
  });
  return areas;
}
