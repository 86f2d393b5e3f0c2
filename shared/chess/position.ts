/**
 * Where the pieces stand. A position knows nothing of castling rights, of whose move it is or of what is legal: the games
 * are known to be legal, and to show one, the pieces are enough.
 */

/** What stands on a square: 0 nothing, 1..6 White's pawn, knight, bishop, rook, queen and king, 7..12 Black's. */
export type Piece = number;

/** 64 pieces, square by square: a1 is 0, b1 is 1, h1 is 7, a2 is 8, h8 is 63. */
export type Position = Uint8Array;

/** A square by its number in a position: 0..63. */
export type Square = number;

/** What a pawn may become. */
export type Promotion = 'q' | 'r' | 'b' | 'n';

/** A half-move as it is carried out and as it is written (SAN); castling is the king's step of two squares. */
export interface Move {
  readonly from: Square;
  readonly to: Square;
  readonly promotion?: Promotion;
  readonly san: string;
}

export const EMPTY = 0;
export const PAWN = 1;
export const KNIGHT = 2;
export const BISHOP = 3;
export const ROOK = 4;
export const QUEEN = 5;
export const KING = 6;

/** Added to a kind, it makes the piece Black's. */
export const BLACK = 6;

const BACK_RANK = [ROOK, KNIGHT, BISHOP, QUEEN, KING, BISHOP, KNIGHT, ROOK];
const PROMOTED = { q: QUEEN, r: ROOK, b: BISHOP, n: KNIGHT };

/** Whether the piece is Black's; an empty square is nobody's. */
export const isBlack = (piece: Piece): boolean => piece > BLACK;

/** The kind of a piece, `PAWN` to `KING`, whoever owns it; `EMPTY` for an empty square. */
export const kindOf = (piece: Piece): number => (isBlack(piece) ? piece - BLACK : piece);

/** The name of a square, as in `e4`. */
export const squareName = (square: Square): string => 'abcdefgh'.charAt(square % 8) + String((square >> 3) + 1);

/** The pieces before the first move; a new array at every call. */
export function initialPosition(): Position {
  const position = new Uint8Array(64);
  BACK_RANK.forEach((kind, file) => {
    position[file] = kind;
    position[8 + file] = PAWN;
    position[48 + file] = PAWN + BLACK;
    position[56 + file] = kind + BLACK;
  });
  return position;
}

/** Whether the move takes a piece, in passing or not. `position` is the one before the move. */
export function isCapture(position: Position, { from, to }: Pick<Move, 'from' | 'to'>): boolean {
  return position[to] !== EMPTY || takesInPassing(position, from, to);
}

/** The position after a legal move; the one before it stays as it is. */
export function applyMove(position: Position, { from, to, promotion }: Omit<Move, 'san'>): Position {
  const after = position.slice();
  const piece = pieceAt(position, from);
  // The pawn taken in passing stands beside the one that takes it: on its rank, on the file it goes to.
  if (takesInPassing(position, from, to)) after[(from & ~7) | (to & 7)] = EMPTY;
  if (kindOf(piece) === KING && Math.abs(to - from) === 2) {
    const rookFrom = to > from ? from + 3 : from - 4;
    after[(from + to) / 2] = pieceAt(position, rookFrom);
    after[rookFrom] = EMPTY;
  }
  after[from] = EMPTY;
  after[to] = promotion === undefined ? piece : PROMOTED[promotion] + (isBlack(piece) ? BLACK : 0);
  return after;
}

/** The positions of a game, one behind the other, by the game they belong to. */
const snapshots = new WeakMap<object, Uint8Array>();

/**
 * The position of a game after `ply` half-moves: 0 is the initial position, the number of moves the final one. Every
 * position of a game is kept from the first call on, so that any of them costs a copy of 64 bytes.
 * @throws RangeError if the game has no such position
 */
export function positionAt(game: { readonly moves: readonly Move[] }, ply: number): Position {
  if (!Number.isInteger(ply) || ply < 0 || ply > game.moves.length) {
    throw new RangeError(`Ply ${ply} is outside a game of ${game.moves.length} half-moves.`);
  }
  let positions = snapshots.get(game);
  if (positions === undefined) {
    positions = allPositions(game.moves);
    snapshots.set(game, positions);
  }
  return positions.slice(64 * ply, 64 * ply + 64);
}

function allPositions(moves: readonly Move[]): Uint8Array {
  const positions = new Uint8Array(64 * (moves.length + 1));
  let position = initialPosition();
  positions.set(position);
  moves.forEach((move, ply) => {
    position = applyMove(position, move);
    positions.set(position, 64 * (ply + 1));
  });
  return positions;
}

/** The piece on a square, which must be on the board. */
export function pieceAt(position: Position, square: Square): Piece {
  const piece = position[square];
  if (piece === undefined) throw new RangeError(`There is no square ${square}.`);
  return piece;
}

/** A pawn that changes its file and arrives on an empty square takes in passing. */
function takesInPassing(position: Position, from: Square, to: Square): boolean {
  return kindOf(pieceAt(position, from)) === PAWN && (from & 7) !== (to & 7) && position[to] === EMPTY;
}
