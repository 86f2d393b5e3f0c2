import type { BoardGame } from '../../../shared/chess/boards.ts';
import type { HallLayout, Place } from './layout.ts';
import type { Brushes, Paint } from './table-painter.ts';
import type { TableView } from './table-view.ts';

/** Letters of plate type a table must be wide for "move 21" rather than "21.". */
const LONG_FROM = 6.9;
/** And for a result rather than a tick. */
const RESULT_FROM = 5.2;

/** A table whose plate is to be painted. */
export interface Plate {
  readonly place: Place;
  /** Number of the table, from 1. */
  readonly board: number;
  readonly table: TableView;
}

/**
 * The plates on the far sides of the runners: number, whose move it is, move number or result. One kind of type after
 * the other, since changing it costs more than writing.
 */
export function paintPlates(
  paint: Paint,
  { palette }: Brushes,
  { side, edge }: HallLayout,
  plates: readonly Plate[],
  gameOf: (plate: Plate) => BoardGame,
): void {
  const size = palette.textSize;
  const width = side + 2 * edge;
  const left = ({ x }: Place) => x - width / 2;
  const baseline = ({ y, below }: Place) => (below ? y + side + edge + size + 1 : y - edge - 5);
  paint.textBaseline = 'alphabetic';
  paint.textAlign = 'left';
  paint.font = `${palette['weight-strong']} ${size}px ${palette['font-text']}`;
  paint.fillStyle = palette.ink;
  for (const { place, board } of plates) paint.fillText(String(board), left(place), baseline(place));
  paint.textAlign = 'right';
  paint.font = `${palette['weight-text']} ${size}px ${palette['font-text']}`;
  paint.fillStyle = palette['ink-soft'];
  const marked = plates.filter((plate) => {
    const { place, table } = plate;
    const right = left(place) + width;
    const text =
      table.mark === 'over'
        ? (resultText(gameOf(plate)) ?? (width >= size * RESULT_FROM ? 'done' : null))
        : moveOf(table, width, size);
    if (text !== null) paint.fillText(text, right, baseline(place));
    return text === null || table.mark !== 'over';
  });
  for (const { place, table } of marked) {
    const y = baseline(place) - size * 0.35;
    if (table.mark === 'over') tick(paint, palette['ink-soft'], left(place) + width - size * 0.85, y, size);
    else disc(paint, palette, left(place) + size * 2, y, size * 0.36, table.plies % 2 === 0);
  }
}

function moveOf({ plies }: TableView, width: number, size: number): string {
  const move = (plies >> 1) + 1;
  return width >= size * LONG_FROM ? `move ${move}` : `${move}.`;
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
