import type { ItemAt } from '../../../shared/fold/queue-stage.ts';
import { fill } from '../../words/fill.ts';
import { queue as words } from '../../words/en/queue.ts';
import { makerColour } from '../../picture/inks.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import { itemText } from './text.ts';
import type { Slots } from './slots.ts';
import type { ItemView } from './view.ts';

/** The colour of the items of task number `maker`. */
export function makerInk({ inks }: Pen, maker: number): string {
  return makerColour(inks, maker - 1);
}

/** An item as a small card in its maker's colour; a pale one was there and is dealt with. */
export function paintChip(pen: Pen, box: Box, item: ItemAt, strength = 1): void {
  const { sizes, colours } = pen.inks;
  const pale = strength < 1;
  if (pale) pen.fill(box, colours.sheet, 2);
  else pen.fill(box, makerInk(pen, item.maker), 2);
  if (pale) pen.frame(box, makerInk(pen, item.maker), 1.5, 2);
  const text = itemText(item);
  const large = {
    size: Math.min(sizes.s, box.height * 0.74),
    face: 'strong',
    align: 'center',
    most: box.width - 4,
  } as const;
  const hand = pen.fits(text, large) ? large : { ...large, size: Math.min(large.size, sizes.xs) };
  // A number that is cut would be another number; the colour remains.
  if (!pen.fits(text, hand)) return;
  pen.write(text, box.x + box.width / 2, box.y + box.height / 2 + hand.size * 0.36, {
    ...hand,
    colour: pale ? makerInk(pen, item.maker) : colours['on-maker'],
  });
}

/** An item in a slot: its number in its maker's colour, how long it waits, and a bar that is full at the longest wait so far. */
export function paintItem(pen: Pen, box: Box, detail: Slots['detail'], { item, waited, share }: ItemView): void {
  const { colours, sizes } = pen.inks;
  const ink = makerInk(pen, item.maker);
  const bar = Math.max(3, Math.round(box.height * 0.1));
  const seconds = fill(words.seconds, { seconds: Math.floor(waited + 1e-6) });
  pen.fill(box, colours.sheet, 3);
  const label = labelBox(box, detail, bar);
  pen.fill(label, ink, 2);
  const size = Math.min(detail === 'tall' ? sizes.m : sizes.s, label.height * 0.8);
  pen.write(itemText(item), label.x + label.width / 2, label.y + label.height / 2 + size * 0.36, {
    size,
    face: 'strong',
    align: 'center',
    most: label.width - 4,
    colour: colours['on-maker'],
  });
  if (detail === 'tall') {
    const room = { y: label.y + label.height, height: box.height - label.height - bar - 6 };
    const size = Math.min(sizes.m, room.height * 0.86);
    const y = room.y + room.height / 2 + size * 0.38;
    pen.write(seconds, box.x + box.width / 2, y, { size, face: 'strong', align: 'center', most: box.width - 8 });
  } else if (detail === 'wide') {
    const y = box.y + (box.height - bar - 2) / 2 + sizes.xs * 0.4;
    const most = box.width - label.width - 12;
    pen.writeFirst([seconds, seconds.split(' ')[0]!], box.x + box.width - 5, y, {
      size: sizes.xs,
      align: 'right',
      most,
    });
  }
  const track = { x: box.x + 3, y: box.y + box.height - bar - 2, width: box.width - 6, height: bar };
  pen.fill(track, colours['sheet-rule']);
  pen.fill({ ...track, width: track.width * Math.min(1, share) }, colours.ink);
}

function labelBox(box: Box, detail: Slots['detail'], bar: number): Box {
  const all = { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - bar - 7 };
  if (detail === 'number') return all;
  return detail === 'tall' ? { ...all, height: all.height * 0.56 } : { ...all, width: all.width * 0.52 };
}
