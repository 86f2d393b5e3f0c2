/** Speakers at their lecterns, and what they say. */
import type { Box } from '../../picture/areas.ts';
import { pathOf } from '../../picture/paths.ts';
import type { Pen } from '../../picture/pen.ts';
import type { CardTools } from '../kit/cards.ts';

/** A speaker is drawn on a field of so many units; the lectern stands on its lower side. */
const WIDTH = 100;
const HEIGHT = 100;
const HEAD = 'M50 6a15 15 0 1 1-.01 0Z';
const BUST = 'M50 39C70 39 82 50 84 72V80H16V72C18 50 30 39 50 39Z';
const MOUTH = 'M46 25.5h8';
const OPEN = 'M50 24a3.6 4.2 0 1 1-.01 0Z';
const LECTERN = 'M12 64H88L80 100H20Z';
const TOP = 'M8 58H92V66H8Z';

/** Draws a speaker on the lower side of a box, as large as there is room. */
export function paintSpeaker({ pen, laneColour }: CardTools, { x, y, width, height }: Box, speaks: boolean): void {
  const { context } = pen;
  const { colours } = pen.inks;
  const scale = Math.min(width / WIDTH, height / HEIGHT);
  context.save();
  context.translate(x + (width - WIDTH * scale) / 2, y + height - HEIGHT * scale);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const line = Math.max(2, 1.2 / scale);
  const shape = (data: string, fill: string, stroke: string) => {
    context.strokeStyle = stroke;
    context.lineWidth = line;
    context.stroke(pathOf(data));
    context.fillStyle = fill;
    context.fill(pathOf(data));
  };
  const outline = colours['piece-white-line'];
  shape(BUST, laneColour, outline);
  shape(HEAD, colours['square-light'], outline);
  context.strokeStyle = outline;
  context.fillStyle = outline;
  if (speaks) context.fill(pathOf(OPEN));
  else context.stroke(pathOf(MOUTH));
  shape(LECTERN, colours.table, colours['table-edge']);
  shape(TOP, colours['square-dark'], colours['table-edge']);
  context.restore();
}

/** Where the tail of a bubble points. */
export type Tail = 'down' | 'left' | 'none';

/** Draws a bubble with a word; a word that is being said now is lit. */
export function paintBubble(pen: Pen, { x, y, width, height }: Box, word: string, lit: boolean, tail: Tail): void {
  const { context } = pen;
  const { colours } = pen.inks;
  const radius = height * 0.36;
  const long = height * 0.3;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  if (tail === 'down') {
    const middle = x + width * 0.5;
    context.moveTo(middle + long * 0.6, y + height - 1);
    context.lineTo(middle, y + height + long);
    context.lineTo(middle - long * 0.5, y + height - 1);
  } else if (tail === 'left') {
    const low = y + height * 0.58;
    context.moveTo(x + 1, low + long * 0.55);
    context.lineTo(x - long, low + long * 0.9);
    context.lineTo(x + 1, low - long * 0.35);
  }
  context.lineJoin = 'round';
  context.strokeStyle = colours.ink;
  context.lineWidth = lit ? 5 : 3;
  context.stroke();
  context.fillStyle = lit ? colours.lamp : colours.sheet;
  context.fill();
  const size = Math.min(height * 0.74, width * 0.4);
  pen.write(word, x + width / 2, y + height / 2 + size * 0.26, { size, face: 'face', align: 'center' });
}
