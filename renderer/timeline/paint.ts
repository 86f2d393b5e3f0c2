/** Draws the tracks of tasks: the four marks, the instant on screen, the selected task. */
import type { TracksFold } from '../../shared/fold/tracks.ts';
import type { MarkId } from '../../shared/fold/marks.ts';
import type { Pen } from '../picture/pen.ts';
import { rowOf, type TimelineRows } from './rows.ts';
import { boxesOf, type Boxes } from './spans.ts';
import { placeIn, type Stretch } from './window.ts';

/** All that a drawing of a timeline depends on; lengths in CSS pixels. */
export interface TimelineScene {
  readonly lanes: TracksFold;
  readonly rows: TimelineRows;
  readonly stretch: Stretch;
  /** The instant on screen; nothing later is drawn. */
  readonly at: number;
  readonly selected: number | null;
  readonly hovered: number | null;
}

/** Draws a scene. */
export function paintTimeline(pen: Pen, scene: TimelineScene): void {
  const { lanes, rows, stretch, at, selected, hovered } = scene;
  const { width, height } = pen.size;
  pen.context.clearRect(0, 0, width, height);
  const field = { x: 0, y: 0, width, height };
  paintBoxes(pen, boxesOf({ tracks: lanes, rows, stretch, field, until: () => at }), rows.height);
  for (const [task, line] of [
    [hovered, 1],
    [selected, 2],
  ] as const)
    frame(pen, scene, task, line);
  const now = placeIn(stretch, at) * width;
  if (now < 0 || now > width + 1) return;
  pen.fill({ x: Math.min(width - 2, now - 1), y: 0, width: 2, height }, pen.inks.colours.ink);
}

/** Draws spans with the four marks. */
export function paintBoxes(pen: Pen, boxes: Readonly<Record<MarkId, Boxes>>, rowHeight: number): void {
  const { colours, patterns } = pen.inks;
  fill(pen, boxes.waiting, patterns.hatch, 0.06 * rowHeight);
  fill(pen, boxes.holding, patterns.bars, 0);
  outline(pen, boxes.ready, colours.ready, rowHeight);
  fill(pen, boxes.running, colours.run, 0);
}

function fill({ context }: Pen, boxes: Boxes, style: string | CanvasPattern, inset: number): void {
  if (boxes.length === 0) return;
  context.fillStyle = style;
  context.beginPath();
  for (let at = 0; at < boxes.length; at += 4) {
    context.rect(boxes[at]!, boxes[at + 1]! + inset, boxes[at + 2]!, boxes[at + 3]! - 2 * inset);
  }
  context.fill();
}

/** An outline needs room for two lines; a row that is too low for that is one thin line. */
function outline({ context }: Pen, boxes: Boxes, colour: string, rowHeight: number): void {
  if (boxes.length === 0) return;
  const low = rowHeight < 3.5;
  context.strokeStyle = colour;
  context.lineWidth = low ? 0.7 : Math.min(1.5, rowHeight * 0.2);
  context.beginPath();
  for (let at = 0; at < boxes.length; at += 4) {
    const [x, y, width, height] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
    if (low) {
      context.moveTo(x, y + height / 2);
      context.lineTo(x + width, y + height / 2);
    } else {
      context.rect(x + 0.5, y + height * 0.22, Math.max(0, width - 1), height * 0.56);
    }
  }
  context.stroke();
}

function frame({ context, inks, size }: Pen, { rows }: TimelineScene, task: number | null, line: number): void {
  const row = task === null ? null : rowOf(rows, task);
  if (row === null) return;
  context.strokeStyle = inks.colours.ink;
  context.lineWidth = line;
  context.strokeRect(line / 2, row * rows.height - line / 2, size.width - line, rows.height + line);
}
