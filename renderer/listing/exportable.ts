/** A listing with its cursors as something that can be taken home. */
import { countOn, type Cursors } from '../../shared/fold/cursors.ts';
import { marks } from '../../shared/fold/marks.ts';
import type { Exportable } from '../exports/exportable.ts';
import type { Pen } from '../picture/pen.ts';
import { exports as words } from '../words/en/exports.ts';
import { marks as markWords } from '../words/en/marks.ts';

const WIDTH = 1200;
const ROW = 24;
const TOP = 64;
const CODE = 96;
const TYPE = 16;
/** Where the cursors of a line stand, from the right; each has a mark and a number. */
const CURSOR = 64;

export interface ExportedListing {
  readonly title: string;
  readonly lines: readonly { readonly text: string }[];
  readonly cursors: Cursors;
}

export function listingExport({ title, lines, cursors }: ExportedListing): Exportable {
  return {
    part: 'listing',
    title,
    size: { width: WIDTH, height: TOP + ROW * lines.length + 12 },
    paint: (pen) => paintListing(pen, { title, lines, cursors }),
    table: () => ({
      head: ['line', 'text', ...marks.map(({ id }) => markWords[id])],
      rows: lines.map(({ text }, place) => [
        place + 1,
        text,
        ...marks.map(({ id }) => countOn(cursors, place + 1, id)),
      ]),
      units: [null, null, ...marks.map(() => words.tasks)],
    }),
    text: () => `${lines.map(({ text }) => text).join('\n')}\n`,
  };
}

function paintListing(pen: Pen, { title, lines, cursors }: ExportedListing): void {
  const { colours } = pen.inks;
  pen.write(title, 16, 36, { size: 22, face: 'strong', most: WIDTH - 32 });
  lines.forEach(({ text }, place) => {
    const y = TOP + ROW * place;
    pen.write(String(place + 1), CODE - 24, y + 17, { size: 14, face: 'code', align: 'right', colour: colours['ink-soft'] });
    const indent = text.length - text.trimStart().length;
    const letter = pen.measure('m', { size: TYPE, face: 'code' });
    const x = CODE + indent * letter;
    pen.write(text.trimStart(), x, y + 17, { size: TYPE, face: 'code', most: WIDTH - 4 * CURSOR - 16 - x });
    let right = WIDTH - 16;
    for (const { id } of [...marks].reverse()) {
      const count = countOn(cursors, place + 1, id);
      if (count === 0) continue;
      pen.write(String(count), right, y + 17, { size: 14, face: 'strong', align: 'right' });
      pen.mark({ x: right - CURSOR + 14, y: y + 5, width: 20, height: 14 }, id);
      right -= CURSOR;
    }
  });
} // prettier-ignore
