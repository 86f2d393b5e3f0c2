import { counted } from '../../shared/counted.ts';
import { marks, type MarkId } from '../../shared/fold/marks.ts';
import type { Pen } from './pen.ts';
import type { Box } from './areas.ts';

/** How many tasks do what: the four marks with their numbers, each in a cell of its own; on two lines where there is room. */
export function paintMarkCounts(pen: Pen, box: Box, tasks: readonly (MarkId | null)[]): void {
  const { sizes, colours } = pen.inks;
  const rows = box.height > sizes.xs * 2.6 ? 2 : 1;
  const columns = marks.length / rows;
  const cell = box.width / columns;
  const line = box.height / rows;
  marks.forEach(({ id }, index) => {
    const x = box.x + (index % columns) * cell;
    const y = box.y + Math.floor(index / columns) * line;
    const height = Math.round(sizes.xs * 0.85);
    const width = Math.round(height * 1.4);
    pen.mark({ x, y: y + (line - height) / 2, width, height }, id);
    const text = counted(tasks.filter((mark) => mark === id).length);
    const style = { size: sizes.xs, most: cell - width - 6, colour: colours.ink };
    pen.write(text, x + width + 5, y + line / 2 + sizes.xs * 0.36, style);
  });
}
