import type { HallLayout, Place } from './layout.ts';
import type { Palette } from '../../picture/palette.ts';
import type { Patterns } from '../../picture/patterns.ts';
import type { TableView } from './table-view.ts';

export type Paint = CanvasRenderingContext2D;

/** What tables are drawn with. */
export interface Brushes {
  readonly palette: Palette;
  readonly patterns: Patterns;
}

/** A table smaller than that has square corners. */
const ROUND_FROM = 40;

/** The wood of a table. */
export function paintTable(paint: Paint, { palette }: Brushes, layout: HallLayout, place: Place): void {
  const { side, edge } = layout;
  const left = Math.round(place.x - side / 2);
  const top = place.y;
  const outer = side + 2 * edge;
  const fill = (style: string, grow: number, radius: number) => {
    paint.fillStyle = style;
    const box = [left - edge - grow, top - edge - grow, outer + 2 * grow, outer + 2 * grow] as const;
    // Round corners cost a path, and are not seen on small tables.
    if (side < ROUND_FROM) return paint.fillRect(...box);
    paint.beginPath();
    paint.roundRect(...box, radius);
    paint.fill();
  };
  fill(palette['table-edge'], 1, 3);
  fill(palette.table, 0, 2);
}

/** The ring in a table's edge, which fills clockwise from the middle of its upper side; over the board, if wider. */
export function paintRing(
  paint: Paint,
  { palette, patterns }: Brushes,
  { side, edge }: HallLayout,
  place: Place,
  table: TableView,
): void {
  const left = Math.round(place.x - side / 2);
  const top = place.y;
  const outer = side + 2 * edge;
  const ring = { left, top, side, width: edge };
  // She and what holds her are seen from the back row: their edge is wider.
  const wide = { ...ring, width: edge + (side < 20 ? 1 : 3), inset: side < 20 ? 0 : 1 };
  switch (table.mark) {
    case 'running':
      return fillRing(paint, wide, 1, palette.run);
    case 'holding':
      fillRing(paint, wide, 1, palette.sheet);
      return fillRing(paint, wide, Math.max(0.02, table.share), patterns.bars);
    case 'waiting':
      return fillRing(paint, ring, Math.max(0.015, table.share), patterns.hatch);
    case 'ready':
      fillRing(paint, ring, 1, palette.sheet);
      paint.strokeStyle = palette.ready;
      paint.lineWidth = edge < 4 ? 1 : 2;
      paint.strokeRect(left - edge + 0.5, top - edge + 0.5, outer - 1, outer - 1);
      paint.lineWidth = edge < 4 ? 1 : 1.5;
      if (edge >= 4) paint.strokeRect(left - 0.75, top - 0.75, side + 1.5, side + 1.5);
      return;
    case 'over':
      return;
  }
}

/** A board too small for pieces: its mark alone. */
export function paintTile(
  paint: Paint,
  { palette, patterns }: Brushes,
  layout: HallLayout,
  place: Place,
  table: TableView,
): void {
  const { side } = layout;
  const fills = {
    running: palette.run,
    holding: patterns.bars,
    waiting: patterns.hatch,
    ready: palette.sheet,
    over: palette.table,
  };
  paint.fillStyle = fills[table.mark];
  paint.fillRect(Math.round(place.x - side / 2), place.y, side, side);
}

/** What covers the position of a game that is over. */
export function paintVeil(paint: Paint, { palette }: Brushes, layout: HallLayout, place: Place): void {
  paint.globalAlpha = 0.34;
  paint.fillStyle = palette.floor;
  paint.fillRect(Math.round(place.x - layout.side / 2), place.y, layout.side, layout.side);
  paint.globalAlpha = 1;
}

interface Ring {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly width: number;
  readonly inset?: number;
}

/** Fills a share of the ring round a square, clockwise from the middle of its upper side. */
function fillRing(paint: Paint, ring: Ring, share: number, style: string | CanvasPattern): void {
  const inset = ring.inset ?? 0;
  const { width } = ring;
  const left = ring.left + inset - width;
  const top = ring.top + inset - width;
  const outer = ring.side - 2 * inset + 2 * width;
  const inner = outer - width;
  let length = share * 4 * inner;
  paint.fillStyle = style;
  const half = inner / 2;
  // Five straight pieces; each takes its corner with it.
  const pieces: readonly [number, (part: number) => void][] = [
    [half, (part) => paint.fillRect(left + outer / 2, top, part, width)],
    [inner, (part) => paint.fillRect(left + inner, top, width, part)],
    [inner, (part) => paint.fillRect(left + outer - part, top + inner, part, width)],
    [inner, (part) => paint.fillRect(left, top + outer - part, width, part)],
    [half, (part) => paint.fillRect(left, top, part, width)],
  ];
  for (const [whole, draw] of pieces) {
    if (length <= 0) return;
    draw(Math.min(length, whole) + (length >= whole ? width / 2 : 0));
    length -= whole;
  }
}
