/** Where everything stands in the full view: the axis above, the lanes one below the other, names in the gutter. */
import type { Box, Size } from '../picture/areas.ts';
import { rowOf, rowsFor, taskAt, type TimelineRows } from './rows.ts';

/** Tasks of a lane, by number: `first` <= task < `end`. */
export interface LaneTasks {
  readonly first: number;
  readonly end: number;
}

/** The place of a lane; lengths in CSS pixels. */
export interface LaneBand {
  readonly first: number;
  /** The line with the name of the lane, its edits and its end. */
  readonly heading: Box;
  /** How many tasks do what, where there are more tasks than rows; null where every task has its row. */
  readonly density: Box | null;
  readonly rows: TimelineRows;
  readonly field: Box;
  /** Every how many rows one has its name beside it. */
  readonly named: number;
}

export interface ViewLayout {
  readonly size: Size;
  readonly axis: Box;
  /** Where time is drawn, from the axis down to the last row. */
  readonly plot: Box;
  readonly gutter: number;
  readonly bands: readonly LaneBand[];
}

/** Heights of the lines, in CSS pixels. */
export interface LineHeights {
  readonly axis: number;
  readonly heading: number;
  readonly name: number;
}

/** Right of the axis its last number has room. */
const EDGE = 12;
const ROW_MOST = 56;
const DENSITY_SHARE = 0.42;
const BANDS_APART = 8;

/** The layout of lanes; `gutter` is how wide the names are. */
export function layoutOf(
  { width, height }: Size,
  lanes: readonly LaneTasks[],
  gutter: number,
  lines: LineHeights,
): ViewLayout {
  const [x, right] = [gutter, Math.max(gutter + 1, width - EDGE)];
  const axis: Box = { x, y: 0, width: right - x, height: lines.axis };
  const share = (height - lines.axis) / Math.max(1, lanes.length);
  let y = lines.axis;
  const bands = lanes.map(({ first, end }): LaneBand => {
    const heading: Box = { x, y, width: right - x, height: lines.heading };
    const room = Math.max(1, share - lines.heading - BANDS_APART);
    const dense = rowsFor(first, end, room).step > 1;
    const above = dense ? Math.round(room * DENSITY_SHARE) : 0;
    const top = y + lines.heading;
    const rows = rowsFor(first, end, room - above, ROW_MOST);
    const field: Box = { x, y: top + above, width: right - x, height: rows.count * rows.height };
    y = field.y + field.height + BANDS_APART;
    return {
      first,
      heading,
      density: dense ? { x, y: top, width: right - x, height: above - 4 } : null,
      rows,
      field,
      named: Math.max(1, Math.ceil(lines.name / Math.max(1e-3, rows.height))),
    };
  });
  const last = bands.at(-1);
  const bottom = last === undefined ? height : last.field.y + last.field.height;
  const plot: Box = { x, y: lines.axis, width: right - x, height: bottom - lines.axis };
  return { size: { width, height }, axis, plot, gutter, bands };
}

/** What lies at a point. */
export interface Hit {
  readonly lane: number;
  /** The task whose row it is; null over the heading or the crowd of a lane. */
  readonly task: number | null;
  readonly crowd: boolean;
}

/** What lies at a point; null outside the lanes. */
export function hitAt({ bands }: ViewLayout, y: number): Hit | null {
  for (const [lane, { heading, density, rows, field }] of bands.entries()) {
    if (y < heading.y || y >= field.y + field.height) continue;
    const crowd = density !== null && y >= density.y && y < field.y;
    return { lane, task: y < field.y ? null : taskAt(rows, y - field.y), crowd };
  }
  return null;
}

/** The row of a task as a box; null where it is left out. */
export function rowBox({ rows, field }: LaneBand, task: number): Box | null {
  const row = rowOf(rows, task);
  return row === null ? null : { ...field, y: field.y + row * rows.height, height: rows.height };
}

/** The tasks that have their names beside their rows: every n-th, and those of `always` in place of their neighbours. */
export function namedTasks({ rows, named }: LaneBand, always: readonly (number | null)[] = []): number[] {
  const kept = always.flatMap((task) => (task === null ? [] : (rowOf(rows, task) ?? [])));
  const free = Array.from({ length: Math.ceil(rows.count / named) }, (_, place) => place * named).filter((row) =>
    kept.every((other) => Math.abs(other - row) >= named),
  );
  const chosen = kept.filter((row, place) => kept.slice(0, place).every((other) => Math.abs(other - row) >= named));
  return [...free, ...chosen].sort((a, b) => a - b).map((row) => rows.first + row * rows.step);
}
