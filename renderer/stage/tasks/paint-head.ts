import { counted } from '../../../shared/counted.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { general as words } from '../../words/en/general.ts';
import { fill } from '../../words/fill.ts';
import { paintSwatch } from '../kit/status.ts';
import type { TaskMark } from '../kit/task-view.ts';
import type { TasksLayout } from './layout.ts';
import type { TasksView } from './view.ts';

/** The four marks and what is done are always counted, the rest when it occurs. */
const always: readonly TaskMark[] = ['running', 'ready', 'waiting', 'holding', 'done'];
const order: readonly TaskMark[] = [...always, 'failed', 'cancelled', 'absent'];

interface Cell {
  readonly mark: TaskMark;
  readonly width: number;
}

interface HeadStyle extends TextStyle {
  /** Whether there is room for the words beside the numbers. */
  readonly words: boolean;
  readonly apart: number;
  /** Whether cells are as wide as their numbers are now: the last resort, as they move. */
  readonly tight?: boolean;
}

/** How many tasks do what: each number in a cell of its own, with its word where there is room for all words. */
export function paintHead(pen: Pen, { head, tasks, shape }: TasksLayout, { counts }: TasksView): void {
  const shown = order.filter((mark) => always.includes(mark) || counts[mark] > 0);
  // The size does not change when the last task has been created.
  const reserved = order.filter((mark) => shown.includes(mark) || mark === 'absent');
  const fits = (style: HeadStyle) => widthOf(cellsOf(pen, reserved, counts, shape.tasks, style), style) <= head.width;
  const styles = stylesOf(pen);
  const style = styles.find(fits) ?? styles.at(-1)!;
  const middle = head.y + head.height / 2;
  const base = middle + style.size * 0.36;
  let { x } = head;
  for (const { mark, width } of cellsOf(pen, shown, counts, shape.tasks, style)) {
    paintCell(pen, { x, y: middle - style.size * 0.42, width, height: style.size * 0.84 }, mark, counts[mark], style);
    x += width + style.apart;
  }
  const hidden = shape.tasks - tasks.boxes.length;
  if (hidden <= 0) return;
  const text = fill(words.notShown, { count: counted(hidden) });
  pen.write(text, head.x + head.width, base, { size: style.size, align: 'right', most: head.x + head.width - x });
}

function paintCell(pen: Pen, box: Box, mark: TaskMark, count: number, style: HeadStyle): void {
  const { colours } = pen.inks;
  const { x, y, height } = box;
  const swatch = { x, y, width: style.size * 1.15, height };
  if (mark === 'absent') pen.frame(swatch, colours['floor-line'], 2);
  else paintSwatch(pen, mark, swatch);
  const bad = mark === 'holding' || mark === 'failed';
  const colour = count === 0 ? colours['ink-soft'] : bad ? colours.hold : colours.ink;
  const base = y + height / 2 + style.size * 0.36;
  const at = x + swatch.width + 5;
  const drawn = pen.write(counted(count), at, base, { size: style.size, face: 'strong', colour });
  if (style.words) pen.write(words.marks[mark], at + drawn + 5, base, { size: style.size, colour });
}

/** A cell is wide enough for the number of all tasks. */
function cellsOf(
  pen: Pen,
  shown: readonly TaskMark[],
  counts: TasksView['counts'],
  tasks: number,
  { size, words: worded, tight }: HeadStyle,
): Cell[] {
  const numberWidth = (count: number) => pen.measure(counted(count), { size, face: 'strong' });
  return shown.map((mark) => {
    const word = worded ? 5 + pen.measure(words.marks[mark], { size }) : 0;
    return { mark, width: size * 1.15 + 5 + numberWidth(tight === true ? counts[mark] : tasks) + word };
  });
}

function widthOf(cells: readonly Cell[], { apart }: HeadStyle): number {
  return cells.reduce((sum, { width }) => sum + width + apart, -apart);
}

/** From words in the middle size to numbers alone in the smallest. */
function stylesOf({ inks }: Pen): HeadStyle[] {
  const { xs, s, m } = inks.sizes;
  const styles = (words: boolean, apart: number) => [m, s, xs].map((size) => ({ size, words, apart: size * apart }));
  return [...styles(true, 1.2), ...styles(false, 0.8), { size: xs, words: false, apart: xs * 0.7, tight: true }];
}

/** The sentence on the circle, while there is one. */
export function paintBanner(pen: Pen, { banner }: TasksLayout, { circle }: TasksView): void {
  if (banner === null || circle === null) return;
  const { colours, sizes } = pen.inks;
  pen.fill(banner, colours.hold, 4);
  const { x, y, width, height } = banner;
  const texts = circle.never ? words.never : words.circle;
  const style = { face: 'strong', align: 'center', most: width - 16, colour: colours['on-hold'] } as const;
  const wordings = texts.flatMap((text) => [sizes.l, sizes.m, sizes.s].map((size) => ({ text, size })));
  const { text, size } = wordings.find(({ text, size }) => pen.fits(text, { ...style, size })) ?? wordings.at(-1)!;
  pen.write(text, x + width / 2, y + height / 2 + size * 0.36, { ...style, size });
}
