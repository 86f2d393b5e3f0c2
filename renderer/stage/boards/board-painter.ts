import { inset, type Box } from '../../picture/areas.ts';
import { fillEdge } from '../../picture/edge.ts';
import type { Pen } from '../../picture/pen.ts';
import type { BoardView } from './board-view.ts';
import { boardBox, type BoardsLayout, type Place } from './layout.ts';

/** A table smaller than that has square corners: round ones cost a path and are not seen. */
const ROUND_FROM = 40;
/** On boards smaller than that the wider edge of a mark is wider by one pixel only. */
const WIDE_FROM = 20;

/** Draws the wood of a board's table. */
export function paintTable(pen: Pen, layout: BoardsLayout, place: Place): void {
  const { colours } = pen.inks;
  const box = tableBox(layout, place);
  const round = layout.side >= ROUND_FROM;
  pen.fill(inset(box, -1), colours['table-edge'], round ? 3 : 0);
  pen.fill(box, colours.table, round ? 2 : 0);
}

/** Draws what goes on at a board into the edge of its table; that of a board she is at is wider and covers some of it. */
export function paintMark(pen: Pen, layout: BoardsLayout, place: Place, { mark, share }: BoardView): void {
  const { colours, patterns } = pen.inks;
  const { side, edge } = layout;
  const box = tableBox(layout, place);
  // She and what holds her are seen from the back row.
  const wide = edge + (side < WIDE_FROM ? 1 : 3);
  const wideBox = inset(box, edge - wide + (side < WIDE_FROM ? 0 : 1));
  switch (mark) {
    case 'running':
      return fillEdge(pen, wideBox, wide, 1, colours.run);
    case 'holding':
      fillEdge(pen, wideBox, wide, 1, colours.sheet);
      return fillEdge(pen, wideBox, wide, Math.max(0.02, share), patterns.bars);
    case 'waiting':
      return fillEdge(pen, box, edge, Math.max(0.015, share), patterns.hatch);
    case 'ready':
      fillEdge(pen, box, edge, 1, colours.sheet);
      return strokeReady(pen, layout, place, box);
    case 'over':
      return;
  }
}

/** Draws the two lines of a board that is ready; on a small one there is room for the outer line only. */
function strokeReady({ context, inks }: Pen, layout: BoardsLayout, place: Place, box: Box): void {
  const { edge } = layout;
  const stroke = ({ x, y, width, height }: Box, line: number) => {
    context.lineWidth = line;
    context.strokeRect(x, y, width, height);
  };
  context.strokeStyle = inks.colours.ready;
  stroke(inset(box, 0.5), edge < 4 ? 1 : 2);
  if (edge >= 4) stroke(inset(boardBox(layout, place), -0.75), 1.5);
}

/** Draws what covers the position of a game that is over. */
export function paintVeil(pen: Pen, layout: BoardsLayout, place: Place): void {
  pen.context.globalAlpha = 0.34;
  pen.fill(boardBox(layout, place), pen.inks.colours.floor);
  pen.context.globalAlpha = 1;
}

/** A table in whole pixels. */
function tableBox(layout: BoardsLayout, place: Place): Box {
  return inset(boardBox(layout, place), -layout.edge);
}
