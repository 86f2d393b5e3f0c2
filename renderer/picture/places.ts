import type { Box } from './areas.ts';

/** How much of a task is shown: two lines, one line, a number on a mark, or a mark alone. */
export type PlacesDetail = 'card' | 'line' | 'tag' | 'tile';

/** Places for a number of tasks in an area, column by column. */
export interface Places {
  readonly detail: PlacesDetail;
  readonly boxes: readonly Box[];
}

interface Step {
  readonly detail: PlacesDetail;
  /** Smallest width and height of a place and largest height, in letters of small type. */
  readonly least: readonly [width: number, height: number];
  readonly highest: number;
  readonly gap: number;
}

const steps: readonly Step[] = [
  { detail: 'card', least: [12, 2.9], highest: 4.6, gap: 6 },
  { detail: 'line', least: [9.5, 1.75], highest: 2.6, gap: 4 },
  { detail: 'tag', least: [3.7, 1.55], highest: 2.4, gap: 3 },
];

/** Letters that a number on a mark is wide at most. */
const TAG_WIDEST = 5.5;
/** Smallest side of a tile; below that not every task is shown. */
const TILE_LEAST = 3;

/**
 * Finds places for `count` tasks: as much of each as there is room for. `letter` is the size of small
 * type; no place is wider than `widest` letters.
 */
export function layoutPlaces(area: Box, count: number, letter: number, widest = 26): Places {
  if (count === 0) return { detail: 'card', boxes: [] };
  for (const { detail, least, highest, gap } of steps) {
    const columnsMost = Math.floor((area.width + gap) / (least[0] * letter + gap));
    const rowsMost = Math.floor((area.height + gap) / (least[1] * letter + gap));
    if (columnsMost < 1 || rowsMost < 1 || columnsMost * rowsMost < count) continue;
    // As few columns as there can be, and these as wide as there is room for.
    const columns = Math.ceil(count / rowsMost);
    const rows = Math.ceil(count / columns);
    const width = Math.min(
      (detail === 'tag' ? TAG_WIDEST : widest) * letter,
      (area.width - gap * (columns - 1)) / columns,
    );
    const height = Math.min(highest * letter, (area.height - gap * (rows - 1)) / rows);
    return { detail, boxes: grid(area, count, { columns, rows, width, height, gap }) };
  }
  return { detail: 'tile', boxes: tiles(area, count) };
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** The block stands in the middle of its area. */
function grid(area: Box, count: number, { columns, rows, width, height, gap }: Grid): Box[] {
  const left = area.x + (area.width - columns * (width + gap) + gap) / 2;
  const top = area.y + (area.height - rows * (height + gap) + gap) / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(left + Math.floor(index / rows) * (width + gap)),
    y: Math.round(top + (index % rows) * (height + gap)),
    width: Math.floor(width),
    height: Math.floor(height),
  }));
}

function tiles(area: Box, count: number): Box[] {
  const pitch = Math.max(TILE_LEAST + 1, tilePitch(area, count));
  const columns = Math.max(1, Math.floor(area.width / pitch));
  const rows = Math.max(1, Math.min(Math.ceil(count / columns), Math.floor(area.height / pitch)));
  const side = pitch - (pitch > 8 ? 2 : 1);
  const shown = Math.min(count, columns * rows);
  const left = Math.round(area.x + (area.width - columns * pitch) / 2);
  const top = Math.round(area.y + (area.height - rows * pitch) / 2);
  return Array.from({ length: shown }, (_, index) => ({
    x: left + (index % columns) * pitch,
    y: top + Math.floor(index / columns) * pitch,
    width: side,
    height: side,
  }));
}

/** The largest whole distance between tiles at which all of them fit. */
function tilePitch({ width, height }: Box, count: number): number {
  for (let pitch = 24; pitch > TILE_LEAST; pitch--) {
    if (Math.floor(width / pitch) * Math.floor(height / pitch) >= count) return pitch;
  }
  return TILE_LEAST;
}
