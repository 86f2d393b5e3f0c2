import { BISHOP, BLACK, EMPTY, initialPosition, isBlack, KING, kindOf, KNIGHT, PAWN, QUEEN, ROOK } from './position.ts';
import type { Piece, Position } from './position.ts';

/** What has left the board, and who is ahead. */
export interface Material {
  /** Black's pieces that White has taken, the most valuable first. */
  readonly takenByWhite: readonly Piece[];
  /** White's pieces that Black has taken, the most valuable first. */
  readonly takenByBlack: readonly Piece[];
  /** Value of White's pieces less that of Black's, in pawns: knight and bishop 3, rook 5, queen 9. */
  readonly balance: number;
}

const VALUES = new Map([
  [PAWN, 1],
  [KNIGHT, 3],
  [BISHOP, 3],
  [ROOK, 5],
  [QUEEN, 9],
  [KING, 0],
]);
const KINDS_BY_VALUE = [QUEEN, ROOK, BISHOP, KNIGHT, PAWN];

/** The material of a position; a promoted pawn counts as promoted, not as taken. */
export function material(position: Position): Material {
  const counts = countPieces(position);
  let balance = 0;
  for (const piece of position) {
    if (piece !== EMPTY) balance += (VALUES.get(kindOf(piece)) ?? 0) * (isBlack(piece) ? -1 : 1);
  }
  return { takenByWhite: missing(counts, BLACK), takenByBlack: missing(counts, 0), balance };
}

const atFirst = countPieces(initialPosition());

/** How many there are of each piece; the index is the piece. */
function countPieces(position: Position): Uint8Array {
  const counts = new Uint8Array(13);
  for (const piece of position) counts[piece] = (counts[piece] ?? 0) + 1;
  return counts;
}

/** The pieces of a side that it began with and no longer has; `offset` is 0 for White's, `BLACK` for Black's. */
function missing(counts: Uint8Array, offset: number): Piece[] {
  const gone: Piece[] = [];
  let promoted = 0;
  for (const kind of KINDS_BY_VALUE) {
    const piece = kind + offset;
    const lost = (atFirst[piece] ?? 0) - (counts[piece] ?? 0);
    if (lost < 0) promoted -= lost;
    // Pawns come last, when it is known how many of them have turned into something else.
    const taken = kind === PAWN ? lost - promoted : lost;
    for (let i = 0; i < taken; i += 1) gone.push(piece);
  }
  return gone;
}
