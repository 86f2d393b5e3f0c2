/** Where everything stands in the picture of a call stack: the frames, what the program has got, the values in memory. */
import { counted } from '../../../shared/counted.ts';
import type { Sizes } from '../../picture/inks.ts';
import type { Box, Size } from '../../picture/areas.ts';
import { layoutSquares, scaleOf, type Scale } from './meter.ts';

/** What the layout depends on; none of it changes from instant to instant. */
export interface CallStackShape {
  /** How many frames there ever are. */
  readonly rows: number;
  /** Letters of the longest line of the listing. */
  readonly letters: number;
  /** Characters of the longest value. */
  readonly digits: number;
  /** The most values that are ever in memory in any lane. */
  readonly most: number;
}

export interface MeterLayout {
  readonly box: Box;
  /** The middle of the number, its base line and the size of its digits. */
  readonly number: { readonly x: number; readonly y: number; readonly size: number };
  readonly scale: Scale;
  /** The wood round the squares. */
  readonly rack: Box;
  readonly squares: readonly Box[];
  /** Lines of words: where the first begins, and how many there is room for. */
  readonly words: { readonly x: number; readonly y: number; readonly width: number; readonly lines: number };
}

export interface CallStackLayout {
  readonly size: Size;
  readonly head: Box;
  /** The rail at which the frames on the stack are; its height is that of the whole stack. */
  readonly rail: Box;
  /** The frames at the rail; one that is parked stands `aside` to the right of it. */
  readonly cards: readonly Box[];
  readonly aside: number;
  /** How many lines of text a card has: the frame's name, what it does, its line of the listing. */
  readonly lines: 1 | 2 | 3;
  readonly code: number;
  /** The column in which values go up and down: its middle, and the size of a value. */
  readonly shaft: { readonly x: number; readonly width: number; readonly height: number };
  readonly strip: Box;
  /** Whether the name of the strip is in front of its values, where it takes no height. */
  readonly inFront: boolean;
  /** Size of a value in the strip. */
  readonly chip: { readonly width: number; readonly height: number };
  readonly meter: MeterLayout;
}

/** Width of a letter of code, of a figure of the face and of one of the text, in sizes of the type. */
const CODE_LETTER = 0.61;
const FACE_FIGURE = 0.66;
const FIGURE = 0.62;

export function layoutCallStack(size: Size, shape: CallStackShape, sizes: Sizes): CallStackLayout {
  const { width, height } = size;
  const { xs, s, m } = sizes;
  const margin = width < 420 ? 8 : 14;
  const beside = width >= 39 * xs;
  const top = Math.round(margin * 0.6);
  const meterWidth = Math.round(Math.max(15 * xs, Math.min(30 * xs, width * 0.36)));
  const band = Math.round(Math.min(height * 0.3, 9.5 * xs));
  const stackWidth = width - 2 * margin - (beside ? meterWidth + 1.6 * margin : 0);
  const bottom = height - top - (beside ? 0 : band + Math.round(xs * 0.6));
  const value = height > 32 * xs ? m : s;
  const chip = { width: Math.ceil(Math.max(2.4, shape.digits * FIGURE + 1) * value), height: Math.round(value * 1.75) };
  const inFront = height < 28 * xs;
  const stripHeight = Math.round((inFront ? 0 : xs * 1.6) + chip.height + 2);
  const strip = { x: margin, y: bottom - stripHeight, width: stackWidth, height: stripHeight };
  const headHeight = Math.round(m * 1.6);
  const head = { x: margin, y: top, width: stackWidth, height: headHeight };
  const area = { x: margin, y: top + headHeight, width: stackWidth, height: strip.y - xs * 0.7 - top - headHeight };
  const stack = layoutCards(area, shape, sizes);
  const shaftWidth = Math.min(stack.cards[0]!.width * 0.4, chip.width + 6);
  const meterBox = beside
    ? { x: width - margin - meterWidth, y: top, width: meterWidth, height: height - 2 * top }
    : { x: margin, y: height - top - band, width: stackWidth, height: band };
  const { x, width: cardWidth, height: cardHeight } = stack.cards[0]!;
  return {
    size,
    head,
    ...stack,
    shaft: {
      x: Math.round(x + cardWidth - shaftWidth / 2 - 8),
      width: Math.round(shaftWidth),
      height: Math.round(Math.min(chip.height, stack.lines > 1 ? cardHeight * 0.46 : cardHeight - 6)),
    },
    strip,
    inFront,
    chip,
    meter: beside ? layoutColumn(meterBox, shape.most, sizes) : layoutBand(meterBox, shape.most, sizes),
  };
}

function layoutCards(area: Box, { rows, letters }: CallStackShape, { xs, s, xl }: Sizes) {
  const railWidth = Math.round(Math.max(8, xs * 0.8));
  const aside = Math.round(Math.max(14, Math.min(area.width * 0.1, 4 * s)));
  const width = Math.floor(area.width - railWidth - aside);
  const pitch = Math.min((area.height + xs * 1.3) / rows, 13 * s);
  const gap = Math.round(Math.max(Math.min(xs * 1.35, pitch * 0.3), Math.min(pitch * 0.28, 3 * s)));
  const height = Math.max(10, Math.floor(pitch - gap));
  // Where a card is wide, what a frame does has room beside its name.
  const tall = width < 40 * xs && height >= Math.min(6 * xs, Math.max(80, 5 * xs));
  const lines = tall ? 3 : height >= 2.6 * xs ? 2 : 1;
  const room = width - 3.2 * xs;
  const largest = lines > 1 ? Math.min(xl, height * (lines === 3 ? 0.21 : 0.32)) : xs;
  const code = Math.max(Math.min(12, xs), Math.min(largest, room / (CODE_LETTER * Math.max(12, letters))));
  const block = rows * (height + gap) - gap;
  const top = Math.round(area.y + Math.max(0, Math.min((area.height - block) / 2, 2 * s)));
  const x = area.x + railWidth;
  const cards = Array.from({ length: rows }, (_, row) => ({ x, y: top + row * (height + gap), width, height }));
  const rail = { x: area.x, y: top, width: railWidth, height: block };
  return { cards, rail, aside, lines, code } as const;
}

const figures = (most: number) => {
  const text = counted(most);
  return text.replace(/\D/g, '').length + (text.length - text.replace(/\D/g, '').length) * 0.5;
};

/** Beside the stack: the number, the squares below it, and words below these. */
function layoutColumn(box: Box, most: number, { xs, m }: Sizes): MeterLayout {
  const title = Math.round(m * 1.6);
  const size = Math.min(box.height * 0.27, box.width / (FACE_FIGURE * Math.max(1.6, figures(most))));
  const base = box.y + title + size * 0.86;
  const edge = 6;
  const scale = scaleOf(most);
  // Where a square is more than a value, that has to be told.
  const lines = box.height < 26 * xs && scale.unit === 1 ? 3 : 4;
  const words = Math.round(xs * 1.4 * lines);
  const top = Math.round(base + Math.max(xs * 0.8, size * 0.26));
  const inner = {
    x: box.x + edge,
    y: top + edge,
    width: box.width - 2 * edge + 3,
    height: Math.max(12, box.y + box.height - words - top - 2 * edge),
  };
  return settle(box, inner, edge, scale, { x: box.x + box.width / 2, y: base, size }, 4.5 * m, lines, xs);
}

/** Below the stack: the number at the left, the squares at its right. */
function layoutBand(box: Box, most: number, { xs, m }: Sizes): MeterLayout {
  const edge = 4;
  const half = box.width * 0.5;
  const size = Math.min(box.height * 0.46, half / (FACE_FIGURE * Math.max(1.6, figures(most))));
  const inner = {
    x: box.x + half + edge + 6,
    y: box.y + xs * 0.6 + edge,
    width: half - 2 * edge - 6,
    height: box.height - xs * 2.4 - 2 * edge,
  };
  const number = { x: box.x + half / 2, y: box.y + xs * 1.6 + size * 0.86, size };
  return settle(box, inner, edge, scaleOf(most), number, 2.4 * m, 1, xs);
}

function settle(
  box: Box,
  inner: Box,
  edge: number,
  scale: Scale,
  number: MeterLayout['number'],
  largest: number,
  lines: number,
  xs: number,
): MeterLayout {
  const raw = layoutSquares(inner, scale.slots, largest);
  const right = Math.max(...raw.map(({ x, width }) => x + width));
  const low = Math.max(...raw.map(({ y, height }) => y + height));
  // In the middle of the room they were given.
  const shift = Math.round((inner.x + inner.width - 3 - right) / 2);
  const squares = raw.map((square) => ({ ...square, x: square.x + shift }));
  const rack = {
    x: inner.x + shift - edge,
    y: inner.y - edge,
    width: right - inner.x + 2 * edge,
    height: low - inner.y + 2 * edge,
  };
  const wide = lines === 1 ? { x: inner.x - edge, width: inner.width + edge } : { x: box.x, width: box.width };
  return { box, number, scale, rack, squares, words: { ...wide, y: rack.y + rack.height + xs * 1.4, lines } };
}
