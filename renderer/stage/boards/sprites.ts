import { DETAIL_WIDTH, OUTLINE_WIDTH, PIECE_BOX, shapeOf } from '../../../shared/chess/pieces.ts';
import { isBlack, type Piece } from '../../../shared/chess/position.ts';
import type { Colours } from '../../picture/inks.ts';
import { offscreen } from '../../picture/offscreen.ts';
import { pathOf } from '../../picture/paths.ts';

/** Device pixels a square from which the inner lines of a piece can be told from dirt. */
const DETAIL_FROM = 20;
/** Twelve pieces, and none. */
const PIECES = 13;

/** The pieces drawn once for squares of one size; putting one on a square is then a copy. */
export class Sprites {
  /** Device pixels of a square. */
  readonly size: number;
  readonly #strip: CanvasRenderingContext2D;

  constructor(size: number, colours: Colours) {
    this.size = size;
    this.#strip = offscreen(size * PIECES, size);
    for (let piece = 1; piece < PIECES; piece++) drawPiece(this.#strip, piece, piece * size, size, colours);
  }

  draw(context: CanvasRenderingContext2D, piece: Piece, x: number, y: number): void {
    const { size } = this;
    context.drawImage(this.#strip.canvas, piece * size, 0, size, size, x, y, size, size);
  }
}

function drawPiece(context: CanvasRenderingContext2D, piece: Piece, x: number, size: number, colours: Colours): void {
  const shape = shapeOf(piece);
  if (shape === null) return;
  const [fill, line] = isBlack(piece)
    ? [colours['piece-black'], colours['piece-black-line']]
    : [colours['piece-white'], colours['piece-white-line']];
  context.save();
  context.beginPath();
  context.rect(x, 0, size, size);
  context.clip();
  context.translate(x, 0);
  context.scale(size / PIECE_BOX, size / PIECE_BOX);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const body = pathOf(shape.body);
  // The outline lies under the fill, so that it stands outside the silhouette; small pieces need more of it.
  const share = Math.min(1, Math.max(0, (size - 10) / 30));
  const wide = isBlack(piece) ? 6 : 10;
  context.strokeStyle = line;
  context.lineWidth = wide + (2 * OUTLINE_WIDTH - wide) * share;
  context.stroke(body);
  context.fillStyle = fill;
  context.fill(body);
  if (size >= DETAIL_FROM) {
    context.lineWidth = DETAIL_WIDTH;
    context.stroke(pathOf(shape.detail));
  }
  context.restore();
}
