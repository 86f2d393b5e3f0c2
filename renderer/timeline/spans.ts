/** The spans of a lane as rectangles, by mark, for a canvas and for a drawing alike. */
import { markOf, type MarkId } from '../../shared/fold/marks.ts';
import type { TracksFold } from '../../shared/fold/tracks.ts';
import type { Box } from '../picture/areas.ts';
import type { TimelineRows } from './rows.ts';
import type { Stretch } from './window.ts';

/** Rectangles of one mark: x, y, width, height one behind the other. */
export type Boxes = number[];

/** What is to be seen of a lane, and where. */
export interface LaneSpans {
  readonly tracks: TracksFold;
  readonly rows: TimelineRows;
  readonly stretch: Stretch;
  /** Where the stretch and the rows are drawn. */
  readonly field: Box;
  /** Up to which instant a task's last state is known to go on. */
  readonly until: (task: number) => number;
}

/** Higher rows stand apart, so that neighbours in the same state can be told. */
const APART_FROM = 8;

/** The spans between two instants as rectangles. What is narrower than a pixel is merged by the fold. */
export function boxesOf(
  { tracks, rows, stretch, field, until }: LaneSpans,
  { from, to }: Stretch = stretch,
): Record<MarkId, Boxes> {
  const boxes: Record<MarkId, Boxes> = { running: [], ready: [], waiting: [], holding: [] };
  const scale = field.width / (stretch.to - stretch.from);
  const gap = rows.height >= APART_FROM ? Math.min(4, Math.round(rows.height * 0.14)) : 0;
  for (let row = 0; row < rows.count; row++) {
    const task = rows.first + row * rows.step;
    const y = field.y + row * rows.height + gap / 2;
    tracks.each(task, from, Math.min(to, until(task)), 1 / scale, (begins, ends, state) => {
      const mark = markOf(state);
      if (mark === null) return;
      const x = field.x + (begins - stretch.from) * scale;
      boxes[mark.id].push(x, y, Math.max(1, (ends - begins) * scale), rows.height - gap);
    });
  }
  return boxes;
}
