import { callStack as words } from '../../words/en/call-stack.ts';
import type { Pen } from '../../picture/pen.ts';
import type { MeterLayout } from './layout.ts';
import { bytesTexts, memoryTitle, squareTexts, valueText } from './text.ts';
import type { CallStackView } from './view.ts';

/** How many values are in memory: the number, a square for each, or for so many of them, and what that takes. */
export function paintMeter(pen: Pen, layout: MeterLayout, view: CallStackView): void {
  const { kept } = view;
  const { sizes, colours } = pen.inks;
  const { box, number, rack, squares, scale, words: room } = layout;
  const beside = room.lines > 1;
  const title = { size: beside ? sizes.m : sizes.xs, face: beside ? 'face' : 'strong', most: box.width } as const;
  pen.write(memoryTitle(view), beside ? box.x + box.width / 2 : number.x, box.y + title.size * 1.05, {
    ...title,
    align: 'center',
  });
  pen.write(valueText(kept), number.x, number.y, { size: number.size, face: 'face', align: 'center' });
  pen.fill(rack, colours['table-edge'], 5);
  pen.fill({ x: rack.x + 1, y: rack.y + 1, width: rack.width - 2, height: rack.height - 2 }, colours.table, 4);
  squares.forEach((square, index) => {
    pen.fill(square, colours['wood-edge'], 1);
    const share = Math.max(0, Math.min(1, kept / scale.unit - index));
    // The least there is can still be seen.
    if (share > 0) pen.fill({ ...square, width: Math.max(3, square.width * share) }, colours.brass, 1);
  });
  const middle = room.x + room.width / 2;
  const line = (texts: readonly string[], index: number, strong: boolean) =>
    pen.writeFirst(texts, middle, room.y + index * sizes.xs * 1.4, {
      size: sizes.xs,
      face: strong ? 'strong' : 'text',
      colour: strong ? colours.ink : colours['ink-soft'],
      align: 'center',
      most: room.width,
    });
  line(bytesTexts(kept), 0, true);
  if (!beside) return;
  words.estimate.forEach((text, index) => line([text], index + 1, false));
  if (room.lines > 3) line(squareTexts(scale.unit), 3, false);
}
