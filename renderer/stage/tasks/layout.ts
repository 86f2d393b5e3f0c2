/** Where the parts of the general stage are. A place depends on how many tasks and resources a run has, not on what they do. */
import type { Box, Size } from '../../picture/areas.ts';
import type { Sizes } from '../../picture/inks.ts';
import { layoutPlaces, type Places } from '../../picture/places.ts';

/** What the layout depends on. */
export interface TasksShape {
  readonly tasks: number;
  /** Letters of the longest name of a task. */
  readonly letters: number;
  /** Numbers of the resources, those that say most first; not more than can be shown anywhere. */
  readonly resources: readonly number[];
  /** How many resources there are. */
  readonly resourcesInAll: number;
  /** Whether the run comes to a circle of waits. */
  readonly circle: boolean;
}

/** How much of a resource is shown: three lines, two, or one. */
export type ResourceDetail = 'card' | 'pair' | 'line';

export interface TasksLayout {
  readonly size: Size;
  readonly shape: TasksShape;
  /** The counts of the marks. */
  readonly head: Box;
  /** The sentence on the circle; null where the run has none. */
  readonly banner: Box | null;
  readonly tasks: Places;
  /** Size of the type in which tasks are named. */
  readonly letter: number;
  readonly resources: readonly Box[];
  readonly resourceDetail: ResourceDetail;
  readonly resourceLetter: number;
  /** Where resources are counted that have no place; null where all have one. */
  readonly moreResources: Box | null;
  /** Whether there is an arrow for each wait; else only for those of the selected task and of a circle. */
  readonly arrows: boolean;
  /** Places of the last events, the newest first. */
  readonly tape: readonly Box[];
  /** Whether they are rows below each other; else they stand in one row, the newest at the right. */
  readonly tapeInRows: boolean;
}

/** Tasks that have arrows at most: more lines than that nobody can follow. */
const ARROWS_MOST = 18;
const RESOURCES_WITH_ARROWS = 12;
const GAP = 6;
/** Height of a card with a bar, in letters. */
const CARD_LETTERS = 3.4;

export function layoutTasks(size: Size, shape: TasksShape, sizes: Sizes): TasksLayout {
  const { width, height } = size;
  const margin = width < 420 ? 8 : 14;
  const inner = { x: margin, width: width - 2 * margin };
  const head = { ...inner, y: Math.round(margin * 0.6), height: Math.ceil(sizes.m * 1.6) };
  let top = head.y + head.height + GAP;
  const banner = shape.circle ? { ...inner, y: top, height: Math.ceil(sizes.l * 1.75) } : null;
  if (banner !== null) top += banner.height + GAP;
  const room = { ...inner, y: top, height: height - margin - top };
  const { middle, tape, tapeInRows } = splitTape(room, size, sizes);
  return { size, shape, head, banner, tape, tapeInRows, ...placeNodes(middle, shape, sizes) };
}

/** The last events stand at the right of a wide picture, else in a row at the bottom, else nowhere. */
function splitTape(
  room: Box,
  { width }: Size,
  { xs, s }: Sizes,
): Pick<TasksLayout, 'tape' | 'tapeInRows'> & { middle: Box } {
  if (width >= 70 * xs && room.height >= 16 * xs) {
    const wide = Math.round(Math.min(27 * s, room.width * 0.3));
    const x = room.x + room.width - wide;
    const pitch = Math.round(1.75 * s);
    // The first line is the heading.
    const count = Math.floor(room.height / pitch) - 1;
    const tape = Array.from({ length: Math.max(0, count) }, (_, place) => {
      return { x, y: room.y + (place + 1) * pitch, width: wide, height: pitch };
    });
    return { middle: { ...room, width: room.width - wide - 3 * GAP }, tape, tapeInRows: true };
  }
  const high = Math.ceil(xs * 3.1);
  if (room.height < 5 * high) return { middle: room, tape: [], tapeInRows: false };
  const count = Math.max(1, Math.floor((room.width + GAP) / (9.6 * xs + GAP)));
  const wide = (room.width + GAP) / count - GAP;
  const y = room.y + room.height - high;
  const tape = Array.from({ length: count }, (_, place) => {
    return {
      x: Math.round(room.x + room.width - (place + 1) * (wide + GAP) + GAP),
      y,
      width: Math.floor(wide),
      height: high,
    };
  });
  return { middle: { ...room, height: room.height - high - 2 * GAP }, tape, tapeInRows: false };
}

type Nodes = Pick<
  TasksLayout,
  'tasks' | 'letter' | 'resources' | 'resourceDetail' | 'resourceLetter' | 'moreResources' | 'arrows'
>;

function placeNodes(room: Box, shape: TasksShape, sizes: Sizes): Nodes {
  const { tasks, resources, resourcesInAll } = shape;
  if (resources.length === 0) {
    const none = { resources: [], resourceDetail: 'line', resourceLetter: sizes.s, moreResources: null } as const;
    return { ...placeTasks(room, shape, sizes), ...none, arrows: false };
  }
  const few = tasks <= ARROWS_MOST && resourcesInAll <= RESOURCES_WITH_ARROWS;
  const gutter = Math.round(few ? Math.max(36, Math.min(150, room.width * 0.13)) : 2 * GAP);
  const wide = Math.round(Math.min(24 * sizes.l, (room.width - gutter) * (few ? 0.42 : 0.34)));
  const left = { ...room, width: room.width - gutter - wide };
  const right = { ...room, x: room.x + room.width - wide, width: wide };
  const column = few ? placeColumn(left, tasks, sizes) : null;
  return {
    ...(column ?? placeTasks(left, shape, sizes)),
    ...placeResources(right, resources.length, resourcesInAll, sizes),
    arrows: column !== null,
  };
}

/** One task below the other, so that arrows come and go at their right; null where they would be too low. */
function placeColumn(room: Box, count: number, sizes: Sizes): Pick<Nodes, 'tasks' | 'letter'> | null {
  const gap = gapIn(room, count, 8, sizes);
  const most = (room.height + gap) / count - gap;
  if (most < 1.65 * sizes.xs) return null;
  // Two lines in small type are read less well than one line in large type.
  const detail = most >= CARD_LETTERS * sizes.s ? 'card' : 'line';
  const [high, wide] = detail === 'card' ? [CARD_LETTERS, 15] : [1.8, 23];
  const letter = Math.max(sizes.xs, Math.min(sizes.l, most / high, room.width / wide));
  const height = Math.floor(Math.min(most, letter * (detail === 'card' ? 4.2 : 2.6)));
  const top = room.y + (room.height - count * (height + gap) + gap) / 2;
  const boxes = Array.from({ length: count }, (_, task) => {
    return { x: room.x, y: Math.round(top + task * (height + gap)), width: room.width, height };
  });
  return { tasks: { detail, boxes }, letter };
}

/** The gap between boxes below each other: the wanted one, smaller where boxes are low. */
function gapIn({ height }: Box, count: number, wanted: number, { xs }: Sizes): number {
  return height / Math.max(1, count) > 3.4 * xs ? wanted : height / Math.max(1, count) > 2.4 * xs ? 4 : 3;
}

/** Places in as large a type as lets every task have a card; in small type where none does. */
function placeTasks(room: Box, { tasks: count, letters }: TasksShape, sizes: Sizes): Pick<Nodes, 'tasks' | 'letter'> {
  for (const letter of [sizes.xl, sizes.l, sizes.m]) {
    const tasks = layoutPlaces(room, count, letter, 22);
    if (tasks.detail === 'card') return { tasks, letter };
  }
  const letter = sizes.s;
  const tasks = layoutPlaces(room, count, letter);
  if (tasks.boxes.length < count) return { tasks: { detail: 'tile', boxes: smallTiles(room, count) }, letter };
  const named = tasks.detail === 'tag' ? namedTags(room, count, letters, sizes) : null;
  return { tasks: named ?? tasks, letter };
}

/** Tags that are wide enough for every name; null where there is no room for that. */
function namedTags(room: Box, count: number, letters: number, { xs }: Sizes): Places | null {
  const gap = 3;
  const least = xs * (0.66 * letters + 2.6);
  const rowsMost = Math.floor((room.height + gap) / (1.8 * xs + gap));
  const columns = Math.ceil(count / rowsMost);
  const width = Math.floor(Math.min((room.width + gap) / columns - gap, least * 1.4));
  if (rowsMost < 1 || width < least) return null;
  const rows = Math.ceil(count / columns);
  const height = Math.floor(Math.min(2.4 * xs, (room.height + gap) / rows - gap));
  const left = Math.round(room.x + (room.width - columns * (width + gap) + gap) / 2);
  const top = Math.round(room.y + (room.height - rows * (height + gap) + gap) / 2);
  const boxes = Array.from({ length: count }, (_, task) => {
    return {
      x: left + Math.floor(task / rows) * (width + gap),
      y: top + (task % rows) * (height + gap),
      width,
      height,
    };
  });
  return { detail: 'tag', boxes };
}

/** Tiles of three pixels without a gap, as many of them as there is room for. */
function smallTiles(room: Box, count: number): Box[] {
  const side = 3;
  const columns = Math.max(1, Math.floor(room.width / side));
  const rows = Math.max(1, Math.floor(room.height / side));
  return Array.from({ length: Math.min(count, columns * rows) }, (_, task) => ({
    x: room.x + (task % columns) * side,
    y: room.y + Math.floor(task / columns) * side,
    width: side,
    height: side,
  }));
}

type ResourcePlaces = Pick<Nodes, 'resources' | 'resourceDetail' | 'resourceLetter' | 'moreResources'>;

function placeResources(room: Box, listed: number, inAll: number, sizes: Sizes): ResourcePlaces {
  const gap = gapIn(room, listed, 10, sizes);
  const least = Math.ceil(1.65 * sizes.xs);
  const rowsMost = Math.max(1, Math.floor((room.height + gap) / (least + gap)));
  const full = inAll > rowsMost;
  const count = full ? Math.min(listed, Math.max(1, rowsMost - 1)) : listed;
  const rows = full ? count + 1 : count;
  const most = (room.height + gap) / rows - gap;
  const letter = Math.max(sizes.xs, Math.min(sizes.l, most / 4.6, room.width / 11));
  const detail = most >= 4.4 * letter ? 'card' : most >= 2.6 * letter ? 'pair' : 'line';
  const height = Math.floor(Math.min(most, letter * { card: rows < 3 ? 13 : 9, pair: 4, line: 2.4 }[detail]));
  const top = room.y + (room.height - rows * (height + gap) + gap) / 2;
  const boxes = Array.from({ length: rows }, (_, place) => {
    return { x: room.x, y: Math.round(top + place * (height + gap)), width: room.width, height };
  });
  return {
    resources: boxes.slice(0, count),
    resourceDetail: detail,
    resourceLetter: letter,
    moreResources: full ? boxes[count]! : null,
  };
}
