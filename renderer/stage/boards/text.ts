import { moveAt } from '../../../shared/chess/games.ts';
import type { BoardGame } from '../../../shared/chess/boards.ts';
import { fill } from '../../words/fill.ts';
import { stage } from '../../words/en/boards.ts';
import type { TableView } from './table-view.ts';

/** A half-move as it is written on a score sheet: "21. Rhe1", "21... Kd7". */
export function moveText({ game, ply }: Pick<BoardGame, 'game' | 'ply'>): string | null {
  if (ply === 0) return null;
  const { san } = moveAt(game, ply - 1);
  return `${(ply + 1) >> 1}${ply % 2 === 1 ? '.' : '...'} ${san}`;
}

/** What goes on at a table: "she moves, 3 s". */
export function markText({ mark, elapsed }: TableView): string {
  return fill(stage.marks[mark], { seconds: Math.floor(elapsed) });
}

/** All that can be seen of a table, in a line: for its tooltip and for those who do not see it. */
export function tableText(board: number, table: TableView, standing: BoardGame): string {
  const last = moveText(standing);
  const over = table.mark === 'over';
  const parts = [
    fill(stage.board, { board }),
    markText(table),
    over
      ? stage.results[standing.over ? standing.game.result : '*']
      : fill(stage.move, { move: (table.plies >> 1) + 1 }),
    over ? '' : stage.toMove[table.plies % 2 === 0 ? 'white' : 'black'],
    last === null ? '' : fill(stage.last, { move: last }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
