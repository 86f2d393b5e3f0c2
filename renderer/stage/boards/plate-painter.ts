import type { BoardGame } from '../../../shared/chess/boards.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { boards as words } from '../../words/en/boards.ts';
import { fill } from '../../words/fill.ts';
import type { BoardView } from './board-view.ts';
import type { BoardsLayout, Place } from './layout.ts';
import { moveNumber, resultText } from './text.ts';

/** Letters of plate type a table must be wide for "move 21" rather than "21.". */
const LONG_FROM = 6.9;
/** And for "done" rather than a tick, where there is no result. */
const DONE_FROM = 5.2;

/** A board whose plate is to be painted. */
export interface Plate {
  readonly place: Place;
  /** Number of the board, from 1. */
  readonly number: number;
  readonly board: BoardView;
}

/** Plates that are painted within a part of the picture; all of it where that is null. */
export interface PlatesWithin {
  readonly area: Box | null;
  readonly plates: readonly Plate[];
}

/**
 * Draws the plates on the far sides of the runners: number, whose move it is, move number or result. One kind of type
 * after the other, in all parts of the picture, since changing it costs more than writing.
 */
export function paintPlates(
  pen: Pen,
  { side, edge }: BoardsLayout,
  parts: readonly PlatesWithin[],
  gameOf: (plate: Plate) => BoardGame,
): void {
  const { colours, sizes } = pen.inks;
  const size = sizes.xs;
  const width = side + 2 * edge;
  const left = ({ x }: Place) => x - width / 2;
  const baseline = ({ y, below }: Place) => (below ? y + side + edge + size + 1 : y - edge - 5);
  const { context } = pen;
  const each = (paint: (plate: Plate) => void) => {
    for (const { area, plates } of parts) {
      if (area === null) plates.forEach(paint);
      else if (plates.length > 0) pen.within(area, () => plates.forEach(paint));
    }
  };
  // Not in cells for digits: numbers of two digits would run into the disc.
  context.save();
  context.fontKerning = 'auto';
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.font = pen.fontOf({ size, face: 'strong' });
  context.fillStyle = colours.ink;
  each(({ place, number }) => context.fillText(String(number), left(place), baseline(place)));
  context.textAlign = 'right';
  context.font = pen.fontOf({ size });
  context.fillStyle = colours['ink-soft'];
  each((plate) => {
    const [right, y] = [left(plate.place) + width, baseline(plate.place)];
    const text = textOf(plate, width / size, gameOf);
    if (text !== null) context.fillText(text, right, y);
    else tick(pen, right - size * 0.85, y - size * 0.35, size);
  });
  context.restore();
  each(({ place, board, number }) => {
    if (board.mark === 'over') return;
    // Behind the number, which has two digits in most runs.
    const digits = Math.max(2, String(number).length);
    const x = left(place) + size * (0.6 * digits + 0.8);
    disc(pen, x, baseline(place) - size * 0.35, size * 0.36, board.plies % 2 === 0);
  });
}

/** What stands at the right of a plate that is so many letters wide; null for a tick. */
function textOf(plate: Plate, letters: number, gameOf: (plate: Plate) => BoardGame): string | null {
  const { mark, plies } = plate.board;
  if (mark === 'over') return resultText(gameOf(plate)) ?? (letters >= DONE_FROM ? words.done : null);
  return fill(letters >= LONG_FROM ? words.move : words.moveShort, { move: moveNumber(plies) });
}

/** A piece of the side that is to move. */
function disc(pen: Pen, x: number, y: number, radius: number, white: boolean): void {
  const { colours } = pen.inks;
  pen.disc(x, y, radius + 1, colours.ink);
  if (!white) pen.disc(x, y, radius - 0.4, colours.sheet);
  pen.disc(x, y, white ? radius : radius - 1.6, white ? colours['piece-white'] : colours['piece-black']);
}

function tick({ context, inks }: Pen, x: number, y: number, size: number): void {
  context.strokeStyle = inks.colours['ink-soft'];
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + size * 0.28, y + size * 0.32);
  context.lineTo(x + size * 0.78, y - size * 0.36);
  context.stroke();
}
