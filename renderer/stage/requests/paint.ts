import { counted } from '../../../shared/counted.ts';
import { fill } from '../../words/fill.ts';
import { requests as words } from '../../words/en/requests.ts';
import { paintMarkCounts } from '../../picture/mark-counts.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import type { RequestsLayout } from './layout.ts';
import { paintHeart } from './paint-heart.ts';
import { paintHolder, paintLag, paintRanking } from './paint-loop.ts';
import { paintPages } from './paint-pages.ts';
import type { RequestsView } from './view.ts';

/** All that a drawing of requests depends on. */
export interface RequestsScene {
  readonly layout: RequestsLayout;
  readonly view: RequestsView;
  readonly workers: number;
  /** The task that is selected. */
  readonly selected: number | null;
}

/** Draws a scene. */
export function paintRequests(pen: Pen, scene: RequestsScene): void {
  const { layout, view, workers } = scene;
  pen.clear();
  paintHeart(pen, layout, view);
  paintLag(pen, layout, view);
  paintHolder(pen, layout, view, workers);
  paintRanking(pen, layout, view);
  paintHead(pen, layout, view);
  paintPages(pen, layout.pages, view.pages);
  paintMarkCounts(
    pen,
    layout.foot,
    view.pages.map(({ mark }) => mark),
  );
  paintSelected(pen, scene);
}

function paintHead(pen: Pen, { head }: RequestsLayout, view: RequestsView): void {
  const { sizes, colours } = pen.inks;
  const count = counted(view.pages.length);
  const y = head.y + sizes.m;
  const width = pen.write(fill(words.pages, { count }), head.x, y, { size: sizes.m, face: 'face', most: head.width });
  const { sent, answered, checked } = view.counts;
  const parts = { count, sent: counted(sent), answered: counted(answered), checked: counted(checked) };
  const texts = words.counts.map((text) => fill(text, parts));
  const colour = colours['ink-soft'];
  pen.writeFirst(texts, head.x + head.width, y, {
    size: sizes.xs,
    align: 'right',
    colour,
    most: head.width - width - 12,
  });
}

function paintSelected(pen: Pen, { layout, view, selected }: RequestsScene): void {
  if (selected === null) return;
  const around = ({ x, y, width, height }: Box | undefined = { x: 0, y: 0, width: -6, height: -6 }) => {
    if (width > 0) pen.frame({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 }, pen.inks.colours.ink, 3, 4);
  };
  if (selected === view.roles.heart) around(layout.strip);
  around(layout.pages.boxes[view.roles.pages.indexOf(selected)]);
  around(layout.ranks[view.ranking.findIndex(({ task }) => task === selected)]);
}
