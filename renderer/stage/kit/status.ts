/** Names and states of tasks in words, and the small pictures of the marks beside them. */
import type { Paint } from '../boards/table-painter.ts';
import type { Look } from './look.ts';
import type { Box } from '../../picture/areas.ts';
import { statusTexts, type TaskMark, type TaskView } from './task-view.ts';
import { cut, setType, sizeFor, widthOf, write, type Type } from './type.ts';

/** Draws the picture of a mark into a box: the four marks, and how a task can end. */
export function paintSwatch(paint: Paint, { palette, patterns }: Look, mark: TaskMark, box: Box): void {
  const { x, y, width, height } = box;
  switch (mark) {
    case 'running':
    case 'waiting':
    case 'holding':
      paint.fillStyle = { running: palette.run, waiting: patterns.hatch, holding: patterns.bars }[mark];
      paint.fillRect(x, y, width, height);
      // Stripes alone have no edge.
      paint.strokeStyle = { running: palette.run, waiting: palette.wait, holding: palette.hold }[mark];
      paint.lineWidth = 1;
      return paint.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    case 'ready':
      paint.strokeStyle = palette.ready;
      paint.lineWidth = 2;
      return paint.strokeRect(x + 1, y + 1, width - 2, height - 2);
    case 'absent':
      return;
  }
  const side = Math.min(width, height);
  const [left, top] = [x + (width - side) / 2, y + (height - side) / 2];
  const at = (across: number, down: number) => [left + across * side, top + down * side] as const;
  paint.strokeStyle = mark === 'done' ? palette['ink-soft'] : palette.hold;
  paint.lineWidth = Math.max(1.5, side / 6);
  paint.lineCap = 'round';
  paint.lineJoin = 'round';
  paint.beginPath();
  if (mark === 'done') {
    paint.moveTo(...at(0.05, 0.55));
    paint.lineTo(...at(0.38, 0.9));
    paint.lineTo(...at(0.95, 0.12));
  } else if (mark === 'failed') {
    paint.moveTo(...at(0.1, 0.1));
    paint.lineTo(...at(0.9, 0.9));
    paint.moveTo(...at(0.9, 0.1));
    paint.lineTo(...at(0.1, 0.9));
  } else {
    const radius = 0.42 * side;
    const slant = radius * Math.SQRT1_2;
    paint.arc(...at(0.5, 0.5), radius, 0, 2 * Math.PI);
    paint.moveTo(left + side / 2 - slant, top + side / 2 + slant);
    paint.lineTo(left + side / 2 + slant, top + side / 2 - slant);
  }
  paint.stroke();
  paint.lineCap = 'butt';
  paint.lineJoin = 'miter';
}

/** Writes a name into a line of a box, as large as there is room. */
export function paintName(
  paint: Paint,
  look: Look,
  name: string,
  { x, y, width, height }: Box,
  align: 'left' | 'center' = 'center',
): void {
  const type: Type = { family: 'face', size: Math.min(height * 0.86, 2 * look.sizes.xl) };
  const size = sizeFor(paint, look, name, width, type, look.sizes.xs);
  const fitted = { ...type, size };
  setType(paint, look, fitted);
  paint.fillStyle = look.palette.ink;
  const shown = cut(paint, name, width, fitted);
  write(paint, shown, align === 'left' ? x : x + width / 2, y + height / 2 + size * 0.34, fitted, align);
}

/** Writes what a task does into a line of a box, behind the picture of its mark. */
export function paintStatus(
  paint: Paint,
  look: Look,
  view: TaskView,
  { x, y, width, height }: Box,
  align: 'left' | 'center' = 'center',
  texts: readonly string[] = statusTexts(view),
): void {
  const type: Type = {
    family: 'text',
    size: Math.min(look.sizes.m, Math.max(look.sizes.xs, height * 0.62)),
    strong: true,
  };
  const swatch = { width: type.size * 1.35, height: type.size * 0.82 };
  const apart = type.size * 0.45;
  const bare = view.mark === 'absent';
  const least = { ...type, size: look.sizes.xs };
  const room = width - (bare ? 0 : swatch.width + apart);
  const [text, used] = firstThatFits(paint, look, texts, room, [type, least]);
  // What is written is measured with all digits alike, so the line stays where it is while they change.
  const total = (bare ? 0 : swatch.width + (text === '' ? 0 : apart)) + widthOf(paint, text, used);
  const left = align === 'left' ? x : x + Math.max(0, (width - total) / 2);
  const middle = y + height / 2;
  if (!bare) paintSwatch(paint, look, view.mark, { x: left, y: middle - swatch.height / 2, ...swatch });
  paint.fillStyle = view.mark === 'holding' || view.mark === 'failed' ? look.palette.hold : look.palette.ink;
  write(paint, text, left + (bare ? 0 : swatch.width + apart), middle + used.size * 0.35, used);
}

/** The fullest text that fits at one of some sizes; where none does the last, cut off. It becomes what is written in. */
function firstThatFits(
  paint: Paint,
  look: Look,
  texts: readonly string[],
  room: number,
  types: readonly [Type, Type],
): readonly [string, Type] {
  for (const text of texts) {
    for (const type of types) {
      setType(paint, look, type);
      if (widthOf(paint, text, type) <= room) return [text, type];
    }
  }
  return [cut(paint, texts.at(-1) ?? '', room, types[1]), types[1]];
}
