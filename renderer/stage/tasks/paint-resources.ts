import { counted } from '../../../shared/counted.ts';
import { ResourceKind } from '../../../shared/fold/resources.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { general as words } from '../../words/en/general.ts';
import { fill } from '../../words/fill.ts';
import type { TasksLayout } from './layout.ts';
import { holdingTexts } from './text.ts';
import { writeName } from './write-name.ts';
import type { ResourceView, TasksView } from './view.ts';

/** Draws what tasks share and wait for. */
export function paintResources(pen: Pen, layout: TasksLayout, { resources }: TasksView): void {
  const { resources: boxes, resourceDetail, resourceLetter: letter, moreResources, shape } = layout;
  boxes.forEach((box, place) => {
    const view = resources[place];
    if (view === undefined) return;
    if (resourceDetail === 'line') paintLine(pen, box, view, letter);
    else paintCard(pen, box, view, letter, resourceDetail === 'card');
  });
  if (moreResources === null) return;
  const { sizes, colours } = pen.inks;
  const { x, y, width, height } = moreResources;
  const text = fill(words.moreResources, { count: counted(shape.resourcesInAll - boxes.length) });
  pen.write(text, x + 8, y + height / 2 + sizes.xs * 0.36, {
    size: sizes.xs,
    most: width - 8,
    colour: colours['ink-soft'],
  });
}

function frame(pen: Pen, box: Box, { inCircle, holders }: ResourceView): void {
  const { colours } = pen.inks;
  // Round ends tell a resource from a task.
  const radius = Math.min(14, box.height / 2);
  pen.fill(box, colours.runner, radius);
  pen.frame(
    box,
    inCircle ? colours.hold : holders.length > 0 ? colours.ink : colours['runner-line'],
    inCircle ? 3 : 2,
    radius,
  );
}

/** A shackle, a stack or a glass: what kind of thing it is, in a square. */
function paintSign({ context, inks }: Pen, { kind, holders }: ResourceView, x: number, y: number, side: number): void {
  context.save();
  context.translate(x, y);
  context.scale(side / 24, side / 24);
  context.strokeStyle = inks.colours.ink;
  context.fillStyle = inks.colours.ink;
  context.lineWidth = 3;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (kind === ResourceKind.QUEUE) {
    for (const left of [1, 9, 17]) context.rect(left, 5, 6, 14);
  } else if (kind === 'awaited') {
    context.arc(12, 12, 10, 0, 2 * Math.PI);
    context.moveTo(12, 6);
    context.lineTo(12, 12);
    context.lineTo(16, 14);
  } else {
    const lift = holders.length > 0 ? 0 : -3;
    context.moveTo(6.5, 11);
    context.lineTo(6.5, 8 + lift);
    context.arc(12, 8 + lift, 5.5, Math.PI, 0);
    if (lift === 0) context.lineTo(17.5, 11);
    context.rect(4, 11, 16, 11);
    if (lift === 0) context.fillRect(4, 11, 16, 11);
  }
  context.stroke();
  context.restore();
}

/** Its name, who has it or what is in it, and who waits in which order. */
function paintCard(pen: Pen, box: Box, view: ResourceView, letter: number, three: boolean): void {
  const { sizes, colours } = pen.inks;
  frame(pen, box, view);
  const pad = Math.round(letter * 0.6);
  const small = Math.max(sizes.xs, letter * 0.8);
  const left = box.x + pad;
  const most = box.width - 2 * pad;
  const lines = three ? 3 : 2;
  const pitch = Math.min((box.height - pad * 0.8) / lines, letter * 2.1);
  const spare = box.height - lines * pitch;
  // What is left of a high card is for those who wait.
  const top = box.y + Math.min(spare / 2, pad * 0.6);
  const base = (line: number, size: number) => top + (line + 0.5) * pitch + size * 0.36;
  const side = letter * 0.95;
  paintSign(pen, view, left, top + pitch / 2 - side / 2, side);
  const nameAt = left + side + letter * 0.45;
  const kind = words.kinds[view.kind];
  const soft = { size: small, colour: colours['ink-soft'] } as const;
  const room = most - side - letter * 0.45;
  const width = writeName(pen, view.name, nameAt, base(0, letter), { size: letter, face: 'strong', most: room });
  const kindWidth = pen.measure(kind, soft);
  if (view.name !== kind && view.kind !== 'awaited' && width + kindWidth + letter <= room && three) {
    pen.write(kind, left + most, base(0, small), { ...soft, align: 'right' });
  }
  if (view.kind === ResourceKind.QUEUE)
    paintItems(pen, view, { x: left, y: top + pitch, width: most, height: pitch }, small);
  else {
    const texts = holdingTexts(view);
    const red = view.holders[0]?.ended === true;
    const style = {
      size: small,
      most,
      colour: red ? colours.hold : view.holders.length > 0 ? colours.ink : colours['ink-soft'],
    };
    if (texts.length > 0 && (three || view.waiting === 0 || view.holders.length > 0)) {
      pen.writeFirst(texts, left, base(1, small), style);
    } else if (!three || texts.length === 0) {
      paintWaiters(pen, view, { x: left, y: top + pitch, width: most, height: pitch }, small);
      return;
    }
  }
  if (!three) return;
  const waiters = top + 2 * pitch;
  paintWaiters(
    pen,
    view,
    { x: left, y: waiters, width: most, height: box.y + box.height - pad * 0.4 - waiters },
    small,
  );
}

/** Items as a row of squares and their number; where there are more than have room, the row says so by its dots. */
function paintItems(pen: Pen, view: ResourceView, box: Box, small: number): void {
  const { colours } = pen.inks;
  const middle = box.y + box.height / 2;
  const texts = holdingTexts(view);
  const square = Math.max(5, Math.round(small * 0.8));
  const pitch = square + 3;
  const style = { size: small, face: 'strong', most: box.width } as const;
  // Digits do not move the squares.
  const spaces = texts.map((text) => {
    const left = box.x + pen.measure(text.replace(/\d/g, '0'), style) + small * 0.8;
    return { text, left, places: Math.floor((box.x + box.width - left + 3) / pitch) };
  });
  const wanted = Math.min(4, Math.max(1, view.deepest));
  const { text, left, places } = spaces.find(({ places }) => places >= wanted) ?? spaces.at(-1)!;
  pen.write(text, box.x, middle + small * 0.36, style);
  const all = Math.min(places, Math.max(view.deepest, view.items));
  for (let place = 0; place < all; place++) {
    const at = { x: left + place * pitch, y: middle - square / 2, width: square, height: square };
    if (place < view.items) pen.fill(at, colours.ink);
    else pen.frame(at, colours['runner-line'], 1);
  }
}

/** Those who wait as chips in the order of arrival, line by line, then how many more there are. */
function paintWaiters(pen: Pen, { waiters, waiting }: ResourceView, box: Box, size: number): void {
  const { colours, patterns } = pen.inks;
  const pitch = size * 2.1;
  const lines = Math.max(1, Math.floor(box.height / pitch));
  const high = Math.min(box.height / lines - 4, size * 1.7);
  const soft = { size, colour: colours['ink-soft'] } as const;
  const style = { size, face: 'strong' } as const;
  const lineAt = (line: number) => box.y + line * Math.min(pitch, box.height / lines);
  const baseOf = (line: number) => lineAt(line) + 2 + high / 2 + size * 0.36;
  if (waiting === 0) return void pen.write(words.nobody, box.x, baseOf(0), { ...soft, most: box.width });
  const mark = size * 0.7;
  const right = box.x + box.width;
  let [x, line, shown] = [box.x, 0, 0];
  for (const { name } of waiters) {
    const room = right - box.x - mark - 14;
    // The only one in a narrow card may be narrowed.
    const text = pen.measure(name, style);
    const width = mark + 14 + (waiting === 1 && pen.fits(name, { ...style, most: room }) ? Math.min(room, text) : text);
    const more = waiting - shown - 1;
    const after = line === lines - 1 && more > 0 ? pen.measure(fill(words.more, { count: more }), soft) + 8 : 0;
    if (x + width + after > right) {
      if (line === lines - 1 || x === box.x) break;
      [x, line] = [box.x, line + 1];
      if (x + width + (line === lines - 1 && more > 0 ? after : 0) > right) break;
    }
    const chip = { x, y: lineAt(line) + 2, width, height: high };
    pen.fill(chip, colours.sheet, 3);
    pen.fill({ x: x + 3, y: chip.y + 3, width: mark, height: high - 6 }, patterns.hatch);
    pen.frame(chip, colours.wait, shown === 0 ? 2 : 1, 3);
    pen.write(name, x + mark + 7, baseOf(line), { ...style, most: width - mark - 14 });
    x += width + 5;
    shown++;
  }
  if (shown === 0) {
    const texts = words.waiting.map((text) => fill(text, { count: waiting }));
    pen.writeFirst(texts, box.x, baseOf(0), { ...style, most: box.width });
  } else if (shown < waiting) {
    pen.write(fill(words.more, { count: waiting - shown }), x + 3, baseOf(line), { ...soft, most: right - x });
  }
}

/** Name, who has it, and how many wait. */
function paintLine(pen: Pen, box: Box, view: ResourceView, letter: number): void {
  const { sizes, colours } = pen.inks;
  frame(pen, box, view);
  const size = Math.min(letter, box.height * 0.62);
  const base = box.y + box.height / 2 + size * 0.34;
  const left = box.x + size * 0.7;
  let right = box.x + box.width - size * 0.7;
  paintSign(pen, view, left, box.y + box.height / 2 - size * 0.45, size * 0.9);
  if (view.waiting > 0) {
    const texts = words.waiting.map((text) => fill(text, { count: view.waiting }));
    const most = box.width * 0.4;
    right -= pen.writeFirst(texts, right, base, { size: sizes.xs, face: 'strong', align: 'right', most }) + size * 0.6;
  }
  const at = left + size * 1.35;
  const width = writeName(pen, view.name, at, base, { size, face: 'strong', most: right - at });
  const most = right - at - width - size * 0.7;
  const text = holdingTexts(view).find((each) => pen.measure(each, { size: sizes.xs }) <= most);
  if (text !== undefined)
    pen.write(text, at + width + size * 0.7, base, { size: sizes.xs, colour: colours['ink-soft'], most });
}
