import type { MarkId } from '../../shared/fold/marks.ts';
import type { Box, Size } from './areas.ts';
import type { Face, Inks } from './inks.ts';
import { TextRuns } from './text-runs.ts';

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
/** Draws with the inks of a picture: texts whose digits stand in cells of equal width, boxes, the four marks. */
export class Pen {
  readonly context: CanvasRenderingContext2D;
  readonly inks: Inks;
  readonly size: Size;
  readonly #texts: TextRuns;
  // The font that the context has. To set one costs more than to write with it.
  #font = '';

  constructor(context: CanvasRenderingContext2D, inks: Inks, size: Size) {
    this.context = context;
    this.inks = inks;
    this.size = size;
    // Digits that change must not push each other about.
    context.fontKerning = 'none';
    this.#texts = new TextRuns((font, text) => {
      this.#use(font);
      return context.measureText(text).width;
    });
  }

  /** Covers everything that was drawn before with the floor. */
  clear(): void {
    this.fill({ x: 0, y: 0, ...this.size }, this.inks.colours.floor);
  }

  /** Draws only within a box while `draw` runs. */
  within({ x, y, width, height }: Box, draw: () => void): void {
    const { context } = this;
    this.apart(() => {
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      draw();
    });
  }

  /** Leaves everything as it was before but for what `draw` has drawn. */
  apart(draw: () => void): void {
    const font = this.#font;
    this.context.save();
    draw();
    this.context.restore();
    this.#font = font;
  }

  #use(font: string): void {
    if (font === this.#font) return;
    this.#font = font;
    this.context.font = font;
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
    const font = this.fontOf(style);
    const { shown, width, narrow } = this.#fitted(font, text, style);
    this.#use(font);
    context.fillStyle = style.colour ?? this.inks.colours.ink;
    const drawn = width * narrow;
    const left = style.align === 'right' ? x - drawn : style.align === 'center' ? x - drawn / 2 : x;
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    // Between pixels letters are blurred.
    const [x0, y0] = [Math.round(left), Math.round(y)];
    if (narrow === 1) {
      this.#letters(font, shown, x0, y0);
      return drawn;
    }
    this.apart(() => {
      context.translate(x0, y0);
      context.scale(narrow, 1);
      this.#letters(font, shown, 0, 0);
    });
    return drawn;
  }

  /** The width of a text. */
  measure(text: string, style: TextStyle): number {
    return this.#width(this.fontOf(style), text);
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

  #fitted(font: string, text: string, { most = Infinity }: TextStyle) {
    const shown = this.#width(font, text) * NARROWEST <= most ? text : this.#cut(font, text, most);
    const width = this.#width(font, shown);
    return { shown, width, narrow: width > most ? most / width : 1 };
  }

  /** A text with an ellipsis. A number at its end tells names apart, so it stays as long as there is room for it. */
  #cut(font: string, text: string, most: number): string {
    const fits = (shorter: string) => this.#width(font, shorter) * NARROWEST <= most;
    const end = /\W?\d{1,7}$/.exec(text)?.[0] ?? '';
    for (let length = text.length - end.length - 1; length > 0; length--) {
      const shorter = `${text.slice(0, length).trimEnd()}…${end}`;
      if (fits(shorter)) return shorter;
    }
    const number = end.replace(/^\D/, '');
    return fits(number) ? number : '';
  }

  #letters(font: string, shown: string, left: number, y: number): void {
    for (const { text, x } of this.#texts.run(font, shown).parts) this.context.fillText(text, left + x, y);
  }

  #width(font: string, text: string): number {
    return this.#texts.run(font, text).width;
  }
}
