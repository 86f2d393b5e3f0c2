/**
 * Where hundreds or thousands of boards stand, too many to show their pieces: a field of tiles in rows as the master
 * walks, how many boards do what above it, and below it a few real boards round one of them.
 */
import type { Box } from '../../picture/areas.ts';
import type { BoardsLayout, BoardsRoom, Place } from './layout.ts';

/** The parts of a picture of many boards. */
export interface Density {
  readonly field: Box;
  readonly counts: Box;
  /** Real boards, as many as there is room for; null in a picture too low for them. */
  readonly inset: Inset | null;
  /** Distance between the middles of two tiles. */
  readonly pitch: number;
}

export interface Inset {
  readonly box: Box;
  readonly layout: BoardsLayout;
}

const MARGIN = 8;
/** From this height on there is room for real boards, which take such a share of it. */
const INSET_FROM = 220;
const INSET_SHARE = 0.32;
const INSET_MOST = 300;
/** A real board with its surroundings is so many times as wide as the strip is high. */
const BOARD_WIDTH = 0.78;

/** Tiles for so many boards; `layoutFew` lays the real ones out. */
export function layoutDensity(room: BoardsRoom, layoutFew: (room: BoardsRoom) => BoardsLayout): BoardsLayout {
  const { width, height, boards, textSize } = room;
  const counts = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: Math.round(textSize * 1.7) };
  const top = counts.y + counts.height + MARGIN;
  const insetHeight = height < INSET_FROM ? 0 : Math.round(Math.min(INSET_MOST, height * INSET_SHARE));
  const few = Math.min(boards, Math.max(1, Math.floor(width / (insetHeight * BOARD_WIDTH))));
  const box = { x: 0, y: height - insetHeight, width, height: insetHeight };
  const inset =
    insetHeight === 0 ? null : { box, layout: layoutFew({ width, height: insetHeight, boards: few, textSize }) };
  const area = { x: MARGIN, y: top, width: width - 2 * MARGIN, height: height - insetHeight - top - MARGIN };
  return tiles(area, boards, { counts, inset });
}

function tiles(area: Box, boards: number, { counts, inset }: Pick<Density, 'counts' | 'inset'>): BoardsLayout {
  const { columns, pitch } = largest(area, boards);
  const rows = Math.ceil(boards / columns);
  const side = Math.max(1, pitch - (pitch > 12 ? 3 : pitch > 8 ? 2 : 1));
  const left = Math.round(area.x + (area.width - columns * pitch) / 2);
  const top = Math.round(area.y + Math.max(0, area.height - rows * pitch) / 2);
  const places = Array.from({ length: boards }, (_, board): Place => {
    const row = Math.floor(board / columns);
    const along = board % columns;
    const column = row % 2 === 1 ? columns - 1 - along : along;
    return { x: left + column * pitch + side / 2, y: top + row * pitch, runner: row, below: false };
  });
  const field = { x: left, y: top, width: columns * pitch, height: rows * pitch };
  const density = { field, counts, inset, pitch };
  return {
    side,
    edge: 0,
    plate: 0,
    columns,
    rows,
    pitch,
    runnerHeight: 0,
    runners: [],
    detail: 'tile',
    places,
    density,
  };
}

/** The largest tiles of which all have room, in whole pixels. */
function largest({ width, height }: Box, boards: number): { columns: number; pitch: number } {
  let pitch = Math.max(2, Math.floor(Math.sqrt((width * height) / boards)));
  const room = (length: number) => Math.max(1, Math.floor(length / pitch));
  while (pitch > 2 && room(width) * room(height) < boards) pitch--;
  const columnsMost = room(width);
  const rows = Math.ceil(boards / columnsMost);
  return { columns: Math.ceil(boards / rows), pitch };
}
