/**
 * The games that are played at the boards: White is the master, Black the guest. They are kept as text (games.data.ts)
 * and decoded one by one, when they are first asked for.
 *
 * A line of the text is the name of the opening, a semicolon, a letter for the ending (m mate, s stalemate,
 * r repetition, f fifty moves, i insufficient material, u unfinished) and three characters a half-move: the square the
 * piece leaves, the square it goes to, and its marks, each a number 0..63 in the alphabet below. The marks are what
 * the squares alone do not tell of the written move: 1 check or 2 mate, plus 4 if the file and 8 if the rank of the
 * piece is named, plus 16 times what a pawn becomes (0 queen, 1 rook, 2 bishop, 3 knight).
 */
import { packedGames } from './games.data.ts';
import { applyMove, initialPosition, isCapture, KING, kindOf, PAWN, pieceAt, squareName } from './position.ts';
import type { Move, Position, Promotion, Square } from './position.ts';

export type Result = '1-0' | '0-1' | '1/2-1/2' | '*';

export type Ending = 'mate' | 'stalemate' | 'repetition' | 'fifty-moves' | 'material' | 'unfinished';

/** A game from the initial position to its end. */
export interface Game {
  /** Its place in the collection: 0..gameCount - 1. */
  readonly index: number;
  /** The usual English name of the opening, as in `Sicilian, Najdorf`. */
  readonly opening: string;
  /** The number of half-moves. An odd number means that the last one was White's. */
  readonly plies: number;
  readonly moves: readonly Move[];
  readonly ending: Ending;
  /** `*` exactly if the ending is `unfinished`. */
  readonly result: Result;
}

/** How many games there are. */
export const gameCount = packedGames.length;

const games = new Array<Game | undefined>(gameCount);

/**
 * The game with this index, decoded at the first call; the same object at every call.
 * @throws RangeError if there is no such game
 */
export function game(index: number): Game {
  return (games[index] ??= decode(index));
}

/** The number of half-moves of a game, without decoding it. */
export function pliesOf(index: number): number {
  const text = line(index);
  return (text.length - text.indexOf(';') - 2) / 3;
}

/**
 * The half-move that leads from position `ply` to the next: 0 is White's first, 1 Black's first.
 * @throws RangeError if the game has no such half-move
 */
export function moveAt(game: Game, ply: number): Move {
  const move = game.moves[ply];
  if (move === undefined) throw new RangeError(`Ply ${ply} is outside a game of ${game.plies} half-moves.`);
  return move;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ENDINGS: Readonly<Record<string, Ending>> = {
  m: 'mate',
  s: 'stalemate',
  r: 'repetition',
  f: 'fifty-moves',
  i: 'material',
  u: 'unfinished',
};
const PROMOTIONS = ['q', 'r', 'b', 'n'] as const;
const CHECKS = ['', '+', '#'];
const LETTERS = ['', '', 'N', 'B', 'R', 'Q', 'K'];

const NAMES_FILE = 4;
const NAMES_RANK = 8;

function line(index: number): string {
  const text = packedGames[index];
  if (text === undefined) throw new RangeError(`There is no game ${index}: there are ${gameCount}.`);
  return text;
}

function decode(index: number): Game {
  const text = line(index);
  const start = text.indexOf(';') + 2;
  const ending = ENDINGS[text.charAt(start - 1)];
  if (ending === undefined) throw new Error(`Game ${index} has no ending.`);
  const moves: Move[] = [];
  let position = initialPosition();
  for (let at = start; at < text.length; at += 3) {
    const move = decodeMove(position, number(text, at), number(text, at + 1), number(text, at + 2));
    moves.push(move);
    position = applyMove(position, move);
  }
  const opening = text.slice(0, start - 2);
  return { index, opening, plies: moves.length, moves, ending, result: resultOf(ending, moves.length) };
}

const number = (text: string, at: number): number => ALPHABET.indexOf(text.charAt(at));

function resultOf(ending: Ending, plies: number): Result {
  if (ending === 'mate') return plies % 2 === 1 ? '1-0' : '0-1';
  return ending === 'unfinished' ? '*' : '1/2-1/2';
}

function decodeMove(position: Position, from: Square, to: Square, marks: number): Move {
  const promotes = kindOf(pieceAt(position, from)) === PAWN && (to < 8 || to >= 56);
  const promotion = promotes ? PROMOTIONS[marks >> 4] : undefined;
  const san = written(position, from, to, marks, promotion) + (CHECKS[marks & 3] ?? '');
  return promotion === undefined ? { from, to, san } : { from, to, promotion, san };
}

function written(position: Position, from: Square, to: Square, marks: number, promotion?: Promotion): string {
  const kind = kindOf(pieceAt(position, from));
  if (kind === KING && Math.abs(to - from) === 2) return to > from ? 'O-O' : 'O-O-O';
  const takes = isCapture(position, { from, to });
  const origin = squareName(from);
  const file = marks & NAMES_FILE || (kind === PAWN && takes) ? origin.charAt(0) : '';
  const rank = marks & NAMES_RANK ? origin.charAt(1) : '';
  const becomes = promotion === undefined ? '' : `=${promotion.toUpperCase()}`;
  return `${LETTERS[kind]}${file}${rank}${takes ? 'x' : ''}${squareName(to)}${becomes}`;
}
