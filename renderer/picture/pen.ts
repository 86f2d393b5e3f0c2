import type { MarkId } from '../../shared/fold/marks.ts';
import type { Size } from './surface.svelte.ts';
import type { Inks } from './inks.ts';
import type { Box } from './areas.ts';

type Face = 'text' | 'strong' | 'face' | 'code';

/** How a word is written. */
export interface Hand {
  readonly size: number;
  readonly face?: Face;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** What there is room for; longer words are narrowed a little, then cut. */
  readonly most?: number;
}

/** The smallest share of its width to which a word is narrowed. */
const NARROWEST = 0.86;

/** Draws with the inks of a picture: words, figures in cells of equal width, boxes, the four marks. */
export class Pen {
  readonly paint: CanvasRenderingContext2D;
  readonly inks: Inks;
  readonly size: Size;
  readonly #widths = new Map<string, number>();

  constructor(paint: CanvasRenderingContext2D, inks: Inks, size: Size) {
    this.paint = paint;
    this.inks = inks;
    this.size = size;
    // Digits that change must not push each other about.
    paint.fontKerning = 'none';
  }

  /** The floor, over everything that was drawn before. */
  clear(): void {
    this.fill({ x: 0, y: 0, ...this.size }, this.inks.palette.floor);
  }

  fill({ x, y, width, height }: Box, style: string | CanvasPattern, radius = 0): void {
    const { paint } = this;
    paint.fillStyle = style;
    if (radius === 0) return paint.fillRect(x, y, width, height);
    paint.beginPath();
    paint.roundRect(x, y, Math.max(0, width), Math.max(0, height), radius);
    paint.fill();
  }

  /** A line along the inside of a box. */
  frame({ x, y, width, height }: Box, style: string, line = 1, radius = 0): void {
    const { paint } = this;
    paint.strokeStyle = style;
    paint.lineWidth = line;
    paint.beginPath();
    paint.roundRect(x + line / 2, y + line / 2, Math.max(0, width - line), Math.max(0, height - line), radius);
    paint.stroke();
  }

  /** One of the four marks as large as a box; null is what is over. */
  mark(box: Box, mark: MarkId | null): void {
    const { palette, patterns } = this.inks;
    if (mark === 'running') this.fill(box, palette.run);
    else if (mark === 'waiting') this.fill(box, patterns.hatch);
    else if (mark === 'holding') this.fill(box, patterns.bars);
    else if (mark === 'ready') {
      this.fill(box, palette.sheet);
      this.frame(box, palette.ready, Math.min(box.width, box.height) < 7 ? 1 : 2);
    } else this.frame(box, palette.done, 1);
  }

  /** Writes a word with its baseline at `y`; digits stand in cells of equal width. Tells how wide it is. */
  write(text: string, x: number, y: number, hand: Hand): number {
    const { paint } = this;
    paint.font = this.#font(hand);
    paint.fillStyle = hand.colour ?? this.inks.palette.ink;
    const { shown, width, narrow } = this.#fitted(text, hand);
    const drawn = width * narrow;
    const left = hand.align === 'right' ? x - drawn : hand.align === 'center' ? x - drawn / 2 : x;
    paint.textBaseline = 'alphabetic';
    paint.save();
    // Between pixels letters are blurred.
    paint.translate(Math.round(left), Math.round(y));
    if (narrow < 1) paint.scale(narrow, 1);
    this.#letters(shown);
    paint.restore();
    return drawn;
  }

  /** How wide a word would be. */
  measure(text: string, hand: Hand): number {
    this.paint.font = this.#font(hand);
    return this.#width(text);
  }

  /** Whether there is room for a word without cutting it. */
  fits(text: string, hand: Hand & { readonly most: number }): boolean {
    return this.measure(text, hand) * NARROWEST <= hand.most;
  }

  /** Writes of several wordings the first for which there is room, or the last one. */
  writeFirst(texts: readonly string[], x: number, y: number, hand: Hand & { readonly most: number }): number {
    const text = texts.find((each) => this.measure(each, hand) <= hand.most) ?? texts.at(-1) ?? '';
    return this.write(text, x, y, hand);
  }

  /** The size at which a word has room, at least three quarters of the given one. */
  fitting(text: string, hand: Hand, most: number): number {
    return hand.size * Math.max(0.75, Math.min(1, most / Math.max(1, this.measure(text, hand))));
  }

  #font({ size, face = 'text' }: Hand): string {
    const { palette, more } = this.inks;
    if (face === 'face') return `${more['weight-face']} ${size}px ${more['font-face']}`;
    if (face === 'code') return `${palette['weight-text']} ${size}px ${more['font-code']}`;
    return `${palette[face === 'strong' ? 'weight-strong' : 'weight-text']} ${size}px ${palette['font-text']}`;
  }

  #fitted(text: string, { most = Infinity }: Hand): { shown: string; width: number; narrow: number } {
    let shown = text;
    let width = this.#width(text);
    if (width * NARROWEST > most) {
      while (shown.length > 1 && width * NARROWEST > most) {
        shown = shown.slice(0, -1).trimEnd();
        width = this.#width(`${shown}…`);
      }
      shown = `${shown}…`;
    }
    return { shown, width, narrow: Math.min(1, most / width) };
  }

  /** Words in one go, digits one by one in their cells. */
  #letters(text: string): void {
    let x = 0;
    const cell = this.#piece('0');
    for (const part of text.match(/\d|\D+/g) ?? []) {
      const width = this.#piece(part);
      const isDigit = part >= '0' && part <= '9' && part.length === 1;
      this.paint.fillText(part, isDigit ? x + (cell - width) / 2 : x, 0);
      x += isDigit ? cell : width;
    }
  }

  #width(text: string): number {
    const cell = this.#piece('0');
    let width = 0;
    for (const part of text.match(/\d|\D+/g) ?? []) width += /^\d$/.test(part) ? cell : this.#piece(part);
    return width;
  }

  #piece(text: string): number {
    const key = `${this.paint.font}\n${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size > 5000) this.#widths.clear();
      this.#widths.set(key, (width = this.paint.measureText(text).width));
    }
    return width;
  }
}
