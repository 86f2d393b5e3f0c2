/**
 * Where the boards of a lane stand, each on a table of its own: in rows, every two of which share a runner on which the
 * master walks - along the first row from left to right, along the second back. The number of rows is the one that makes
 * the boards largest.
 */
import type { Box, Size } from '../../picture/areas.ts';
import { layoutDensity, type Density } from './density-layout.ts';

/** A picture and what is to stand in it; lengths in CSS pixels. */
export interface BoardsRoom extends Size {
  readonly boards: number;
  /** Size of the smallest type: a plate is as high as a line of it. */
  readonly textSize: number;
}

/** Where a board stands. */
export interface Place {
  /** Centre of the board. */
  readonly x: number;
  /** Upper edge of the board. */
  readonly y: number;
  /** Number of the runner it stands at. */
  readonly runner: number;
  /** Whether it stands below its runner. */
  readonly below: boolean;
}

/** How much of a board is shown: everything, the position without a plate, or a tile with its mark. */
export type Detail = 'plate' | 'position' | 'tile';

export interface BoardsLayout {
  readonly side: number;
  /** Width of a table's edge round the board. */
  readonly edge: number;
  /** Height of the plates; a small gap where there are none. */
  readonly plate: number;
  readonly columns: number;
  readonly rows: number;
  /** Distance between the middles of two neighbours. */
  readonly pitch: number;
  readonly runnerHeight: number;
  /** Upper edges of the runners. */
  readonly runners: readonly number[];
  readonly detail: Detail;
  readonly places: readonly Place[];
  /** The parts of a picture of tiles; null where boards are shown. */
  readonly density: Density | null;
}

/** A table is so many times as wide as its board. */
const TABLE = 1.132;
const MARGIN = 12;
const GUTTER = 16;
const GAP = 6;
/** Where tables are tiles, they stand closer. */
const TILE_GAP = 3.5;
const PLATES_MOST = 60;
const PLATE_SIDE = 40;
const POSITION_SIDE = 20;
/** Where so many boards are smaller than that, neither pieces nor the master can be made out: they become tiles. */
const MANY = 100;
const MANY_SIDE = 26;
const RUNNER_MOST = 132;

export function layoutBoards(size: BoardsRoom): BoardsLayout {
  const withPlates = size.boards <= PLATES_MOST ? fit(size, size.textSize + 6) : null;
  if (withPlates !== null && withPlates.side >= PLATE_SIDE) return place(size, withPlates, 'plate');
  const tight = fit(size, 4);
  const least = size.boards > MANY ? MANY_SIDE : POSITION_SIDE;
  return tight !== null && tight.side >= least ? place(size, tight, 'position') : layoutDensity(size, layoutFew);
}

/** Boards are shown as they are, however small. */
function layoutFew(size: BoardsRoom): BoardsLayout {
  const withPlates = fit(size, size.textSize + 6);
  return place(size, withPlates ?? smallest(size), withPlates === null ? 'position' : 'plate');
}

/** The board a step away, both counted from 0; -1 where there is none. Boards in one column stand above each other. */
export function neighbour(layout: BoardsLayout, board: number, dx: number, dy: number): number {
  const { columns, places } = layout;
  const row = Math.floor(board / columns) + dy;
  const column = columnOf(board, columns) + dx;
  if (row < 0 || row >= layout.rows || column < 0 || column >= columns) return -1;
  const next = row * columns + (row % 2 === 1 ? columns - 1 - column : column);
  return next < places.length ? next : -1;
}

/** A board in whole pixels. */
export function boardBox({ side }: BoardsLayout, { x, y }: Place): Box {
  return { x: Math.round(x - side / 2), y, width: side, height: side };
}

/** A board with the edge of its table. */
export function boxOf({ side, edge }: BoardsLayout, { x, y }: Place): Box {
  const size = side + 2 * edge;
  return { x: x - size / 2, y: y - edge, width: size, height: size };
}

/** The same with its plate, which is on the far side of the runner. */
export function withPlate(layout: BoardsLayout, place: Place): Box {
  const box = boxOf(layout, place);
  const y = place.below ? box.y : box.y - layout.plate;
  return { ...box, y, height: box.height + layout.plate };
}

interface Fit {
  readonly rows: number;
  readonly columns: number;
  readonly side: number;
  readonly plate: number;
  readonly runnerHeight: number;
}

function fit({ width, height, boards }: BoardsRoom, plate: number): Fit | null {
  let best: Fit | null = null;
  // From 25 boards on there is no room for runners as wide as tables: they keep what she needs.
  const runnerLeast = boards > 240 ? 20 : 34;
  const gap = boards > 240 ? TILE_GAP : GAP;
  for (let rows = 1; rows <= boards; rows++) {
    const columns = Math.ceil(boards / rows);
    if ((rows - 1) * columns >= boards) continue;
    const runners = Math.ceil(rows / 2);
    const high = height - MARGIN - rows * (plate + 2);
    const side = Math.min(
      ((width - GUTTER) / columns - gap) / TABLE,
      high / (rows * TABLE + 0.84 * runners),
      boards > 24 ? (high - runners * runnerLeast) / (rows * TABLE) : Infinity,
    );
    if (side < 4 || (best !== null && side <= best.side + 0.5)) continue;
    const left = high - rows * side * TABLE;
    const runnerHeight = Math.min(left / runners, Math.max(side * 1.05, 34), RUNNER_MOST);
    best = { rows, columns, side: Math.floor(side), plate, runnerHeight };
  }
  return best;
}

/** The least there can be: tiles as they come, cut off where the picture ends. */
function smallest({ width, boards }: BoardsRoom): Fit {
  const columns = Math.max(1, Math.min(boards, Math.floor((width - GUTTER) / (4 * TABLE + TILE_GAP))));
  return { rows: Math.ceil(boards / columns), columns, side: 4, plate: 2, runnerHeight: 20 };
}

function place({ width, height, boards }: BoardsRoom, fitted: Fit, detail: Detail): BoardsLayout {
  const { rows, columns, side, plate, runnerHeight } = fitted;
  const edge = Math.max(side < POSITION_SIDE ? 1.5 : side < PLATE_SIDE ? 2 : 4, Math.round(side * 0.066));
  const rowHeight = side + 2 * edge + plate;
  const runnerCount = Math.ceil(rows / 2);
  const top = Math.round((height - rows * rowHeight - runnerCount * runnerHeight) / 2);
  const pitch = Math.min((width - GUTTER) / columns, Math.max(side * 1.48, side + 2 * edge + 1));
  const left = (width - pitch * columns) / 2;
  const runners = Array.from({ length: runnerCount }, (_, runner) =>
    Math.round(top + runner * (2 * rowHeight + runnerHeight) + rowHeight),
  );
  const places = Array.from({ length: boards }, (_, board): Place => {
    const row = Math.floor(board / columns);
    const runner = row >> 1;
    const below = row % 2 === 1;
    const y = below ? runners[runner]! + runnerHeight + edge : runners[runner]! - edge - side;
    return { x: Math.round(left + (columnOf(board, columns) + 0.5) * pitch), y: Math.round(y), runner, below };
  });
  return { side, edge, plate, columns, rows, pitch, runnerHeight, runners, detail, places, density: null };
}

function columnOf(board: number, columns: number): number {
  const column = board % columns;
  return Math.floor(board / columns) % 2 === 1 ? columns - 1 - column : column;
}
