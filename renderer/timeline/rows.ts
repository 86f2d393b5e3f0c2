/** Which tasks a timeline shows, and where. */

/** Least height of a row, in pixels: below that it says nothing. */
const ROW_MIN = 2.5;

/** The rows of a timeline. Where there is no room for all tasks it shows every n-th. */
export interface TimelineRows {
  readonly first: number;
  /** Tasks from row to row. */
  readonly step: number;
  readonly count: number;
  readonly height: number;
}

/** Rows for tasks `first` <= task < `tasks` in `height` pixels, each `most` high at most. */
export function rowsFor(first: number, tasks: number, height: number, most = 28): TimelineRows {
  const all = Math.max(0, tasks - first);
  const room = Math.max(1, Math.floor(height / ROW_MIN));
  const step = Math.max(1, Math.ceil(all / room));
  const count = Math.ceil(all / step);
  return { first, step, count, height: count === 0 ? 0 : Math.min(most, height / count) };
}

/** The task at a height; null where there is none. */
export function taskAt(rows: TimelineRows, y: number): number | null {
  const row = Math.floor(y / rows.height);
  return row >= 0 && row < rows.count ? rows.first + row * rows.step : null;
}

/** The row in which a task is shown; null where it is left out. */
export function rowOf(rows: TimelineRows, task: number): number | null {
  const row = (task - rows.first) / rows.step;
  return Number.isInteger(row) && row >= 0 && row < rows.count ? row : null;
}
