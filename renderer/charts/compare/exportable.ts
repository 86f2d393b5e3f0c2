/** A comparison as something that can be taken home. */
import type { Exportable } from '../../exports/exportable.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { compare as words } from '../../words/en/compare.ts';
import { fill } from '../../words/fill.ts';
import type { ShownComparison } from './comparison.svelte.ts';
import { figures, type Difference } from './figures.ts';
import { cellOf, comparisonTable, toldTable } from './rows.ts';

const WIDTH = 1400;
const ROW = 48;
const HEAD = 84;
const LANE = 220;
const TYPE = 16;
const MARGIN = 16;

export function comparisonExport(shown: ShownComparison, how: Difference): Exportable {
  return {
    part: 'comparison',
    title: words.title,
    size: { width: WIDTH, height: HEAD + ROW * shown.rows.length + 8 },
    paint: (pen) => paintComparison(pen, shown, how),
    table: () => comparisonTable(shown.rows, shown.chosen, how),
    told: () => toldTable(shown.rows, shown.chosen, how, shown.run),
  };
}

function paintComparison(pen: Pen, { rows, chosen, run }: ShownComparison, how: Difference): void {
  const { colours } = pen.inks;
  const title = pen.write(words.title, MARGIN, 32, { size: 25, face: 'strong' });
  const against = fill(words.subtitle, { lane: chosen?.title ?? '' });
  pen.write(against, MARGIN + title + 16, 32, { size: TYPE, colour: colours['ink-soft'], most: WIDTH - title - 48 });
  const column = (WIDTH - LANE - 2 * MARGIN) / figures.length;
  const right = (place: number) => MARGIN + LANE + column * (place + 1);
  const style: TextStyle = { size: 14, face: 'strong', most: column - 10, align: 'right', colour: colours['ink-soft'] };
  figures.forEach((figure, place) => pen.write(figure.title, right(place), HEAD - 12, style));
  pen.fill({ x: MARGIN, y: HEAD - 1, width: WIDTH - 2 * MARGIN, height: 1 }, colours['ink-soft']);
  rows.forEach((row, place) => {
    const y = HEAD + ROW * place;
    pen.write(row.title, MARGIN, y + 29, { size: TYPE, face: 'strong', most: LANE - 12 });
    figures.forEach((figure, number) => {
      const { value, difference } = cellOf(figure, row, chosen, how, run);
      const cell: TextStyle = { size: TYPE, most: column - 10, align: 'right' };
      pen.write(value, right(number), y + (difference === null ? 29 : 21), cell);
      if (difference === null) return;
      pen.write(difference, right(number), y + 39, { ...cell, size: 13, colour: colours['ink-soft'] });
    });
    pen.fill({ x: MARGIN, y: y + ROW - 1, width: WIDTH - 2 * MARGIN, height: 1 }, colours['sheet-rule']);
  });
}
