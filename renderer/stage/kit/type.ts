/** Text on a canvas: fitted to the room there is, with digits in cells of their own where they change. */
import type { Paint } from '../boards/table-painter.ts';
import type { Look } from './look.ts';

/** Width of a digit's cell, in sizes of the type: Besley's and Libre Franklin's widest digit. */
const CELL = { face: 0.62, text: 0.6 } as const;

export interface Type {
  /** The clock's face, or what all is read in. */
  readonly family: 'face' | 'text';
  readonly size: number;
  readonly strong?: boolean;
}

export type Align = 'left' | 'center' | 'right';

/** Makes a type the one that is written in. */
export function setType(paint: Paint, { palette, face }: Look, { family, size, strong = false }: Type): void {
  const weight = family === 'face' ? face.weight : palette[strong ? 'weight-strong' : 'weight-text'];
  paint.font = `${weight} ${size}px ${family === 'face' ? face.font : palette['font-text']}`;
  paint.textBaseline = 'alphabetic';
  paint.textAlign = 'left';
}

// Measuring costs more than drawing; the same few texts come at every frame.
const measured = new Map<string, number>();
const MEASURED_MOST = 4000;

function naturalWidth(paint: Paint, text: string): number {
  const key = `${paint.font}\n${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  if (measured.size > MEASURED_MOST) measured.clear();
  const { width } = paint.measureText(text);
  measured.set(key, width);
  return width;
}

/** Width of a text whose digits stand in cells. */
export function widthOf(paint: Paint, text: string, { family, size }: Type): number {
  const digits = text.replace(/\D/g, '').length;
  const rest = text.replace(/\d/g, '');
  return digits * CELL[family] * size + (rest === '' ? 0 : naturalWidth(paint, rest));
}

/** Writes a text whose digits stand in cells, its base line at `y`. The type has been set. */
export function write(paint: Paint, text: string, x: number, y: number, type: Type, align: Align = 'left'): void {
  const cell = CELL[type.family] * type.size;
  const width = align === 'left' ? 0 : widthOf(paint, text, type);
  let left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  for (const part of text.match(/\d|\D+/g) ?? []) {
    const own = naturalWidth(paint, part);
    const room = /\d/.test(part) ? cell : own;
    paint.fillText(part, left + (room - own) / 2, y);
    left += room;
  }
}

/** The first of some texts that fits; where none does the last, cut off. Digits do not make a difference. */
export function fitting(paint: Paint, texts: readonly string[], room: number, type: Type): string {
  const found = texts.find((text) => widthOf(paint, text, type) <= room);
  return found ?? cut(paint, texts.at(-1) ?? '', room, type);
}

/**
 * A text with an ellipsis where there is no room for all of it. The number at its end is what tells names apart, so it
 * stays as long as it can; nothing is left where there is no room for that.
 */
export function cut(paint: Paint, text: string, room: number, type: Type): string {
  const fits = (shorter: string) => widthOf(paint, shorter, type) <= room;
  if (fits(text)) return text;
  const end = /\W?\d{1,7}$/.exec(text)?.[0] ?? '';
  for (let length = text.length - end.length - 1; length > 0; length--) {
    const shorter = `${text.slice(0, length).trimEnd()}…${end}`;
    if (fits(shorter)) return shorter;
  }
  const number = end.replace(/^\D/, '');
  return fits(number) ? number : '';
}

/** The largest size, from `least` to `most`, at which a text fits into some room. */
export function sizeFor(paint: Paint, look: Look, text: string, room: number, type: Type, least: number): number {
  setType(paint, look, type);
  const width = widthOf(paint, text, type);
  return width <= room ? type.size : Math.max(least, Math.floor((type.size * room) / width));
}
