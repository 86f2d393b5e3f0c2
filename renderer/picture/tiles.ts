import type { MarkId } from '../../shared/fold/marks.ts';
import type { Pen } from './pen.ts';
import type { Box } from './areas.ts';

/** What a tile shows: one of the four marks, that something is over, or that it has not begun. */
export type TileMark = MarkId | 'over' | 'absent';

const order: readonly TileMark[] = ['running', 'waiting', 'holding', 'ready', 'over', 'absent'];

/** Hundreds of marks: all of one kind at once. */
export function paintTiles(pen: Pen, boxes: readonly Box[], marks: readonly TileMark[]): void {
  const { context, inks } = pen;
  const { colours, patterns } = inks;
  const side = boxes[0]?.width ?? 0;
  const line = side > 12 ? 2 : 1;
  const fills: Readonly<Record<TileMark, string | CanvasPattern | null>> = {
    running: colours.run,
    waiting: patterns.hatch,
    holding: patterns.bars,
    ready: colours.sheet,
    over: colours.table,
    absent: null,
  };
  for (const mark of order) {
    const outlined = mark === 'ready' || mark === 'absent';
    const inside = outlined ? line / 2 : 0;
    context.beginPath();
    boxes.forEach(({ x, y, width, height }, index) => {
      if (marks[index] === mark) context.rect(x + inside, y + inside, width - 2 * inside, height - 2 * inside);
    });
    const fill = fills[mark];
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill();
    }
    if (!outlined) continue;
    context.strokeStyle = mark === 'ready' ? colours.ready : colours['floor-line'];
    context.lineWidth = line;
    context.stroke();
  }
}
