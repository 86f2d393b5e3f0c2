/**
 * Which game stands on which board. An exhibition asks for any number of boards and of moves: board 1 starts with the
 * first game, board 2 with the second, and where a game is over and moves are still to be made, the next one begins.
 *
 * Boards count in pairs: White's move and Black's reply. A game that ends with a move of White's leaves its last pair
 * without a reply; the guest resigns and shakes hands instead, in as much time as a reply takes, while the board shows
 * the final position. So every game begins with White's half of a pair, at an even number of half-moves.
 */
import { game, gameCount, pliesOf } from './games.ts';
import type { Game } from './games.ts';
import type { Move } from './position.ts';

/** What stands on a board after a number of half-moves. */
export interface BoardGame {
  readonly game: Game;
  /** The half-moves of this game made so far, 0..game.plies: what `positionAt` takes. */
  readonly ply: number;
  /** 0 for the first game at this board, 1 for the second, and so on. */
  readonly number: number;
  /** The game has reached its last position: the next half-move at this board is a handshake or begins the next game. */
  readonly over: boolean;
}

/** A half-move at a board. */
export interface BoardMove {
  readonly game: Game;
  /** The half-moves of this game made before it. */
  readonly ply: number;
  /** `null` is the handshake after a last move of White's. */
  readonly move: Move | null;
}

// Steps through the collection, prime to its size: a board meets every game before it meets one again.
const NEXT_GAME = 11;
const NEXT_SEED = 29;
/** Moves on at each further block of boards as large as the collection, so that a grid of boards does not repeat itself. */
const NEXT_BLOCK = 47;

/** The pairs of moves a game takes at a board, a handshake in place of the last reply included. */
const pairsOf = (index: number): number => Math.ceil(pliesOf(index) / 2);

/** The pairs of moves it takes a board to play the whole collection. */
const allPairs = Array.from({ length: gameCount }, (_, index) => pairsOf(index)).reduce((sum, pairs) => sum + pairs, 0);

/**
 * The index of the game that a board plays as its `n`-th, counted from 0. With seed 0, board b starts with game b - 1.
 * Any `gameCount` boards from 1 on play different games as their n-th.
 * @param board 1, 2, 3 ...
 * @param seed any integer
 * @throws RangeError if the board or the seed is none
 */
export function boardGame(board: number, seed: number, n: number): number {
  if (!Number.isInteger(board) || board < 1) throw new RangeError(`There is no board ${board}: boards count from 1.`);
  if (!Number.isInteger(seed)) throw new RangeError(`The seed ${seed} is not an integer.`);
  const block = Math.floor((board - 1) / gameCount);
  const steps = board - 1 + (block % gameCount) * NEXT_BLOCK + (seed % gameCount) * NEXT_SEED;
  return modulo(steps + (n % gameCount) * NEXT_GAME, gameCount);
}

/**
 * What stands on a board after `ply` half-moves there, handshakes counted as half-moves. A game that is over stays on
 * the board until the next one's first move.
 * @throws RangeError if the board, the number of half-moves or the seed is none
 */
export function gameFor(board: number, ply: number, seed = 0): BoardGame {
  if (!Number.isInteger(ply) || ply < 0) throw new RangeError(`${ply} is not a number of half-moves.`);
  if (ply === 0) return { game: game(boardGame(board, seed, 0)), ply: 0, number: 0, over: false };
  const last = gameFromMove(board, ply - 1, seed);
  const made = Math.min(last.ply + 1, last.game.plies);
  return { game: last.game, ply: made, number: last.number, over: made === last.game.plies };
}

/**
 * The half-move that is the next after `ply` of them at a board; White moves where `ply` is even.
 * @throws RangeError as `gameFor`
 */
export function boardMoveAt(board: number, ply: number, seed = 0): BoardMove {
  if (!Number.isInteger(ply) || ply < 0) throw new RangeError(`${ply} is not a number of half-moves.`);
  const { game, ply: made } = gameFromMove(board, ply, seed);
  return { game, ply: made, move: game.moves[made] ?? null };
}

/** The game to which the half-move after `ply` of them belongs, and how many of its own come before. */
function gameFromMove(board: number, ply: number, seed: number): { game: Game; ply: number; number: number } {
  let number = Math.floor(ply / (2 * allPairs)) * gameCount;
  let left = ply % (2 * allPairs);
  for (;;) {
    const index = boardGame(board, seed, number);
    const length = 2 * pairsOf(index);
    if (left < length) return { game: game(index), ply: left, number };
    left -= length;
    number += 1;
  }
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
