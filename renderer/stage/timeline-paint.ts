/** Draws the lanes of tasks: the four marks, the instant on screen, the task picked out. */
import type { TracksFold } from '../../shared/fold/tracks.ts';
import { markOf, type MarkId } from '../../shared/fold/marks.ts';
import type { Palette } from './palette.ts';
import type { Patterns } from './patterns.ts';
import { rowOf, type TimelineRows } from './timeline-rows.ts';
import { placeIn, type Stretch } from './timeline-window.ts';

/** All that a drawing of a timeline depends on; lengths in CSS pixels. */
export interface TimelineScene {
  readonly lanes: TracksFold;
  readonly rows: TimelineRows;
  readonly stretch: Stretch;
  /** The instant on screen; nothing later is drawn. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly selected: number | null;
  readonly hovered: number | null;
}

/** Rectangles of one mark: x, y, width, height one behind the other. */
type Boxes = number[];

/** Draws a scene. */
export function paintTimeline(
  paint: CanvasRenderingContext2D,
  scene: TimelineScene,
  palette: Palette,
  patterns: Patterns,
): void {
  const { width, height, rows, stretch, at, selected, hovered } = scene;
  paint.clearRect(0, 0, width, height);
  const boxes = collect(scene);
  fill(paint, boxes.waiting, patterns.hatch, 0.06 * rows.height);
  fill(paint, boxes.holding, patterns.bars, 0);
  outline(paint, boxes.ready, palette.ready, rows.height);
  fill(paint, boxes.running, palette.run, 0);
  for (const [task, line] of [
    [hovered, 1],
    [selected, 2],
  ] as const)
    frame(paint, scene, task, line, palette);
  const now = placeIn(stretch, at) * width;
  paint.fillStyle = palette.ink;
  if (now >= 0 && now <= width + 1) paint.fillRect(Math.min(width - 2, now - 1), 0, 2, height);
}

/** Spans in the window as rectangles, by mark. What is narrower than a pixel is merged by the fold. */
function collect({ lanes, rows, stretch, at, width }: TimelineScene): Record<MarkId, Boxes> {
  const boxes: Record<MarkId, Boxes> = { running: [], ready: [], waiting: [], holding: [] };
  const scale = width / (stretch.to - stretch.from);
  const to = Math.min(stretch.to, at);
  for (let row = 0; row < rows.count; row++) {
    const y = row * rows.height;
    lanes.each(rows.first + row * rows.step, stretch.from, to, 1 / scale, (begins, ends, state) => {
      const mark = markOf(state);
      if (mark === null) return;
      boxes[mark.id].push((begins - stretch.from) * scale, y, Math.max(1, (ends - begins) * scale), rows.height);
    });
  }
  return boxes;
}

function fill(paint: CanvasRenderingContext2D, boxes: Boxes, style: string | CanvasPattern, inset: number): void {
  if (boxes.length === 0) return;
  paint.fillStyle = style;
  paint.beginPath();
  for (let at = 0; at < boxes.length; at += 4) {
    paint.rect(boxes[at]!, boxes[at + 1]! + inset, boxes[at + 2]!, boxes[at + 3]! - 2 * inset);
  }
  paint.fill();
}

/** An outline needs room for two lines; a row that is too low for that is one thin line. */
function outline(paint: CanvasRenderingContext2D, boxes: Boxes, colour: string, rowHeight: number): void {
  if (boxes.length === 0) return;
  const low = rowHeight < 3.5;
  paint.strokeStyle = colour;
  paint.lineWidth = low ? 0.7 : Math.min(1.5, rowHeight * 0.2);
  paint.beginPath();
  for (let at = 0; at < boxes.length; at += 4) {
    const [x, y, width, height] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
    if (low) {
      paint.moveTo(x, y + height / 2);
      paint.lineTo(x + width, y + height / 2);
    } else {
      paint.rect(x + 0.5, y + height * 0.22, Math.max(0, width - 1), height * 0.56);
    }
  }
  paint.stroke();
}

function frame(
  paint: CanvasRenderingContext2D,
  { rows, width }: TimelineScene,
  task: number | null,
  line: number,
  palette: Palette,
): void {
  const row = task === null ? null : rowOf(rows, task);
  if (row === null) return;
  paint.strokeStyle = palette.ink;
  paint.lineWidth = line;
  paint.strokeRect(line / 2, row * rows.height - line / 2, width - line, rows.height + line);
}
