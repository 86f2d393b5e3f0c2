/** Where the arrow keys lead in the full view: along the spans of a task, and from task to task. */
import type { StintsFold } from '../../shared/fold/stints.ts';
import type { LaneBand } from './layout.ts';
import { rowOf } from './rows.ts';

export interface TaskPlace {
  readonly lane: number;
  readonly task: number;
}

/** The instant to which a key leads along a task's spans up to `limit`; null where there is none. */
export function alongSpans(stints: StintsFold, task: number, point: number, key: string, limit: number): number | null {
  const ends = stints.ends(task);
  if (ends === null || ends.first.from > limit) return null;
  const span = stints.at(task, point);
  const last = stints.at(task, limit) ?? ends.last;
  switch (key) {
    case 'Home':
      return ends.first.from;
    case 'End':
      return last.from;
    case 'ArrowRight': {
      const next = point < ends.first.from ? ends.first.from : (span?.to ?? point);
      return next > last.from ? (point < last.from ? last.from : null) : next;
    }
    case 'ArrowLeft': {
      if (span !== null && point > span.from) return span.from;
      return stints.before(task, point)?.from ?? null;
    }
    default:
      return null;
  }
}

/** The task in the row above or below, also that of another lane. A task that has no row stands for the nearest one. */
export function besideTask(bands: readonly LaneBand[], from: TaskPlace | null, by: 1 | -1): TaskPlace | null {
  const places = bands.flatMap(({ rows }, lane) => (rows.count > 0 ? [{ lane, rows }] : []));
  if (places.length === 0) return null;
  const taskIn = (lane: number, row: number): TaskPlace => {
    const { rows } = bands[lane]!;
    return { lane, task: rows.first + Math.max(0, Math.min(rows.count - 1, row)) * rows.step };
  };
  const end = by > 0 ? places[0]! : places.at(-1)!;
  const band = from === null ? undefined : bands[from.lane];
  if (from === null || band === undefined || band.rows.count === 0) return taskIn(end.lane, by > 0 ? 0 : Infinity);
  const row = rowOf(band.rows, from.task) ?? Math.round((from.task - band.rows.first) / band.rows.step);
  if (row + by >= 0 && row + by < band.rows.count) return taskIn(from.lane, row + by);
  const next = places[places.findIndex(({ lane }) => lane === from.lane) + by];
  return next === undefined ? null : taskIn(next.lane, by > 0 ? 0 : Infinity);
}
