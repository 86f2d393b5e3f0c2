import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { general as words } from '../../words/en/general.ts';
import { paintSwatch } from '../kit/status.ts';
import type { TasksLayout } from './layout.ts';
import type { TapeEntry } from './tape.ts';
import { instantText } from './time.ts';

/** Draws the last events, the newest at the top or at the right. */
export function paintTape(pen: Pen, { tape, tapeInRows }: TasksLayout, entries: readonly TapeEntry[]): void {
  if (tape.length === 0) return;
  if (!tapeInRows) return entries.forEach((entry, place) => paintChip(pen, tape[place]!, entry, place === 0));
  const { sizes, colours } = pen.inks;
  const first = tape[0]!;
  const heading = { size: sizes.s, face: 'strong', most: first.width } as const;
  pen.write(words.tape, first.x, first.y - first.height * 0.3, heading);
  const sheet = { ...first, height: tape.length * first.height };
  pen.fill(sheet, colours.sheet, 4);
  const time = Math.max(0, ...entries.map(({ at }) => pen.measure(instantText(at), { size: sizes.xs })));
  entries.forEach((entry, place) =>
    paintRow(pen, tape[place]!, entry, { time, before: entries[place + 1]?.at ?? NaN }),
  );
  pen.frame(sheet, colours['sheet-rule'], 1, 4);
}

function paintMark(pen: Pen, mark: TapeEntry['mark'], box: Box): void {
  const { colours } = pen.inks;
  const { x, y, width, height } = box;
  const [middle, radius] = [{ x: x + width / 2, y: y + height / 2 }, Math.min(width, height) / 2];
  if (mark === 'taken') return pen.disc(middle.x, middle.y, radius, colours.ink);
  if (mark === 'given')
    return pen.disc(middle.x, middle.y, radius - 1, colours.sheet, { style: colours.ink, width: 2 });
  if (mark === 'own')
    return pen.fill({ x: middle.x - radius, y: middle.y - 1.5, width: 2 * radius, height: 3 }, colours.ink);
  paintSwatch(pen, mark, box);
}

/** When, its mark, who, what. The instant is written once for all that happened in it: at the first of them. */
function paintRow(
  pen: Pen,
  box: Box,
  { at, name, verb, mark }: TapeEntry,
  { time, before }: { time: number; before: number },
): void {
  const { sizes, colours } = pen.inks;
  const { x, y, width, height } = box;
  const base = y + height / 2 + sizes.s * 0.35;
  const right = x + width - 8;
  let left = x + 8;
  if (at !== before) {
    pen.write(instantText(at), left + time, base, { size: sizes.xs, align: 'right', colour: colours['ink-soft'] });
    pen.fill({ x: x + 1, y: y + height - 1, width: width - 2, height: 1 }, colours['sheet-rule']);
  }
  left += time + 8;
  const side = Math.round(sizes.xs * 0.8);
  paintMark(pen, mark, { x: left, y: y + (height - side) / 2, width: side, height: side });
  left += side + 7;
  const strong = { size: sizes.s, face: 'strong', most: right - left } as const;
  const soft = { size: sizes.s } as const;
  const whole = pen.measure(name, strong) + sizes.s * 0.4 + pen.measure(verb, soft) <= right - left;
  const style = whole ? strong : { ...strong, size: sizes.xs };
  const own = pen.write(name, left, base, { ...style, most: whole ? right - left : (right - left) * 0.5 });
  left += own + style.size * 0.4;
  pen.write(verb, left, base, { size: style.size, most: right - left });
}

/** A card with the name and the verb; the newest has a stronger edge. */
function paintChip(pen: Pen, box: Box, { name, verb, mark }: TapeEntry, newest: boolean): void {
  const { sizes, colours } = pen.inks;
  const { x, y, width, height } = box;
  pen.fill(box, colours.sheet, 3);
  pen.frame(box, newest ? colours.ink : colours['sheet-rule'], newest ? 2 : 1, 3);
  const side = Math.round(sizes.xs * 0.8);
  paintMark(pen, mark, { x: x + 6, y: y + height * 0.3 - side / 2, width: side, height: side });
  const left = x + 6 + side + 5;
  pen.write(name, left, y + height * 0.3 + sizes.xs * 0.36, {
    size: sizes.xs,
    face: 'strong',
    most: x + width - 4 - left,
  });
  pen.write(verb, x + 6, y + height * 0.72 + sizes.xs * 0.36, { size: sizes.xs, most: width - 10 });
}
