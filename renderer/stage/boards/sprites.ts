import { DETAIL_WIDTH, OUTLINE_WIDTH, PIECE_BOX, shapeOf } from '../../../shared/chess/pieces.ts';
import { isBlack, type Piece } from '../../../shared/chess/position.ts';
import type { Palette } from '../../picture/palette.ts';

/** Device pixels a square from which the inner lines of a piece can be told from dirt. */
const DETAIL_FROM = 20;
/** Twelve pieces, and none. */
const PIECES = 13;

/** The pieces drawn once for squares of one size; putting one on a square is then a copy. */
export class Sprites {
  /** Device pixels of a square. */
  readonly size: number;
  readonly #strip: HTMLCanvasElement;

  constructor(size: number, palette: Palette) {
    this.size = size;
    this.#strip = document.createElement('canvas');
    this.#strip.width = size * PIECES;
    this.#strip.height = size;
    const paint = this.#strip.getContext('2d')!;
    for (let piece = 1; piece < PIECES; piece++) drawPiece(paint, piece, piece * size, size, palette);
  }

  draw(context: CanvasRenderingContext2D, piece: Piece, x: number, y: number): void {
    const { size } = this;
    context.drawImage(this.#strip, piece * size, 0, size, size, x, y, size, size);
  }
}

function drawPiece(paint: CanvasRenderingContext2D, piece: Piece, x: number, size: number, palette: Palette): void {
  const shape = shapeOf(piece);
  if (shape === null) return;
  const [fill, line] = isBlack(piece)
    ? [palette['piece-black'], palette['piece-black-line']]
    : [palette['piece-white'], palette['piece-white-line']];
  paint.save();
  paint.beginPath();
  paint.rect(x, 0, size, size);
  paint.clip();
  paint.translate(x, 0);
  paint.scale(size / PIECE_BOX, size / PIECE_BOX);
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  const body = new Path2D(shape.body);
  // The outline lies under the fill, so that it stands outside the silhouette; small pieces need more of it.
  const share = Math.min(1, Math.max(0, (size - 10) / 30));
  const wide = isBlack(piece) ? 6 : 10;
  paint.strokeStyle = line;
  paint.lineWidth = wide + (2 * OUTLINE_WIDTH - wide) * share;
  paint.stroke(body);
  paint.fillStyle = fill;
  paint.fill(body);
  if (size >= DETAIL_FROM) {
    paint.lineWidth = DETAIL_WIDTH;
    paint.stroke(new Path2D(shape.detail));
  }
  paint.restore();
}
