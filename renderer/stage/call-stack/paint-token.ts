/** What goes from one frame to another: an arrow between their cards, and the value on a card of its own. */
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import type { CallStackLayout } from './layout.ts';
import { valueText, wayText } from './text.ts';
import type { TokenView } from './view.ts';

/** Up and down have a colour each; the arrow says it too. */
const inkOf = ({ inks }: Pen, { from, to }: TokenView) => inks.colours[to > from ? 'maker-3' : 'maker-1'];

export function paintToken(pen: Pen, layout: CallStackLayout, token: TokenView): void {
  const { from, to, value, share } = token;
  if (from !== to) paintArrow(pen, layout, token);
  if (value === null) return;
  const [start, end] = [slotOf(layout, from), slotOf(layout, to)];
  const box = { ...end, y: start.y + (end.y - start.y) * share };
  paintItem(pen, box, value, inkOf(pen, token));
}

/** A value on a card. */
export function paintItem(pen: Pen, box: Box, value: number, ink: string): void {
  const { colours } = pen.inks;
  const size = box.height * 0.64;
  pen.fill(box, ink, 3);
  pen.write(valueText(value), box.x + box.width / 2, box.y + box.height / 2 + size * 0.36, {
    size,
    face: 'strong',
    align: 'center',
    most: box.width - 5,
    colour: colours['on-maker'],
  });
}

/** Where a value lies on a card. */
function slotOf({ cards, shaft, lines }: CallStackLayout, row: number): Box {
  const { y, height } = cards[row]!;
  const middle = y + (lines === 1 ? height / 2 : Math.max(shaft.height / 2 + 4, height * (lines === 2 ? 0.29 : 0.25)));
  return { x: shaft.x - shaft.width / 2, y: middle - shaft.height / 2, width: shaft.width, height: shaft.height };
}

function paintArrow(pen: Pen, { cards, shaft }: CallStackLayout, token: TokenView): void {
  const { context } = pen;
  const { sizes, colours } = pen.inks;
  const { from, to, kind } = token;
  const down = to > from;
  const [upper, lower] = [cards[Math.min(from, to)]!, cards[Math.max(from, to)]!];
  const top = upper.y + upper.height + 1;
  const bottom = lower.y - 1;
  const head = Math.max(4, Math.min(9, (bottom - top) * 0.55));
  const [tip, tail] = down ? [bottom, top] : [top, bottom];
  const back = down ? -head : head;
  const ink = inkOf(pen, token);
  pen.fill({ x: shaft.x - 2, y: Math.min(tail, tip + back), width: 4, height: Math.abs(tip + back - tail) }, ink);
  context.fillStyle = ink;
  context.beginPath();
  context.moveTo(shaft.x, tip);
  context.lineTo(shaft.x - head, tip + back);
  context.lineTo(shaft.x + head, tip + back);
  context.closePath();
  context.fill();
  const size = Math.min(sizes.s, Math.max(sizes.xs, (bottom - top) * 0.6));
  const y = (top + bottom) / 2 + size * 0.34;
  pen.write(wayText(kind), shaft.x - head - size * 0.5, y, {
    size,
    face: 'strong',
    align: 'right',
    colour: colours.ink,
  });
}
