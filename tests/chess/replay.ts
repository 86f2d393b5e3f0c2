import { Chess } from 'chess.js';
import { BLACK, KING, squareName } from '../../shared/chess/position.ts';
import type { Ending, Game, Result } from '../../shared/chess/games.ts';
import type { Position } from '../../shared/chess/position.ts';

const KINDS = ['p', 'n', 'b', 'r', 'q', 'k'];

/** The position of a chess.js board in this program's numbers. */
export function positionOf(chess: Chess): Position {
  const position = new Uint8Array(64);
  for (const row of chess.board()) {
    for (const piece of row) {
      if (piece === null) continue;
      const square = 'abcdefgh'.indexOf(piece.square.charAt(0)) + 8 * (Number(piece.square.charAt(1)) - 1);
      position[square] = KINDS.indexOf(piece.type) + 1 + (piece.color === 'b' ? BLACK : 0);
    }
  }
  return position;
}

/** What chess.js says about the end of the game on its board. */
export function endingOf(chess: Chess): Ending {
  if (chess.isCheckmate()) return 'mate';
  if (chess.isStalemate()) return 'stalemate';
  if (chess.isInsufficientMaterial()) return 'material';
  if (chess.isThreefoldRepetition()) return 'repetition';
  if (chess.isDrawByFiftyMoves()) return 'fifty-moves';
  return 'unfinished';
}

/** The result that goes with the end of the game on a chess.js board. */
export function resultOf(chess: Chess): Result {
  if (chess.isCheckmate()) return chess.turn() === 'w' ? '0-1' : '1-0';
  return chess.isGameOver() ? '1/2-1/2' : '*';
}

/** Plays a game on a chess.js board, which refuses illegal moves, and calls back after each half-move. */
export function replay(game: Game, after: (chess: Chess, ply: number, san: string) => void): Chess {
  const chess = new Chess();
  game.moves.forEach(({ from, to, promotion }, index) => {
    const move = { from: squareName(from), to: squareName(to) };
    const { san } = chess.move(promotion === undefined ? move : { ...move, promotion });
    after(chess, index + 1, san);
  });
  return chess;
}

/** The pieces of a row of letters as in FEN, one letter a square and `.` for an empty one, from a1 on. */
export function positionFrom(rows: readonly string[]): Position {
  const letters = '.PNBRQKpnbrqk';
  const squares = [...rows].reverse().join('');
  if (squares.length !== 64) throw new Error('A position has 64 squares.');
  return Uint8Array.from(squares, (letter) => {
    const piece = letters.indexOf(letter);
    if (piece < 0 || piece > KING + BLACK) throw new Error(`There is no piece "${letter}".`);
    return piece;
  });
}
