import type { Box } from '../../picture/areas.ts';

/** The slots of a queue. The first is next to the consumers: right to left, row by row. */
export interface Slots {
  /** The wood round the slots. */
  readonly box: Box;
  readonly slots: readonly Box[];
  /** How an item is shown: its seconds beside its number, below it, or the number alone. */
  readonly detail: 'wide' | 'tall' | 'number';
  /** Where what has no slot is counted; null where everything has one. */
  readonly pile: Box | null;
}

interface Step {
  readonly detail: Slots['detail'];
  /** Smallest and largest size of a slot, in letters of the smallest type. */
  readonly least: readonly [width: number, height: number];
  readonly most: readonly [width: number, height: number];
  /** Digits of a producer for which that is enough. */
  readonly digits: number;
}

const steps: readonly Step[] = [
  { detail: 'tall', least: [6.6, 4.3], most: [11, 5], digits: 4 },
  { detail: 'wide', least: [5.4, 2.1], most: [12, 2.7], digits: 1 },
  { detail: 'number', least: [3.3, 1.75], most: [5, 2], digits: 2 },
];

/** Letters of width for each digit colours. */
const DIGIT = 0.9;
const GAP = 4;
const EDGE = 6;
/** Slots that an unbounded queue has at least, so that it is seen when it is empty. */
const LEAST = 3;

/** What the number and the size of slots depend on. */
export interface SlotsShape {
  readonly producers: number;
  readonly capacity: number | null;
  /** The largest number of items that were in the queue so far. */
  readonly deepest: number;
}

/** Finds slots for a queue: all of a bounded one, and of an unbounded one as many as it has needed so far. */
export function layoutSlots(area: Box, queue: SlotsShape, letter: number): Slots {
  const { capacity, deepest } = queue;
  // An item's number begins with its producer's.
  const digits = String(Math.max(0, queue.producers - 1)).length;
  const count = capacity ?? Math.max(LEAST, deepest);
  const inner = { width: area.width - 2 * EDGE, height: area.height - 2 * EDGE };
  for (const [index, step] of steps.entries()) {
    const columnsMost = Math.max(
      1,
      Math.floor((inner.width + GAP) / ((step.least[0] + Math.max(0, digits - step.digits) * DIGIT) * letter + GAP)),
    );
    const rowsMost = Math.max(1, Math.floor((inner.height + GAP) / (step.least[1] * letter + GAP)));
    const last = index === steps.length - 1;
    if (columnsMost * rowsMost < count && !last) continue;
    // Large slots stand side by side; smaller ones fill a column first, where they are as wide as there is room for.
    const needed = step.detail === 'wide' ? Math.ceil(count / rowsMost) : capacity === null ? columnsMost : count;
    const columns = Math.min(columnsMost, needed);
    const width = Math.floor(Math.min(step.most[0] * letter, (inner.width + GAP) / columns - GAP));
    const full = columns * rowsMost < count;
    // What does not fit is counted in the room of the last row.
    const shown = full ? Math.max(columns, columns * (rowsMost - 1)) : count;
    const rows = Math.ceil(shown / columns);
    const roomy = rows <= 2 ? step.most[1] : step.least[1];
    const height = Math.floor(Math.min(roomy * letter, (inner.height + GAP) / (full ? rowsMost : rows) - GAP));
    return place(area, { columns, rows, width, height, shown, full }, step.detail, capacity);
  }
  throw new RangeError('a queue without slots');
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly shown: number;
  readonly full: boolean;
}

function place(area: Box, grid: Grid, detail: Slots['detail'], capacity: number | null): Slots {
  const { columns, rows, width, height, shown, full } = grid;
  const pitch = height + GAP;
  const box = {
    x: Math.round(area.x + (area.width - columns * (width + GAP) + GAP) / 2 - EDGE),
    width: columns * (width + GAP) - GAP + 2 * EDGE,
    height: (rows + (full ? 1 : 0)) * pitch - GAP + 2 * EDGE,
    y: 0,
  };
  // A queue that grows does so downwards, so it begins high enough for what it may become.
  const spare = Math.max(0, area.height - box.height);
  box.y = Math.round(area.y + (capacity === null ? Math.min(spare, area.height * 0.12) / 2 : spare * 0.44));
  const right = box.x + box.width - EDGE - width;
  const slots = Array.from({ length: shown }, (_, index) => ({
    x: right - (index % columns) * (width + GAP),
    y: box.y + EDGE + Math.floor(index / columns) * pitch,
    width,
    height,
  }));
  const pile = { x: box.x + EDGE, y: box.y + EDGE + rows * pitch, width: box.width - 2 * EDGE, height };
  return { box, slots, detail, pile: full ? pile : null };
}
