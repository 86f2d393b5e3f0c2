import type { Pen } from '../../picture/pen.ts';
import { arrowsOf, type Arrow } from './arrows.ts';
import type { TasksScene } from './paint.ts';

/** Draws the waits: from a task to what it waits for, and from there to who has it. What closes a circle comes last and is red. */
export function paintArrows(pen: Pen, scene: TasksScene): void {
  const { colours } = pen.inks;
  const arrows = arrowsOf(scene);
  for (const arrow of arrows.filter(({ inCircle }) => !inCircle)) {
    const strong = arrow.selected;
    if (arrow.what === 'waits') paintArrow(pen, arrow, colours.wait, strong ? 3.5 : 1.75, [6, 4]);
    else paintArrow(pen, arrow, colours.ink, strong ? 4 : 2.5, []);
  }
  for (const arrow of arrows.filter(({ inCircle }) => inCircle)) {
    paintArrow(pen, arrow, colours.floor, 8, []);
    paintArrow(pen, arrow, colours.hold, 4.5, []);
  }
}

function paintArrow({ context }: Pen, { from, to }: Arrow, colour: string, line: number, dash: number[]): void {
  const head = line * 1.6 + 5;
  const sign = Math.sign(to.x - from.x) || 1;
  const end = to.x - sign * head * 0.8;
  const bend = Math.max(14, Math.abs(to.x - from.x) * 0.45) * sign;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = line;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(from.x + bend, from.y, end - bend, to.y, end, to.y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(to.x, to.y);
  context.lineTo(to.x - sign * head, to.y - head * 0.55);
  context.lineTo(to.x - sign * head, to.y + head * 0.55);
  context.closePath();
  context.fill();
}
