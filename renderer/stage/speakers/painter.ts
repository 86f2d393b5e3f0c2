/** Speakers at their lecterns, and what they say. */
import type { Paint } from '../boards/table-painter.ts';
import type { Look } from '../kit/look.ts';
import type { Box } from '../../picture/areas.ts';
import type { Tools } from '../kit/stage-kind.ts';
import { setType, write, type Type } from '../kit/type.ts';

/** A speaker is drawn on a field of so many units, feet down. */
const WIDTH = 100;
const HEIGHT = 100;
const HEAD = 'M50 6a15 15 0 1 1-.01 0Z';
const BUST = 'M50 39C70 39 82 50 84 72V80H16V72C18 50 30 39 50 39Z';
const MOUTH = 'M46 25.5h8';
const OPEN = 'M50 24a3.6 4.2 0 1 1-.01 0Z';
const LECTERN = 'M12 64H88L80 100H20Z';
const TOP = 'M8 58H92V66H8Z';

const paths = new Map<string, Path2D>();

/** The path of some path data, which is read once. */
function path(data: string): Path2D {
  let known = paths.get(data);
  if (known === undefined) paths.set(data, (known = new Path2D(data)));
  return known;
}

/** Draws a speaker on the lower side of a box, as large as there is room. */
export function paintSpeaker({ paint, look, lane }: Tools, { x, y, width, height }: Box, speaks: boolean): void {
  const { palette, more } = look;
  const scale = Math.min(width / WIDTH, height / HEIGHT);
  paint.save();
  paint.translate(x + (width - WIDTH * scale) / 2, y + height - HEIGHT * scale);
  paint.scale(scale, scale);
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  const line = Math.max(2, 1.2 / scale);
  const shape = (data: string, fill: string, stroke: string) => {
    paint.strokeStyle = stroke;
    paint.lineWidth = line;
    paint.stroke(path(data));
    paint.fillStyle = fill;
    paint.fill(path(data));
  };
  const outline = palette['piece-white-line'];
  shape(BUST, more[`wedge-${((lane % 4) + 1) as 1 | 2 | 3 | 4}`], outline);
  shape(HEAD, palette['square-light'], outline);
  paint.strokeStyle = outline;
  paint.fillStyle = outline;
  if (speaks) paint.fill(path(OPEN));
  else paint.stroke(path(MOUTH));
  shape(LECTERN, palette.table, palette['table-edge']);
  shape(TOP, palette['square-dark'], palette['table-edge']);
  paint.restore();
}

/** Where the tail of a bubble points. */
export type Tail = 'down' | 'left' | 'none';

/** A bubble with a word; one that is being said now is lit. */
export function paintBubble(
  paint: Paint,
  look: Look,
  { x, y, width, height }: Box,
  word: string,
  lit: boolean,
  tail: Tail,
): void {
  const { palette } = look;
  const radius = height * 0.36;
  const long = height * 0.3;
  paint.beginPath();
  paint.roundRect(x, y, width, height, radius);
  if (tail === 'down') {
    const middle = x + width * 0.5;
    paint.moveTo(middle + long * 0.6, y + height - 1);
    paint.lineTo(middle, y + height + long);
    paint.lineTo(middle - long * 0.5, y + height - 1);
  } else if (tail === 'left') {
    const low = y + height * 0.58;
    paint.moveTo(x + 1, low + long * 0.55);
    paint.lineTo(x - long, low + long * 0.9);
    paint.lineTo(x + 1, low - long * 0.35);
  }
  paint.lineJoin = 'round';
  paint.strokeStyle = palette.ink;
  paint.lineWidth = lit ? 5 : 3;
  paint.stroke();
  paint.fillStyle = lit ? palette.lamp : palette.sheet;
  paint.fill();
  const type: Type = { family: 'face', size: Math.min(height * 0.74, width * 0.4) };
  setType(paint, look, type);
  paint.fillStyle = palette.ink;
  write(paint, word, x + width / 2, y + height / 2 + type.size * 0.26, type, 'center');
}
