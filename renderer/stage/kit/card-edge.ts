/** The edge of a card, which is what the edge of a table is to a board: it fills clockwise and says what a task does. */
import type { Paint } from '../boards/table-painter.ts';
import type { Look } from './look.ts';
import type { Box } from '../../picture/areas.ts';
import type { TaskView } from './task-view.ts';

/** Who runs and who is held are seen from the back row: their edge is that much wider. */
const WIDER = 2;

/** How wide the edge of a card is. */
export function edgeOf({ width, height }: Box): number {
  return Math.max(4, Math.min(9, Math.round(1.5 + Math.min(width, height) * 0.036)));
}

/** A box without its outermost `by` pixels. */
export function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

/** The wood of a card's edge and the paper in it, which comes with the task. */
export function paintCard(paint: Paint, { palette }: Look, box: Box, edge: number, begun: boolean): void {
  const fill = (style: string, { x, y, width, height }: Box, radius: number) => {
    paint.fillStyle = style;
    paint.beginPath();
    paint.roundRect(x, y, width, height, radius);
    paint.fill();
  };
  fill(palette['table-edge'], inset(box, -1), 4);
  fill(palette.table, box, 3);
  paint.fillStyle = begun ? palette.sheet : palette.floor;
  const { x, y, width, height } = inset(box, edge);
  paint.fillRect(x, y, width, height);
}

/** What a task does, in the edge of its card. */
export function paintMark(paint: Paint, { palette, patterns }: Look, box: Box, edge: number, view: TaskView): void {
  const wide = edge + (edge < 5 ? 1 : WIDER);
  switch (view.mark) {
    case 'running':
      return fillFrame(paint, box, wide, 1, palette.run);
    case 'holding':
      fillFrame(paint, box, wide, 1, palette.sheet);
      fillFrame(paint, box, wide, Math.max(0.02, view.share), patterns.bars);
      paint.strokeStyle = palette.hold;
      return strokeFrame(paint, box, wide, wide < 5 ? 1 : 2);
    case 'waiting':
      return fillFrame(paint, box, edge, Math.max(0.015, view.share), patterns.hatch);
    case 'ready': {
      fillFrame(paint, box, edge, 1, palette.sheet);
      paint.strokeStyle = palette.ready;
      return strokeFrame(paint, box, edge, edge < 6 ? 1 : 2);
    }
  }
}

/** Draws the outer and, where there is room, the inner line of a frame. */
function strokeFrame(paint: Paint, box: Box, thick: number, line: number): void {
  const outer = inset(box, line / 2);
  const inner = inset(box, thick - line / 2);
  paint.lineWidth = line;
  paint.strokeRect(outer.x, outer.y, outer.width, outer.height);
  if (thick >= 4) paint.strokeRect(inner.x, inner.y, inner.width, inner.height);
}

/** Fills a share of a frame inside a box, clockwise from the middle of its upper side. */
export function fillFrame(
  paint: Paint,
  { x, y, width, height }: Box,
  thick: number,
  share: number,
  style: string | CanvasPattern,
): void {
  const [across, down] = [width - thick, height - thick];
  let length = share * 2 * (across + down);
  paint.fillStyle = style;
  // Five straight pieces; each takes its corner with it.
  const pieces: readonly [number, (part: number) => void][] = [
    [across / 2, (part) => paint.fillRect(x + width / 2, y, part, thick)],
    [down, (part) => paint.fillRect(x + across, y, thick, part)],
    [across, (part) => paint.fillRect(x + width - part, y + down, part, thick)],
    [down, (part) => paint.fillRect(x, y + height - part, thick, part)],
    [across / 2, (part) => paint.fillRect(x, y, part, thick)],
  ];
  for (const [whole, draw] of pieces) {
    if (length <= 0) return;
    draw(Math.min(length, whole) + (length >= whole ? thick / 2 : 0));
    length -= whole;
  }
}
