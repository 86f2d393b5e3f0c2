import { EMPTY } from '../../../shared/chess/position.ts';
import type { Colours } from '../../picture/inks.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Standing } from './games.ts';
import { Sprites } from './sprites.ts';

/** Draws positions of one size in device pixels, square by square. */
export class PositionPainter {
  /** Device pixels of the board. */
  readonly side: number;
  readonly #colours: Colours;
  readonly #sprites: Sprites;
  /** Where files and ranks begin: squares differ by a pixel where the side is no multiple of eight. */
  readonly #starts: readonly number[];

  constructor(side: number, colours: Colours) {
    this.side = side;
    this.#colours = colours;
    this.#sprites = new Sprites(Math.max(2, Math.floor(side / 8)), colours);
    this.#starts = Array.from({ length: 9 }, (_, index) => Math.round((index * side) / 8));
  }

  /** Draws what has changed since `before`; all of it where that is null. */
  draw(context: CanvasRenderingContext2D, x: number, y: number, standing: Standing, before: Standing | null): void {
    for (let square = 0; square < 64; square++) {
      const same =
        before !== null &&
        before.position[square] === standing.position[square] &&
        marks(before, square) === marks(standing, square);
      if (!same) this.#square(context, x, y, square, standing);
    }
  }

  /** Draws the piece that moved last somewhere on its way, over a board that shows it arrived. */
  drawSlide(
    context: CanvasRenderingContext2D,
    x: number,
    y: number,
    { position, lastMove }: Standing,
    share: number,
  ): void {
    if (lastMove === null) return;
    const { from, to } = lastMove;
    const empty = position.slice();
    empty[to] = EMPTY;
    this.#square(context, x, y, to, { position: empty, lastMove });
    const at = (starts: (square: number) => number) => starts(from) + (starts(to) - starts(from)) * share;
    const left = at((square) => this.#starts[square & 7]!);
    const top = at((square) => this.#starts[7 - (square >> 3)]!);
    this.#sprites.draw(context, position[to]!, x + Math.round(left), y + Math.round(top));
  }

  #square(context: CanvasRenderingContext2D, left: number, top: number, square: number, standing: Standing): void {
    const colours = this.#colours;
    const file = square & 7;
    const row = 7 - (square >> 3);
    const [x, y] = [left + this.#starts[file]!, top + this.#starts[row]!];
    const [width, height] = [
      this.#starts[file + 1]! - this.#starts[file]!,
      this.#starts[row + 1]! - this.#starts[row]!,
    ];
    const dark = (file + row) % 2 === 1;
    const marked = marks(standing, square);
    context.fillStyle = marked
      ? colours[dark ? 'last-dark' : 'last-light']
      : colours[dark ? 'square-dark' : 'square-light'];
    context.fillRect(x, y, width, height);
    if (marked) {
      const line = Math.max(1, Math.round(width * 0.1));
      context.fillStyle = colours['last-line'];
      context.fillRect(x, y, width, line);
      context.fillRect(x, y + height - line, width, line);
      context.fillRect(x, y + line, line, height - 2 * line);
      context.fillRect(x + width - line, y + line, line, height - 2 * line);
    }
    const piece = standing.position[square]!;
    if (piece === EMPTY) return;
    const inset = (room: number) => (room - this.#sprites.size) >> 1;
    this.#sprites.draw(context, piece, x + inset(width), y + inset(height));
  }
}

/** Draws a position that covers all of a picture. */
export function paintPosition({ context, inks, size }: Pen, standing: Standing): void {
  const painter = new PositionPainter(Math.round(size.width * inks.ratio), inks.colours);
  inDevicePixels(context, () => painter.draw(context, 0, 0, standing, null));
}

/** Draws in device pixels while `draw` runs. */
export function inDevicePixels(context: CanvasRenderingContext2D, draw: () => void): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  draw();
  context.restore();
}

function marks({ lastMove }: Standing, square: number): boolean {
  return lastMove !== null && (lastMove.from === square || lastMove.to === square);
}
