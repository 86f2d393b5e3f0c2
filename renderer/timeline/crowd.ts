/** How many tasks do what over time, as areas one on the other: what is running below, what waits on top. */
import type { Curve } from '../../shared/fold/curve.ts';
import type { MarkId } from '../../shared/fold/marks.ts';
import type { Box } from '../picture/areas.ts';
import type { Pen } from '../picture/pen.ts';
import type { Stretch } from './window.ts';

/** From the bottom to the top. */
export const CROWD_ORDER: readonly MarkId[] = ['running', 'holding', 'ready', 'waiting'];
/** Width of a column in CSS pixels; within one it is the mean that is drawn. */
const COLUMN = 2;

/** An area: for each column its left edge, its upper and its lower edge. */
export interface CrowdArea {
  readonly mark: MarkId;
  readonly columns: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
}

/** The areas of `shown`, a part of a stretch that fills a box. The box is as high as `count` tasks. */
export function crowdAreas(
  curves: Readonly<Record<MarkId, Curve>>,
  count: number,
  { x, y, width, height }: Box,
  stretch: Stretch,
  shown: Stretch,
): CrowdArea[] {
  const second = width / (stretch.to - stretch.from);
  const first = Math.floor(((shown.from - stretch.from) * second) / COLUMN);
  const end = Math.min(Math.ceil(width / COLUMN), Math.ceil(((shown.to - stretch.from) * second) / COLUMN));
  const columns = Array.from({ length: Math.max(0, end - first) }, (_, place) => {
    const from = stretch.from + ((first + place) * COLUMN) / second;
    return { x: x + (first + place) * COLUMN, from: Math.max(0, from), to: Math.min(shown.to, from + COLUMN / second) };
  });
  const levels = columns.map(() => y + height);
  return CROWD_ORDER.map((mark) => ({
    mark,
    columns: columns.map(({ x, from, to }, place) => {
      const bottom = levels[place]!;
      const top = bottom - (height * curves[mark].mean(from, Math.max(from, to))) / Math.max(1, count);
      levels[place] = top;
      return { x, top, bottom };
    }),
  }));
}

export function paintCrowd(pen: Pen, areas: readonly CrowdArea[]): void {
  const { colours, patterns } = pen.inks;
  const styles = { running: colours.run, holding: patterns.bars, ready: colours.sheet, waiting: patterns.hatch };
  const { context } = pen;
  for (const { mark, columns } of areas) {
    context.fillStyle = styles[mark];
    context.beginPath();
    for (const { x, top, bottom } of columns) context.rect(x, top, COLUMN, bottom - top);
    context.fill();
    if (mark !== 'ready') continue;
    // What is only outlined would look like nobody.
    context.globalAlpha = 0.22;
    context.fillStyle = colours.ready;
    context.fill();
    context.globalAlpha = 1;
    for (const { x, top, bottom } of columns) {
      if (bottom - top < 0.5) continue;
      pen.fill({ x, y: top, width: COLUMN, height: Math.min(1.5, bottom - top) }, colours.ready);
      pen.fill({ x, y: bottom - Math.min(1.5, bottom - top), width: COLUMN, height: 1 }, colours.ready);
    }
  }
}
