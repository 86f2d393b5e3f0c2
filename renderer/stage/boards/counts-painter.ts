import { counted } from '../../../shared/counted.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { boards as words } from '../../words/en/boards.ts';
import type { BoardMark } from './board-view.ts';

const ORDER: readonly BoardMark[] = ['running', 'ready', 'waiting', 'holding', 'over'];

/** How many boards have which mark: the mark, the number, and its word where there is room. */
export function paintCounts(pen: Pen, box: Box, counts: Readonly<Record<BoardMark, number>>): void {
  const { sizes, colours } = pen.inks;
  const size = sizes.s;
  const gap = size * 0.45;
  const swatch = Math.round(size * 0.95);
  // What the model does not know is left out.
  const shown = ORDER.filter((mark) => counts[mark] > 0 || mark === 'running' || mark === 'ready');
  const texts = shown.map((mark) => ({ mark, count: counted(counts[mark]), word: words.counts[mark] }));
  const widthOf = (text: string) => pen.measure(text, { size, face: 'strong' });
  const whole = texts.reduce((sum, { count, word }) => sum + swatch + 4 * gap + widthOf(`${count} ${word}`), 0);
  const cell = box.width / texts.length;
  let { x } = box;
  for (const { mark, count, word } of texts) {
    const y = box.y + (box.height - swatch) / 2;
    pen.mark({ x, y, width: swatch, height: swatch }, mark === 'over' ? null : mark);
    const text = whole <= box.width ? `${count} ${word}` : count;
    const style = { size, face: 'strong', colour: colours.ink, most: cell - swatch - gap } as const;
    const written = pen.write(text, x + swatch + gap, box.y + box.height / 2 + size * 0.36, whole <= box.width ? { size, face: 'strong', colour: colours.ink } : style); // prettier-ignore
    x += whole <= box.width ? swatch + 4 * gap + written : cell;
  }
}
