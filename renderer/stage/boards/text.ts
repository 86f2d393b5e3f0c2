import type { BoardGame } from '../../../shared/chess/boards.ts';
import { moveAt } from '../../../shared/chess/games.ts';
import { boards as words } from '../../words/en/boards.ts';
import { fill } from '../../words/fill.ts';
import type { BoardView } from './board-view.ts';

/** A half-move as it is written on a score sheet: "21. Rhe1", "21... Kd7". */
export function moveText({ game, ply }: Pick<BoardGame, 'game' | 'ply'>): string | null {
  if (ply === 0) return null;
  const { san } = moveAt(game, ply - 1);
  return `${(ply + 1) >> 1}${ply % 2 === 1 ? '.' : '...'} ${san}`;
}

/** The number of the move that is being made after so many half-moves, from 1. */
export function moveNumber(plies: number): number {
  return (plies >> 1) + 1;
}

/** What goes on at a board: "she moves, 3 s". */
export function markText({ mark, elapsed }: BoardView): string {
  return fill(words.marks[mark], { seconds: Math.floor(elapsed) });
}

/** How the last game at a board ended; null where it was simply left. */
export function resultText({ game, over }: BoardGame): string | null {
  if (!over || game.result === '*') return null;
  return game.result === '1/2-1/2' ? '½–½' : game.result.replace('-', '–');
}

/** All that can be seen of a board, in a line: for its tip and for a screen reader. */
export function boardText(number: number, board: BoardView, game: BoardGame): string {
  const last = moveText(game);
  const over = board.mark === 'over';
  const parts = [
    fill(words.board, { board: number }),
    markText(board),
    over ? words.results[game.over ? game.game.result : '*'] : fill(words.move, { move: moveNumber(board.plies) }),
    over ? '' : words.toMove[board.plies % 2 === 0 ? 'white' : 'black'],
    last === null ? '' : fill(words.last, { move: last }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
