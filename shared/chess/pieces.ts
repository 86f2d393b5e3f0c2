/**
 * The shapes of the six pieces, drawn for this program: flat Staunton figures on one foot, in a box of 100 by 100 whose
 * y axis points down. Every shape keeps the width of its outline clear of the box.
 */
import { kindOf } from './position.ts';
import type { Piece } from './position.ts';

/** SVG path data, good for `<path d>` and for `Path2D`. */
export interface PieceShape {
  /** The closed silhouette: fill it, then draw its outline `OUTLINE_WIDTH` wide with round joins. */
  readonly body: string;
  /** Open lines on the silhouette: draw them over it, not filled, `DETAIL_WIDTH` wide with round caps and joins. */
  readonly detail: string;
}

export type PieceName = 'pawn' | 'knight' | 'bishop' | 'rook' | 'queen' | 'king';

/** The side of the box the shapes are drawn in. */
export const PIECE_BOX = 100;
/** Dark on a white piece and on a black one, so that both stand out from light and dark squares. */
export const OUTLINE_WIDTH = 3.5;
/** As dark as the outline on a white piece, light on a black one. */
export const DETAIL_WIDTH = 3;

/** The kinds of pieces in the order of their numbers, less one. */
export const PIECE_NAMES: readonly PieceName[] = ['pawn', 'knight', 'bishop', 'rook', 'queen', 'king'];

/** All but the knight, which looks to the left, are symmetrical about x = 50. */
export const pieceShapes: Readonly<Record<PieceName, PieceShape>> = {
  pawn: {
    body: 'M50 24C57.2 24 63 29.8 63 37 63 41.4 61 45 57.8 47.5L62.5 47.5C64.5 47.5 66 49 66 51 66 53 64.5 54.5 62.5 54.5L57.5 54.5C58.2 63 61.5 70 67 75 69 77 70 79 70 82L72 82C74 82 75 83.5 75 85.5L75 88.5C75 90.5 74 92 72 92L28 92C26 92 25 90.5 25 88.5L25 85.5C25 83.5 26 82 28 82L30 82C30 79 31 77 33 75 38.5 70 41.8 63 42.5 54.5L37.5 54.5C35.5 54.5 34 53 34 51 34 49 35.5 47.5 37.5 47.5L42.2 47.5C39 45 37 41.4 37 37 37 29.8 42.8 24 50 24Z',
    detail: 'M44 47.5H56M44 54.5H56M31.6 82H68.4',
  },
  knight: {
    body: 'M53 8C54 12.5 56.5 15.5 60 17.5C78 27.5 80 52 75.5 66C74.3 70 74 76 74 82L76 82C78 82 79 83.5 79 85.5L79 88.5C79 90.5 78 92 76 92L24 92C22 92 21 90.5 21 88.5L21 85.5C21 83.5 22 82 24 82L26 82C26 67 32.5 61.8 41 57C48.5 52.8 52 47 50.5 40C47 44.5 42 46.5 37.5 47C35 47.5 33 49.5 31.5 52.5C29.5 56.5 26 59 22 57.5C15.5 55 12.8 48.5 16 43C19.8 37 24 33 26 27C28.5 21 33 16.5 39 14.5L41 7C44.5 8.5 46.5 10.5 48 13Z',
    detail:
      'M37 26.7H38.2M37.6 26.1V27.3M20.6 49.2C20.4 47.8 21.2 46.6 22.6 46.4M46.2 31.2C48.4 33.6 49.8 36 50.2 38.8M58 22C68.5 29.5 71.8 49 67.5 67M27.6 82H72.4',
  },
  bishop: {
    body: 'M50 9C53.3 9 56 11.7 56 15 56 17 55.2 18.6 53.8 19.7 62.5 25 67.5 32.5 67.5 39.5 67.5 43.5 65.5 46.5 62.5 48.5L65 48.5C67 48.5 68.5 50 68.5 52 68.5 54 67 55.5 65 55.5L59 55.5C60 64 64 70.5 71 75 73 77 74 79 74 82L76 82C78 82 79 83.5 79 85.5L79 88.5C79 90.5 78 92 76 92L24 92C22 92 21 90.5 21 88.5L21 85.5C21 83.5 22 82 24 82L26 82C26 79 27 77 29 75 36 70.5 40 64 41 55.5L35 55.5C33 55.5 31.5 54 31.5 52 31.5 50 33 48.5 35 48.5L37.5 48.5C34.5 46.5 32.5 43.5 32.5 39.5 32.5 32.5 37.5 25 46.2 19.7 44.8 18.6 44 17 44 15 44 11.7 46.7 9 50 9Z',
    detail: 'M59.5 26L50.5 38.5M39 48.5H61M42.7 55.5H57.3M27.6 82H72.4',
  },
  rook: {
    body: 'M50 18L55.5 18 55.5 25.5 64 25.5 64 18 73.5 18 73.5 33C73.5 35.5 72.3 37.5 70 38.8L64.5 42.5C65 55 67 67 72 75 73 77 74 79 74 82L76 82C78 82 79 83.5 79 85.5L79 88.5C79 90.5 78 92 76 92L24 92C22 92 21 90.5 21 88.5L21 85.5C21 83.5 22 82 24 82L26 82C26 79 27 77 28 75 33 67 35 55 35.5 42.5L30 38.8C27.7 37.5 26.5 35.5 26.5 33L26.5 18 36 18 36 25.5 44.5 25.5 44.5 18Z',
    detail: 'M29 36H71M37 43.5H63M27.6 82H72.4',
  },
  queen: {
    body: 'M50 6C53.3 6 56 8.7 56 12 56 14.4 54.5 16.5 52.5 17.4L57 29 63.5 18 69 31 77.5 22.5C75.5 32 71 40 65.5 47L66.5 47C68.5 47 70 48.5 70 50.5 70 52.5 68.5 54 66.5 54L59.8 54C60.5 63.5 64.8 70.5 72 75 74 77 75 79 75 82L77 82C79 82 80 83.5 80 85.5L80 88.5C80 90.5 79 92 77 92L23 92C21 92 20 90.5 20 88.5L20 85.5C20 83.5 21 82 23 82L25 82C25 79 26 77 28 75 35.2 70.5 39.5 63.5 40.2 54L33.5 54C31.5 54 30 52.5 30 50.5 30 48.5 31.5 47 33.5 47L34.5 47C29 40 24.5 32 22.5 22.5L31 31 36.5 18 43 29 47.5 17.4C45.5 16.5 44 14.4 44 12 44 8.7 46.7 6 50 6Z',
    detail: 'M35 38.8C44 36 56 36 65 38.8M36.5 47H63.5M41.8 54H58.2M26.6 82H73.4',
  },
  king: {
    body: 'M50 4L54 4 54 9 60 9 60 16 54 16 54 21.5C60.5 22 66 23.6 70 26.2 72.2 27.7 73 29.8 72.2 32.2 70.6 37.4 68.4 42.4 65.5 47L66.5 47C68.5 47 70 48.5 70 50.5 70 52.5 68.5 54 66.5 54L59.8 54C60.5 63.5 64.8 70.5 72 75 74 77 75 79 75 82L77 82C79 82 80 83.5 80 85.5L80 88.5C80 90.5 79 92 77 92L23 92C21 92 20 90.5 20 88.5L20 85.5C20 83.5 21 82 23 82L25 82C25 79 26 77 28 75 35.2 70.5 39.5 63.5 40.2 54L33.5 54C31.5 54 30 52.5 30 50.5 30 48.5 31.5 47 33.5 47L34.5 47C31.6 42.4 29.4 37.4 27.8 32.2 27 29.8 27.8 27.7 30 26.2 34 23.6 39.5 22 46 21.5L46 16 40 16 40 9 46 9 46 4Z',
    detail: 'M34 33C43.5 29.8 56.5 29.8 66 33M36.5 47H63.5M41.8 54H58.2M26.6 82H73.4',
  },
};

/** The name of what stands on a square, whoever owns it; `null` for an empty square. */
export function nameOf(piece: Piece): PieceName | null {
  return PIECE_NAMES[kindOf(piece) - 1] ?? null;
}

/** The shape of what stands on a square, whoever owns it; `null` for an empty square. */
export function shapeOf(piece: Piece): PieceShape | null {
  const name = nameOf(piece);
  return name === null ? null : pieceShapes[name];
}
