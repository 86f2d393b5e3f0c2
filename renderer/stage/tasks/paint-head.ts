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

/** How many tasks do what: each number in a cell of its own, with its word where there is room for all words. */
export function paintHead(pen: Pen, { head, tasks, shape, banner }: TasksLayout, { counts }: TasksView): void {
  const { sizes, colours } = pen.inks;
  const shown = order.filter((mark) => always.includes(mark) || counts[mark] > 0);
  const digits = '0'.repeat(String(shape.tasks).length).replace(/\B(?=(0{3})+$)/g, ',');
  for (const style of styles(sizes)) {
    const swatch = style.size * 1.15;
    const cells = shown.map((mark) => {
      const word = style.word ? words.marks[mark] : '';
      const number = pen.measure(digits, { ...style, face: 'strong' });
      return { mark, word, number, width: swatch + 5 + number + (word === '' ? 0 : 5 + pen.measure(word, style)) };
    });
    const apart = style.size * (style.word ? 1.3 : 0.8);
    const total = cells.reduce((sum, { width }) => sum + width + apart, -apart);
    if (total > head.width && style !== styles(sizes).at(-1) && !style.last) continue;
    const middle = head.y + head.height / 2;
    const base = middle + style.size * 0.36;
    let x = head.x;
    for (const { mark, word, number, width } of cells) {
      if (mark !== 'absent')
        paintSwatch(pen, mark, { x, y: middle - style.size * 0.42, width: swatch, height: style.size * 0.84 });
      else
        pen.frame(
          { x, y: middle - style.size * 0.42, width: swatch, height: style.size * 0.84 },
          colours['floor-line'],
          2,
        );
      const colour =
        counts[mark] === 0 ? colours['ink-soft'] : mark === 'holding' || mark === 'failed' ? colours.hold : colours.ink;
      const right = x + swatch + 5 + number;
      pen.write(counts[mark].toLocaleString('en'), right, base, { ...style, face: 'strong', align: 'right', colour });
      if (word !== '') pen.write(word, right + 5, base, { ...style, colour });
      x += width + apart;
    }
    const hidden = shape.tasks - tasks.boxes.length;
    if (hidden > 0 && banner === null) {
      const text = fill(words.notShown, { count: hidden.toLocaleString('en') });
      pen.write(text, head.x + head.width, base, { ...style, align: 'right', most: head.x + head.width - x });
    }
    return;
  }
}

/** From words in the middle size to numbers alone in the smallest. */
function styles({ xs, s, m }: { xs: number; s: number; m: number }): (TextStyle & { word: boolean; last?: boolean })[] {
  return [
    { size: m, word: true },
    { size: s, word: true },
    { size: xs, word: true },
    { size: m, word: false },
    { size: s, word: false },
    { size: xs, word: false, last: true },
  ];
}

/** The sentence on the circle, while there is one. */
export function paintBanner(pen: Pen, { banner }: TasksLayout, { circle }: TasksView): void {
  if (banner === null || circle === null) return;
  const { colours, sizes } = pen.inks;
  pen.fill(banner, colours.hold, 4);
  const { x, y, width, height } = banner;
  const texts = circle.never ? words.never : words.circle;
  const style = {
    size: sizes.l,
    face: 'strong',
    align: 'center',
    most: width - 20,
    colour: colours['on-hold'],
  } as const;
  const text = texts.find((each) => pen.fits(each, style)) ?? texts.at(-1)!;
  pen.write(text, x + width / 2, y + height / 2 + style.size * 0.36, style);
}
