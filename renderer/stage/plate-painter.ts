import type { BoardGame } from '../../shared/chess/boards.ts';
import type { HallLayout, Place } from './layout.ts';
import type { Brushes, Paint } from './table-painter.ts';
import type { TableView } from './table-view.ts';

/** Letters of plate type a table must be wide for "move 21" rather than "21.". */
const LONG_FROM = 6.9;
/** And for a result rather than a tick. */
const RESULT_FROM = 5.2;

/** The plate on the far side of the runner: number, whose move it is, move number or result. */
export function paintPlate(
  paint: Paint,
  { palette }: Brushes,
  { side, edge }: HallLayout,
  place: Place,
  board: number,
  table: TableView,
  game: BoardGame,
): void {
  const size = palette.textSize;
  const left = place.x - side / 2 - edge;
  const width = side + 2 * edge;
  const baseline = place.below ? place.y + side + edge + size + 1 : place.y - edge - 5;
  paint.textBaseline = 'alphabetic';
  paint.textAlign = 'left';
  paint.font = `${palette['weight-strong']} ${size}px ${palette['font-text']}`;
  paint.fillStyle = palette.ink;
  paint.fillText(String(board), left, baseline);
  paint.font = `${palette['weight-text']} ${size}px ${palette['font-text']}`;
  paint.fillStyle = palette['ink-soft'];
  paint.textAlign = 'right';
  const right = left + width;
  if (table.mark === 'over') {
    const result = resultText(game);
    if (width >= size * RESULT_FROM || result !== null) paint.fillText(result ?? 'done', right, baseline);
    else tick(paint, palette['ink-soft'], right - size * 0.85, baseline - size * 0.35, size);
    return;
  }
  const move = (table.plies >> 1) + 1;
  paint.fillText(width >= size * LONG_FROM ? `move ${move}` : `${move}.`, right, baseline);
  disc(paint, palette, left + size * 2, baseline - size * 0.36, size * 0.36, table.plies % 2 === 0);
}

/** How the last game at a board ended; null where it was simply left. */
export function resultText({ game, over }: BoardGame): string | null {
  if (!over || game.result === '*') return null;
  return game.result === '1/2-1/2' ? '½–½' : game.result.replace('-', '–');
}

function disc(paint: Paint, palette: Brushes['palette'], x: number, y: number, radius: number, white: boolean): void {
  const circle = (r: number, style: string) => {
    paint.fillStyle = style;
    paint.beginPath();
    paint.arc(x, y, r, 0, 2 * Math.PI);
    paint.fill();
  };
  circle(radius + 1, palette.ink);
  if (!white) circle(radius - 0.4, palette.sheet);
  circle(white ? radius : radius - 1.6, white ? palette['piece-white'] : palette['piece-black']);
}

function tick(paint: Paint, style: string, x: number, y: number, size: number): void {
  paint.strokeStyle = style;
  paint.lineWidth = 2;
  paint.beginPath();
  paint.moveTo(x, y);
  paint.lineTo(x + size * 0.28, y + size * 0.32);
  paint.lineTo(x + size * 0.78, y - size * 0.36);
  paint.stroke();
}
