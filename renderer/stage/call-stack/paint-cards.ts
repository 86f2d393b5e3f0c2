import type { Pen } from '../../picture/pen.ts';
import { inset, type Box } from '../../picture/areas.ts';
import type { CallStackLayout } from './layout.ts';
import { stateTexts } from './text.ts';
import type { CardView, CallStackView } from './view.ts';

/** Where a frame's card is: at the rail while it is on the stack, aside while it is parked. */
export function placeOf(layout: CallStackLayout, row: number, { state }: CardView): Box {
  const box = layout.cards[row]!;
  const aside = state === 'parked' || state === 'made';
  return aside ? { ...box, x: box.x + layout.aside } : box;
}

/** The frames, each in its row. */
export function paintCards(pen: Pen, layout: CallStackLayout, { cards, token }: CallStackView): void {
  cards.forEach((card, row) => {
    const box = placeOf(layout, row, card);
    if (card.state === 'gone' || card.state === 'absent') paintTrace(pen, box, card);
    else
      paintCard(pen, layout, box, card, token !== null && token.value !== null && [token.from, token.to].includes(row));
  });
}

/** What was here, or will be. */
function paintTrace(pen: Pen, box: Box, card: CardView): void {
  const { colours, sizes } = pen.inks;
  dashed(pen, box, card.state === 'gone' ? colours.done : colours['floor-line'], 1);
  const left = box.x + barOf(pen) + sizes.xs;
  const y = box.y + box.height / 2 + sizes.s * 0.36;
  const colour = colours['ink-soft'];
  const right = box.x + box.width - 8;
  const width = pen.write(card.name, left, y, { size: sizes.s, face: 'strong', colour, most: (right - left) * 0.5 });
  const at = left + width + sizes.s * 0.8;
  pen.writeFirst(stateTexts(card), at, y, { size: sizes.xs, colour, most: right - at });
}

function paintCard(pen: Pen, layout: CallStackLayout, box: Box, card: CardView, holds: boolean): void {
  const { colours, sizes } = pen.inks;
  const { state } = card;
  const runs = state === 'runs';
  const aside = state === 'parked' || state === 'made';
  pen.fill(box, runs ? colours.lamp : colours.sheet, 4);
  if (runs) pen.frame(box, colours.run, 3, 4);
  else if (aside) dashed(pen, box, colours.wait, 2);
  else pen.frame(box, colours['wood-fill'], 1.5, 4);
  const bar = { x: box.x + 5, y: box.y + 5, width: barOf(pen), height: box.height - 10 };
  pen.mark(bar, runs ? 'running' : state === 'made' || state === 'called' ? null : 'waiting');
  const left = bar.x + bar.width + sizes.xs * 0.6;
  // Where a value is, or comes to, the first line ends before it.
  const right = holds ? layout.shaft.x - layout.shaft.width / 2 - 6 : box.x + box.width - 8;
  paintText(pen, layout, box, card, left, right);
}

/** The frame's name, what it does and where it stands: one below the other as far as there is room. */
function paintText(
  pen: Pen,
  { lines, code }: CallStackLayout,
  box: Box,
  card: CardView,
  left: number,
  right: number,
): void {
  const { colours, sizes } = pen.inks;
  const { height } = box;
  if (lines === 1) {
    const y = box.y + height / 2 + sizes.s * 0.36;
    const width = pen.write(card.name, left, y, { size: sizes.s, face: 'strong', most: (right - left) * 0.4 });
    return paintCode(pen, card, left + width + sizes.xs * 0.7, y, right, code);
  }
  const apart = lines === 3;
  const size = Math.max(12, sizes.xs * 0.9, Math.min(sizes.xl, height * (apart ? 0.24 : 0.3)));
  const first = box.y + height * (apart ? 0.24 : 0.28) + size * 0.36;
  const width = pen.write(card.name, left, first, { size, face: 'strong', most: (right - left) * (apart ? 1 : 0.55) });
  const smaller = apart ? Math.max(sizes.xs, Math.min(sizes.m, height * 0.17)) : Math.max(sizes.xs, size * 0.8);
  const x = apart ? left : left + width + size * 0.7;
  const y = apart ? box.y + height * 0.5 + smaller * 0.36 : first;
  const most = (apart ? box.x + box.width - 8 : right) - x;
  const text = stateTexts(card).find((each) => pen.measure(each, { size: smaller }) <= most);
  const colour = card.state === 'runs' ? colours.ink : colours['ink-soft'];
  if (text !== undefined) pen.write(text, x, y, { size: smaller, colour });
  const low = box.y + height * (apart ? 0.78 : 0.73) + code * 0.36;
  paintCode(pen, card, left, low, box.x + box.width - 6, code);
}

/** The line on which a frame stands, behind a pointer that is full where it runs. */
function paintCode(pen: Pen, { code, state }: CardView, x: number, y: number, right: number, size: number): void {
  if (code === '') return;
  const { context } = pen;
  const { colours } = pen.inks;
  const runs = state === 'runs';
  const half = size * 0.3;
  context.beginPath();
  context.moveTo(x + 1, y - size * 0.34 - half);
  context.lineTo(x + 1 + half * 1.5, y - size * 0.34);
  context.lineTo(x + 1, y - size * 0.34 + half);
  context.closePath();
  context.lineWidth = 1.5;
  context.strokeStyle = runs ? colours.run : colours['ink-soft'];
  context.fillStyle = colours.run;
  if (runs) context.fill();
  context.stroke();
  const left = x + size * 0.85;
  const colour = runs ? colours.ink : colours['ink-soft'];
  pen.write(code, left, y, { size, face: 'code', colour, most: right - left });
}

const barOf = ({ inks }: Pen) => Math.max(9, Math.round(inks.sizes.xs * 0.8));

function dashed(pen: Pen, box: Box, style: string, line: number): void {
  pen.context.setLineDash([5, 4]);
  pen.frame(inset(box, 0.5), style, line, 4);
  pen.context.setLineDash([]);
}
