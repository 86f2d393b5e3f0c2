/** Names and states of tasks in words, and the small pictures of the marks beside them. */
import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { statusTexts, type TaskMark, type TaskView } from './task-view.ts';

/** Draws the picture of a mark into a box: one of the four marks, or how a task has ended. */
export function paintSwatch(pen: Pen, mark: TaskMark, box: Box): void {
  const { colours, patterns } = pen.inks;
  switch (mark) {
    case 'running':
    case 'waiting':
    case 'holding':
      pen.fill(box, { running: colours.run, waiting: patterns.hatch, holding: patterns.bars }[mark]);
      // Stripes alone have no edge.
      return pen.frame(box, { running: colours.run, waiting: colours.wait, holding: colours.hold }[mark], 1);
    case 'ready':
      return pen.frame(box, colours.ready, 2);
    case 'absent':
      return;
    default:
      return paintEnding(pen, mark, box);
  }
}

/** A tick for a task that is done, a cross for one that failed, a crossed circle for one that was cancelled. */
function paintEnding({ context, inks }: Pen, mark: 'done' | 'failed' | 'cancelled', box: Box): void {
  const { x, y, width, height } = box;
  const side = Math.min(width, height);
  const [left, top] = [x + (width - side) / 2, y + (height - side) / 2];
  const at = (across: number, down: number) => [left + across * side, top + down * side] as const;
  context.strokeStyle = mark === 'done' ? inks.colours['ink-soft'] : inks.colours.hold;
  context.lineWidth = Math.max(1.5, side / 6);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (mark === 'done') {
    context.moveTo(...at(0.05, 0.55));
    context.lineTo(...at(0.38, 0.9));
    context.lineTo(...at(0.95, 0.12));
  } else if (mark === 'failed') {
    context.moveTo(...at(0.1, 0.1));
    context.lineTo(...at(0.9, 0.9));
    context.moveTo(...at(0.9, 0.1));
    context.lineTo(...at(0.1, 0.9));
  } else {
    const radius = 0.42 * side;
    const slant = radius * Math.SQRT1_2;
    context.arc(...at(0.5, 0.5), radius, 0, 2 * Math.PI);
    context.moveTo(left + side / 2 - slant, top + side / 2 + slant);
    context.lineTo(left + side / 2 + slant, top + side / 2 - slant);
  }
  context.stroke();
  context.lineCap = 'butt';
  context.lineJoin = 'miter';
}

/** Writes a name into a line of a box, as large as there is room. */
export function paintName(pen: Pen, name: string, box: Box, align: 'left' | 'center' = 'center'): void {
  const { x, y, width, height } = box;
  const { sizes } = pen.inks;
  const style: TextStyle = { size: Math.min(height * 0.86, 2 * sizes.xl), face: 'face', align };
  const size = pen.sizeFor(name, style, width, sizes.xs);
  const at = align === 'left' ? x : x + width / 2;
  pen.write(name, at, y + height / 2 + size * 0.34, { ...style, size, most: width });
}

/** Writes what a task does into a line of a box, behind the picture of its mark. */
export function paintStatus(
  pen: Pen,
  view: TaskView,
  { x, y, width, height }: Box,
  align: 'left' | 'center' = 'center',
  texts: readonly string[] = statusTexts(view),
): void {
  const { sizes, colours } = pen.inks;
  const full: TextStyle = { size: Math.min(sizes.m, Math.max(sizes.xs, height * 0.62)), face: 'strong' };
  const swatch = { width: full.size * 1.35, height: full.size * 0.82 };
  const apart = full.size * 0.45;
  const before = view.mark === 'absent' ? 0 : swatch.width + apart;
  const room = width - before;
  const [text, style] = firstThatFits(pen, texts, room, [full, { ...full, size: sizes.xs }]);
  // Digits have cells of one width, so the line stays where it is while they change.
  const total = before + Math.min(room, pen.measure(text, style));
  const left = align === 'left' ? x : x + Math.max(0, (width - total) / 2);
  const middle = y + height / 2;
  if (before > 0) paintSwatch(pen, view.mark, { x: left, y: middle - swatch.height / 2, ...swatch });
  const colour = view.mark === 'holding' || view.mark === 'failed' ? colours.hold : colours.ink;
  pen.write(text, left + before, middle + style.size * 0.35, { ...style, colour, most: room });
}

/** The fullest text that fits in one of some styles; where none does the shortest one in the last style. */
function firstThatFits(
  pen: Pen,
  texts: readonly string[],
  room: number,
  styles: readonly [TextStyle, TextStyle],
): readonly [string, TextStyle] {
  for (const text of texts) {
    for (const style of styles) if (pen.measure(text, style) <= room) return [text, style];
  }
  return [texts.at(-1) ?? '', styles[1]];
}
