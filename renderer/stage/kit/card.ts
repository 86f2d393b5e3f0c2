/** The edge of a card, which is what the edge of a table is to a board: it fills clockwise and says what a task does. */
import { inset, type Box } from '../../picture/areas.ts';
import { fillEdge, strokeEdge } from '../../picture/edge.ts';
import type { Pen } from '../../picture/pen.ts';
import type { TaskView } from './task-view.ts';

/** A task that runs or blocks is seen from the back row: its edge is that much wider. */
const WIDER = 2;

/** How wide the edge of a card is. */
export function edgeOf({ width, height }: Box): number {
  return Math.max(4, Math.min(9, Math.round(1.5 + Math.min(width, height) * 0.036)));
}

/** Draws the wood of a card's edge and the paper in it, which comes with the task. */
export function paintCard(pen: Pen, box: Box, edge: number, begun: boolean): void {
  const { colours } = pen.inks;
  pen.fill(inset(box, -1), colours['table-edge'], 4);
  pen.fill(box, colours.table, 3);
  pen.fill(inset(box, edge), begun ? colours.sheet : colours.floor);
}

/** Draws what a task does into the edge of its card. */
export function paintCardMark(pen: Pen, box: Box, edge: number, { mark, share }: TaskView): void {
  const { colours, patterns } = pen.inks;
  const wide = edge + (edge < 5 ? 1 : WIDER);
  switch (mark) {
    case 'running':
      return fillEdge(pen, box, wide, 1, colours.run);
    case 'holding':
      fillEdge(pen, box, wide, 1, colours.sheet);
      fillEdge(pen, box, wide, Math.max(0.02, share), patterns.bars);
      return strokeEdge(pen, box, wide, colours.hold, wide < 5 ? 1 : 2);
    case 'waiting':
      return fillEdge(pen, box, edge, Math.max(0.015, share), patterns.hatch);
    case 'ready':
      fillEdge(pen, box, edge, 1, colours.sheet);
      return strokeEdge(pen, box, edge, colours.ready, edge < 6 ? 1 : 2);
  }
}
