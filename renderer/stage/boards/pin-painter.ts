import { inset, overlaps, type Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { boards as words } from '../../words/en/boards.ts';
import { fill } from '../../words/fill.ts';
import type { Pin } from './pin-view.ts';

/** More masters than that are at every board: tiles say so, and rings would hide them. */
const PINS_MOST = 24;
/** Radius of a ring in CSS pixels, at least. */
const RING = 9;

export interface PinRoom {
  /** The board that is looked at, from 0. */
  readonly near: number;
  /** Side of a tile. */
  readonly side: number;
  /** Where labels may be. */
  readonly room: Box;
}

/**
 * Draws the masters over a field of tiles, each with a ring and, where that covers no other, the number of her board. Of
 * several the one at the board that is looked at is named first.
 */
export function paintPins(pen: Pen, pins: readonly Pin[], { near, side, room }: PinRoom): void {
  if (pins.length > PINS_MOST) return;
  const { colours, sizes } = pen.inks;
  const colourOf = ({ pose }: Pin) => (pose === 'held' ? colours.hold : pose === 'works' ? colours.run : colours.done);
  const radius = Math.max(RING, side * 0.78);
  for (const pin of pins) {
    pen.disc(pin.x, pin.y, radius, 'transparent', { style: colours.sheet, width: 7 });
    pen.disc(pin.x, pin.y, radius, 'transparent', { style: colourOf(pin), width: 4 });
  }
  const style = { size: sizes.s, face: 'strong', colour: colours['on-run'] } as const;
  const height = Math.round(sizes.s * 1.5);
  const reach = radius + 5;
  const rings = pins.map(({ x, y }): Box => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }));
  const taken: Box[] = [];
  for (const index of inOrder(pins, near)) {
    const pin = pins[index]!;
    const text = fill(words.pin, { board: pin.board + 1 });
    const width = Math.ceil(pen.measure(text, style) + sizes.s);
    const others = [...rings.filter((_, other) => other !== index), ...taken];
    const free = labelBoxes(pin, { reach, width, height }, room).filter(
      (box) => !overlaps(box, { ...rings[index]!, x: rings[index]!.x + 1, width: 2 * reach - 2 }),
    );
    const box = free.find((each) => !others.some((other) => overlaps(each, other)));
    if (box === undefined) continue;
    taken.push(box);
    pen.fill(inset(box, -2), colours.sheet, height / 2);
    pen.fill(box, colourOf(pin), height / 2 - 1);
    pen.write(text, box.x + width / 2, box.y + height * 0.72, { ...style, align: 'center' });
  }
}

/** The pins by number, the one looked at before all. */
function inOrder(pins: readonly Pin[], near: number): number[] {
  const order = pins.map((_, index) => index);
  return order.sort((a, b) => Number(pins[b]!.board === near) - Number(pins[a]!.board === near));
}

/** Where a label can be: above her, below, at her right, at her left, and within the room. */
function labelBoxes(
  { x, y }: Pin,
  { reach, width, height }: { readonly reach: number; readonly width: number; readonly height: number },
  room: Box,
): Box[] {
  const within = (at: number, from: number, length: number, whole: number) =>
    Math.max(from + 2, Math.min(from + whole - length - 2, at));
  const boxes: readonly (readonly [number, number])[] = [
    [x - width / 2, y - reach - height - 1],
    [x - width / 2, y + reach + 1],
    [x + reach, y - height / 2],
    [x - reach - width, y - height / 2],
  ];
  return boxes.map(([left, top]) => ({
    x: within(left, room.x, width, room.width),
    y: within(top, room.y, height, room.height),
    width,
    height,
  }));
}
