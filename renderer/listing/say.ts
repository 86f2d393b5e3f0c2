/** The cursors of a listing in words. */
import { countOn, type Cursors } from '../../shared/fold/cursors.ts';
import { marks } from '../../shared/fold/marks.ts';
import type { ListingLine } from '../../shared/listing/listing.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';

/** Names that a tooltip holds. */
const NAMES_MAX = 12;

/** What stands on each line, from the first on: "line 7, await asyncio.sleep(55): 23 waiting, 1 ready". */
export function cursorTexts(cursors: Cursors, lines: readonly Pick<ListingLine, 'number' | 'text'>[]): string[] {
  const told = (line: number) =>
    [...marks]
      .map(({ id }) => ({ count: countOn(cursors, line, id), mark: en.listing.marks[id] }))
      .filter(({ count }) => count > 0)
      // Most come first.
      .sort((a, b) => b.count - a.count)
      .map((part) => fill(en.listing.counted, part))
      .join(', ');
  const onLines = lines.flatMap(({ number, text }) => {
    const counts = told(number);
    return counts === '' ? [] : [fill(en.listing.line, { line: number, code: codeOf(text), counts })];
  });
  const notBegun = told(0);
  return [
    ...onLines,
    ...(notBegun === '' ? [] : [fill(en.listing.notBegun, { counts: notBegun })]),
    ...(cursors.ended === 0 ? [] : [fill(en.listing.counted, { count: cursors.ended, mark: en.listing.ended })]),
  ];
}

/** Who stands in a pile, as far as a tooltip has room. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  const more = names.length - NAMES_MAX;
  const text = more > 0 ? fill(en.listing.more, { names: shown, count: more }) : shown;
  return names.length > 1 ? `${text}. ${en.listing.next}` : text;
}

/** A line without its comment: that is for those who see it. */
function codeOf(text: string): string {
  return text.replace(/\s+#.*$/, '').trim();
}
