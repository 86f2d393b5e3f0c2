import { inset, type Box } from './areas.ts';
import type { Pen } from './pen.ts';

/** Fills a share, 0..1, of the edge inside a box, clockwise from the middle of its upper side. */
export function fillEdge(
  { context }: Pen,
  box: Box,
  thick: number,
  share: number,
  style: string | CanvasPattern,
): void {
  const { x, y, width, height } = box;
  const [across, down] = [width - thick, height - thick];
  let length = share * 2 * (across + down);
  context.fillStyle = style;
  // Five straight pieces; each takes its corner with it.
  const pieces: readonly [number, (part: number) => void][] = [
    [across / 2, (part) => context.fillRect(x + width / 2, y, part, thick)],
    [down, (part) => context.fillRect(x + across, y, thick, part)],
    [across, (part) => context.fillRect(x + width - part, y + down, part, thick)],
    [down, (part) => context.fillRect(x, y + height - part, thick, part)],
    [across / 2, (part) => context.fillRect(x, y, part, thick)],
  ];
  for (const [whole, draw] of pieces) {
    if (length <= 0) return;
    draw(Math.min(length, whole) + (length >= whole ? thick / 2 : 0));
    length -= whole;
  }
}

/** Draws the outer line of the edge inside a box and, where there is room, the inner one. */
export function strokeEdge({ context }: Pen, box: Box, thick: number, style: string, line: number): void {
  const outer = inset(box, line / 2);
  const inner = inset(box, thick - line / 2);
  context.strokeStyle = style;
  context.lineWidth = line;
  context.strokeRect(outer.x, outer.y, outer.width, outer.height);
  if (thick >= 4) context.strokeRect(inner.x, inner.y, inner.width, inner.height);
}
