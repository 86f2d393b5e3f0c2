/** How values in memory are drawn: as squares, each of which stands for as many values as make about a hundred at most. */
import type { Box } from '../../picture/areas.ts';

/** What a value takes in CPython as a rule: a slot of a list and an int. Small ones are shared, large ones take colours. */
export const VALUE_BYTES = 8 + 28;

/** Squares there are at least, and at most. */
const LEAST = 10;
const MOST = 100;

export interface Scale {
  /** How many values a square stands for. */
  readonly unit: number;
  /** How many squares there are. */
  readonly slots: number;
}

/** The scale on which `most` values fit. */
export function scaleOf(most: number): Scale {
  let unit = 1;
  while (most / unit > MOST) unit *= 10;
  return { unit, slots: Math.max(LEAST, Math.ceil(most / unit / LEAST) * LEAST) };
}

/** Places for the squares in an area, as large as they can be up to a size, row by row. */
export function layoutSquares(area: Box, slots: number, largest: number): Box[] {
  let columns = 5;
  let pitch = 0;
  for (const each of [5, 10, 20, 25, 50]) {
    const fits = Math.min(area.width / each, area.height / Math.ceil(slots / each), largest);
    if (fits > pitch) [columns, pitch] = [each, fits];
  }
  pitch = Math.max(2, Math.floor(pitch));
  const side = pitch - (pitch > 12 ? 3 : pitch > 5 ? 2 : 1);
  return Array.from({ length: slots }, (_, index) => ({
    x: area.x + (index % columns) * pitch,
    y: area.y + Math.floor(index / columns) * pitch,
    width: side,
    height: side,
  }));
}
