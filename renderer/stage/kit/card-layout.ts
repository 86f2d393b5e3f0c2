/** Where the cards of n tasks stand in an area: in rows and columns that make them as large as can be. */
import type { Box } from '../../picture/areas.ts';

/** How much of a task is shown: everything, what matters most, or a tile with its mark. */
export type Detail = 'full' | 'compact' | 'tile';

/** How the tasks of a stage are arranged. */
export interface CardLayout {
  readonly boxes: readonly Box[];
  /** Tasks in a row. */
  readonly columns: number;
  readonly detail: Detail;
  /** Height of the line above the cards that counts them; 0 or left out for none. */
  readonly tally?: number;
}

/** The shapes that suit a card: the least and the greatest of width / height. */
export interface Shape {
  readonly narrowest: number;
  readonly widest: number;
}

const MARGIN = 14;
/** Least width and height of a card that shows everything, and of one that is more than a tile; in sizes of small type. */
const FULL = [8.4, 9.5] as const;
const COMPACT = 3.6;
/** Tiles are never smaller than that. */
const TILE_LEAST = 3;
/** Up to so many cards the last row stands in the middle. */
const CENTRED_MOST = 16;

/** Packs `count` cards into an area whose smallest type is `textSize` high. */
export function pack(area: Box, count: number, shape: Shape, textSize: number): CardLayout {
  const cards = arrange(area, count, shape);
  const least = Math.min(cards.width, cards.height);
  if (least < COMPACT * textSize) {
    return { ...placed(area, count, arrange(area, count, { narrowest: 1, widest: 1 })), detail: 'tile' };
  }
  const full = cards.width >= FULL[0] * textSize && cards.height >= FULL[1] * textSize;
  return { ...placed(area, count, cards), detail: full ? 'full' : 'compact' };
}

/** The card a step away: -1 where there is none. */
export function neighbourCard({ boxes, columns }: CardLayout, card: number, dx: number, dy: number): number {
  const column = (card % columns) + dx;
  const next = card + dx + dy * columns;
  return column < 0 || column >= columns || next < 0 || next >= boxes.length ? -1 : next;
}

interface Arrangement {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

function arrange({ width, height }: Box, count: number, { narrowest, widest }: Shape): Arrangement {
  const gap = count > 240 ? 2 : count > 60 ? 4 : count > 16 ? 8 : 14;
  let best: Arrangement | null = null;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    // The same number of rows with fewer columns is better.
    if (columns > 1 && Math.ceil(count / (columns - 1)) === rows) continue;
    const wide = (width - 2 * MARGIN - (columns - 1) * gap) / columns;
    const high = (height - 2 * MARGIN - (rows - 1) * gap) / rows;
    const card = { width: Math.min(wide, high * widest), height: Math.min(high, wide / narrowest) };
    if (best !== null && card.width * card.height <= best.width * best.height) continue;
    best = { columns, rows, gap, ...card };
  }
  const least = best ?? { columns: 1, rows: 1, gap, width: TILE_LEAST, height: TILE_LEAST };
  return { ...least, width: Math.max(TILE_LEAST, least.width), height: Math.max(TILE_LEAST, least.height) };
}

function placed(
  area: Box,
  count: number,
  { columns, rows, width, height, gap }: Arrangement,
): Pick<CardLayout, 'boxes' | 'columns'> {
  // Whole pixels, so that no edge is blurred; the smallest tiles cannot afford to lose any.
  const whole = (length: number) => (Math.min(width, height) >= 6 ? Math.floor(length + 1e-6) : length);
  const [across, down] = [width + gap, height + gap];
  const top = area.y + (area.height - rows * down + gap) / 2;
  const boxes = Array.from({ length: count }, (_, card): Box => {
    const row = Math.floor(card / columns);
    const inRow = row === rows - 1 && count <= CENTRED_MOST ? count - row * columns : columns;
    const left = area.x + (area.width - inRow * across + gap) / 2;
    return {
      x: whole(left + (card % columns) * across),
      y: whole(top + row * down),
      width: whole(width),
      height: whole(height),
    };
  });
  return { boxes, columns };
}
