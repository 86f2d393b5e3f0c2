import { counted } from '../../../shared/counted.ts';
import { fill } from '../../words/fill.ts';
import { callStack as words } from '../../words/en/call-stack.ts';
import type { Pen } from '../../picture/pen.ts';
import { paintCards } from './paint-cards.ts';
import { paintMeter } from './paint-meter.ts';
import { paintItem, paintToken } from './paint-token.ts';
import type { CallStackLayout } from './layout.ts';
import type { CallStackView } from './view.ts';

/** All that a drawing of a call stack depends on. */
export interface CallStackScene {
  readonly layout: CallStackLayout;
  readonly view: CallStackView;
  /** Whether the task of this stack is selected. */
  readonly selected: boolean;
}

/** Draws a scene. */
export function paintCallStack(pen: Pen, { layout, view, selected }: CallStackScene): void {
  pen.clear();
  paintHead(pen, layout, view);
  paintRail(pen, layout, view);
  paintCards(pen, layout, view);
  if (view.token !== null) paintToken(pen, layout, view.token);
  paintStrip(pen, layout, view);
  paintMeter(pen, layout.meter, view);
  if (!selected) return;
  const [first, last] = [layout.cards[0]!, layout.cards.at(-1)!];
  const { x } = layout.rail;
  const box = { x: x - 4, y: first.y - 4, width: layout.head.width + 8, height: last.y + last.height - first.y + 8 };
  pen.frame(box, pen.inks.colours.ink, 3, 6);
}

function paintHead(pen: Pen, { head }: CallStackLayout, { lit, parked, over }: CallStackView): void {
  const { sizes, colours } = pen.inks;
  const y = head.y + sizes.m * 1.05;
  const width = pen.write(words.stack, head.x, y, { size: sizes.m, face: 'face', most: head.width });
  const parts = { depth: lit + 1, parked };
  const texts = over ? [words.over] : (parked > 0 ? words.depth : words.depthOnly).map((text) => fill(text, parts));
  const most = head.width - width - sizes.m;
  pen.writeFirst(texts, head.x + head.width, y, {
    size: sizes.xs,
    align: 'right',
    colour: colours['ink-soft'],
    most,
  });
}

/** The wood to which frames on the stack are fixed: it reaches as far as the one that runs. */
function paintRail(pen: Pen, { rail, cards }: CallStackLayout, { lit }: CallStackView): void {
  const { colours } = pen.inks;
  pen.frame(rail, colours['floor-line'], 1, 2);
  const box = cards[lit];
  if (box !== undefined) pen.fill({ ...rail, height: box.y + box.height - rail.y }, colours.table, 2);
}

/** What the outermost frame has got so far: the last values, the newest at the right. */
function paintStrip(
  pen: Pen,
  { strip, chip, inFront }: CallStackLayout,
  { values, cards, token }: CallStackView,
): void {
  const { sizes, colours } = pen.inks;
  const name = cards[0]?.name ?? '';
  const top = strip.y + strip.height - chip.height;
  const y = inFront ? top + chip.height / 2 + sizes.xs * 0.36 : strip.y + sizes.xs;
  const title = { size: sizes.xs, face: 'strong', colour: colours.ink } as const;
  const texts = words.got.map((text) => fill(text, { name }));
  const width = pen.writeFirst(texts, strip.x, y, { ...title, most: strip.width });
  const gap = 4;
  const left = strip.x + (inFront ? width + sizes.xs : 0);
  const most = Math.max(1, Math.floor((strip.x + strip.width - left + gap) / (chip.width + gap)));
  const shown = values.slice(-most);
  for (let place = 0; place < most; place++) {
    const box = { x: left + place * (chip.width + gap), y: top, ...chip };
    const value = shown[place];
    if (value === undefined) {
      pen.frame(box, colours['floor-line'], 1, 3);
      continue;
    }
    if (place === shown.length - 1 && token?.kind === 'got') {
      paintItem(pen, box, value, colours['maker-1']);
      continue;
    }
    pen.fill(box, colours.sheet, 3);
    pen.frame(box, colours['sheet-rule'], 1, 3);
    const size = box.height * 0.56;
    const hand = { size, face: 'strong', align: 'center', most: box.width - 4 } as const;
    pen.write(counted(value), box.x + box.width / 2, box.y + box.height / 2 + size * 0.36, hand);
  }
}
