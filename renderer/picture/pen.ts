import type { MarkId } from '../../shared/fold/marks.ts';
import type { Box, Size } from './areas.ts';
import type { Face, Inks } from './inks.ts';

/** How a text is written. */
export interface TextStyle {
  /** In CSS pixels. */
  readonly size: number;
  readonly face?: Face;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** The room there is; a longer text is narrowed a little, then cut. */
  readonly most?: number;
}

/** The smallest share of its width to which a text is narrowed. */
const NARROWEST = 0.86;
/** Widths that are kept: measuring costs more than drawing, and the same few texts come at every display frame. */
const KEPT_MOST = 5000;

/** Draws with the inks of a picture: texts whose digits stand in cells of equal width, boxes, the four marks. */
export class Pen {
  readonly context: CanvasRenderingContext2D;
  readonly inks: Inks;
  readonly size: Size;
  readonly #widths = new Map<string, number>();

  constructor(context: CanvasRenderingContext2D, inks: Inks, size: Size) {
    this.context = context;
    this.inks = inks;
    this.size = size;
    // Digits that change must not push each other about.
    context.fontKerning = 'none';
  }

  /** Covers everything that was drawn before with the floor. */
  clear(): void {
    this.fill({ x: 0, y: 0, ...this.size }, this.inks.colours.floor);
  }

  /** Draws only within a box while `draw` runs. */
  within({ x, y, width, height }: Box, draw: () => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
  }

  fill({ x, y, width, height }: Box, style: string | CanvasPattern, radius = 0): void {
    const { context } = this;
    context.fillStyle = style;
    if (radius === 0) return context.fillRect(x, y, width, height);
    context.beginPath();
    context.roundRect(x, y, Math.max(0, width), Math.max(0, height), radius);
    context.fill();
  }

  /** Draws a line along the inside of a box. */
  frame({ x, y, width, height }: Box, style: string, line = 1, radius = 0): void {
    const { context } = this;
    context.strokeStyle = style;
    context.lineWidth = line;
    context.beginPath();
    context.roundRect(x + line / 2, y + line / 2, Math.max(0, width - line), Math.max(0, height - line), radius);
    context.stroke();
  }

  /** Draws a disc, with a line round it where there is one. */
  disc(
    x: number,
    y: number,
    radius: number,
    fill: string | CanvasPattern,
    line?: { style: string; width: number },
  ): void {
    const { context } = this;
    context.beginPath();
    context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    if (line === undefined) return;
    context.strokeStyle = line.style;
    context.lineWidth = line.width;
    context.stroke();
  }

  /** Draws one of the four marks as large as a box; null is what is over. */
  mark(box: Box, mark: MarkId | null): void {
    const { colours, patterns } = this.inks;
    if (mark === 'running') this.fill(box, colours.run);
    else if (mark === 'waiting') this.fill(box, patterns.hatch);
    else if (mark === 'holding') this.fill(box, patterns.bars);
    else if (mark === 'ready') {
      this.fill(box, colours.sheet);
      this.frame(box, colours.ready, Math.min(box.width, box.height) < 7 ? 1 : 2);
    } else this.frame(box, colours.done, 1);
  }

  /** Writes a text with its baseline at `y`. Returns its width. */
  write(text: string, x: number, y: number, style: TextStyle): number {
    const { context } = this;
    context.font = this.fontOf(style);
    context.fillStyle = style.colour ?? this.inks.colours.ink;
    const { shown, width, narrow } = this.#fitted(text, style);
    const drawn = width * narrow;
    const left = style.align === 'right' ? x - drawn : style.align === 'center' ? x - drawn / 2 : x;
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    // Between pixels letters are blurred.
    const [x0, y0] = [Math.round(left), Math.round(y)];
    if (narrow === 1) {
      this.#letters(shown, x0, y0);
      return drawn;
    }
    context.save();
    context.translate(x0, y0);
    context.scale(narrow, 1);
    this.#letters(shown, 0, 0);
    context.restore();
    return drawn;
  }

  /** The width of a text. */
  measure(text: string, style: TextStyle): number {
    this.context.font = this.fontOf(style);
    return this.#width(text);
  }

  /** Whether there is room for a text without cutting it. */
  fits(text: string, style: TextStyle & { readonly most: number }): boolean {
    return this.measure(text, style) * NARROWEST <= style.most;
  }

  /** Writes the first of several wordings for which there is room, or the last one. */
  writeFirst(texts: readonly string[], x: number, y: number, style: TextStyle & { readonly most: number }): number {
    const text = texts.find((each) => this.measure(each, style) <= style.most) ?? texts.at(-1) ?? '';
    return this.write(text, x, y, style);
  }

  /** The size at which a text has room: not more than that of its style, not less than `least`. */
  sizeFor(text: string, style: TextStyle, most: number, least = style.size * 0.75): number {
    const width = this.measure(text, style);
    return width <= most ? style.size : Math.max(least, (style.size * most) / width);
  }

  /** The CSS font of a style. */
  fontOf({ size, face = 'text' }: TextStyle): string {
    const { weight, family } = this.inks.fonts[face];
    return `${weight} ${size}px ${family}`;
  }

  #fitted(text: string, { most = Infinity }: TextStyle): { shown: string; width: number; narrow: number } {
    const shown = this.#width(text) * NARROWEST <= most ? text : this.#cut(text, most);
    const width = this.#width(shown);
    return { shown, width, narrow: width > most ? most / width : 1 };
  }

  /** A text with an ellipsis. A number at its end tells names apart, so it stays as long as there is room for it. */
  #cut(text: string, most: number): string {
    const fits = (shorter: string) => this.#width(shorter) * NARROWEST <= most;
    const end = /\W?\d{1,7}$/.exec(text)?.[0] ?? '';
    for (let length = text.length - end.length - 1; length > 0; length--) {
      const shorter = `${text.slice(0, length).trimEnd()}…${end}`;
      if (fits(shorter)) return shorter;
    }
    const number = end.replace(/^\D/, '');
    return fits(number) ? number : '';
  }

  /** Letters in one go, digits one by one in their cells. */
  #letters(text: string, x: number, y: number): void {
    const { context } = this;
    const cell = this.#cell();
    for (const part of text.match(/\d|\D+/g) ?? []) {
      const width = this.#piece(part);
      const room = isDigit(part) ? cell : width;
      context.fillText(part, x + (room - width) / 2, y);
      x += room;
    }
  }

  #width(text: string): number {
    const cell = this.#cell();
    let width = 0;
    for (const part of text.match(/\d|\D+/g) ?? []) width += isDigit(part) ? cell : this.#piece(part);
    return width;
  }

  /** The width of a digit's cell: that of the widest digit. */
  #cell(): number {
    const key = `${this.context.font}\ncell`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = Math.max(...Array.from('0123456789', (digit) => this.#piece(digit)));
      this.#widths.set(key, width);
    }
    return width;
  }

  #piece(text: string): number {
    const key = `${this.context.font}\n${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size > KEPT_MOST) this.#widths.clear();
      this.#widths.set(key, (width = this.context.measureText(text).width));
    }
    return width;
  }
}

function isDigit(part: string): boolean {
  return part.length === 1 && part >= '0' && part <= '9';
}
