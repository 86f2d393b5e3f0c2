import { counted } from '../../../shared/counted.ts';
import { fill } from '../../words/fill.ts';
import { queue as words } from '../../words/en/queue.ts';
import { paintMarkCounts } from '../../picture/mark-counts.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import type { QueueLayout } from './layout.ts';
import { heldBox, paintPeople, standing } from './paint-people.ts';
import { paintChip, paintItem } from './paint-items.ts';
import { queueTexts } from './text.ts';
import type { PersonView, QueueView } from './view.ts';

/** All that a drawing of a queue depends on. */
export interface QueueScene {
  readonly layout: QueueLayout;
  readonly view: QueueView;
  /** The task that is selected; its items are too. */
  readonly selected: number | null;
}

/** Draws a scene. */
export function paintQueue(pen: Pen, scene: QueueScene): void {
  const { layout, view } = scene;
  const producers = view.people.filter(({ producer }) => producer);
  const consumers = view.people.filter(({ producer }) => !producer);
  pen.clear();
  paintPath(pen, layout);
  paintHeads(pen, scene, producers.length, consumers.length);
  paintSlots(pen, scene);
  paintPeople(pen, layout.producers, producers);
  paintPeople(pen, layout.consumers, consumers);
  paintMarkCounts(
    pen,
    layout.counts[0],
    producers.map(({ mark }) => mark),
  );
  paintMarkCounts(
    pen,
    layout.counts[1],
    consumers.map(({ mark }) => mark),
  );
  paintSelected(pen, scene, producers, consumers);
  paintFlights(pen, scene, producers, consumers);
}

function paintPath(pen: Pen, { path }: QueueLayout): void {
  const { colours } = pen.inks;
  pen.fill(path, colours.runner);
  pen.fill({ ...path, y: path.y + 3, height: 1.5 }, colours['runner-line']);
  pen.fill({ ...path, y: path.y + path.height - 4.5, height: 1.5 }, colours['runner-line']);
}

function paintHeads(pen: Pen, scene: QueueScene, producers: number, consumers: number): void {
  const { sizes, colours } = pen.inks;
  const { heads } = scene.layout;
  const { view, layout } = scene;
  const { capacity } = layout.shape;
  const title = { size: sizes.m, face: 'face' } as const;
  const line = { size: sizes.xs, colour: colours['ink-soft'] } as const;
  const write = (
    box: Box,
    first: string,
    second: readonly string[],
    strong: boolean,
    align: 'left' | 'center' | 'right',
  ) => {
    const x = align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;
    pen.write(first, x, box.y + sizes.m, {
      ...title,
      size: pen.sizeFor(first, title, box.width),
      align,
      most: box.width,
    });
    const look = strong ? ({ size: sizes.xs, face: 'strong', colour: colours.ink } as const) : line;
    pen.writeFirst(second, x, box.y + sizes.m * 1.3 + sizes.xs, { ...look, align, most: box.width });
  };
  const named = (box: Box, count: number, [long, short]: readonly [string, string]) => {
    const whole = fill(long, { count: counted(count) });
    return pen.measure(whole, title) <= box.width ? whole : short;
  };
  write(
    heads[0],
    named(heads[0], producers, words.producers),
    [fill(words.made, { count: counted(view.made) })],
    false,
    'left',
  );
  write(
    heads[2],
    named(heads[2], consumers, words.consumers),
    [fill(words.taken, { count: counted(view.taken) })],
    false,
    'right',
  );
  const queue = capacity === null ? words.queue : fill(words.roomFor, { capacity: counted(capacity) });
  write(
    heads[1],
    queue,
    queueTexts(view, capacity, view.over),
    view.held > 0 || (view.over && view.queued > 0),
    'center',
  );
}

function paintSlots(pen: Pen, { layout, view }: QueueScene): void {
  const { colours, sizes } = pen.inks;
  const { box, slots, detail, pile } = layout.rack;
  pen.fill(box, colours['table-edge'], 5);
  pen.fill({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 }, colours.table, 4);
  if (view.full) {
    // What no more can pass.
    pen.fill({ x: box.x - 9, y: box.y - 3, width: 6, height: box.height + 6 }, colours.ink, 1);
  }
  for (const slot of slots) {
    pen.fill(slot, colours['wood-edge'], 3);
    pen.frame(slot, colours['wood-fill'], 1, 3);
  }
  view.items.forEach((shown, index) => {
    const slot = slots[index];
    if (slot === undefined || shown.arrived < 1) return;
    const before = slots[index + 1];
    // It moves up from the slot behind, but not from one row to the next.
    const from = before !== undefined && before.y === slot.y ? before : slot;
    paintItem(
      pen,
      between(from, slot, slots[0]!.y === slots.at(-1)!.y || from !== slot ? view.moved : 1),
      detail,
      shown,
    );
  });
  if (pile !== null) {
    const count = counted(Math.max(0, view.queued - slots.length));
    const text = fill(words.more, { count });
    pen.write(text, pile.x + pile.width / 2, pile.y + pile.height / 2 + sizes.m * 0.36, {
      size: Math.min(sizes.l, pile.height * 0.8),
      face: 'strong',
      align: 'center',
      most: pile.width,
      colour: colours['on-wood'],
    });
  }
  if (view.longest <= 0) return;
  const y = box.y + box.height + sizes.xs * 1.5;
  if (y > layout.size.height - 4) return;
  const text = fill(words.longest, { seconds: counted(Math.floor(view.longest + 1e-6)) });
  const colour = colours['ink-soft'];
  pen.write(text, box.x + box.width / 2, y, { size: sizes.xs, align: 'center', most: layout.heads[1].width, colour });
}

function paintSelected(
  pen: Pen,
  scene: QueueScene,
  producers: readonly PersonView[],
  consumers: readonly PersonView[],
): void {
  const { layout, view, selected } = scene;
  if (selected === null) return;
  const { ink } = pen.inks.colours;
  const around = ({ x, y, width, height }: Box) =>
    pen.frame({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 }, ink, 3, 4);
  for (const [people, places] of [
    [producers, layout.producers],
    [consumers, layout.consumers],
  ] as const) {
    const index = people.findIndex(({ task }) => task === selected);
    const box = places.boxes[index];
    if (box !== undefined) around(standing(box, people[index]!, places.detail));
  }
  const { slots } = layout.rack;
  const { 'on-wood': light } = pen.inks.colours;
  view.items.forEach(({ item, arrived }, index) => {
    const slot = slots[index];
    if (slot === undefined || item.maker !== selected || arrived < 1) return;
    const { x, y, width, height } = slot;
    pen.frame({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 }, light, 3, 4);
  });
}

/** What is on its way: from a producer to its slot, from the queue to a consumer. */
function paintFlights(
  pen: Pen,
  scene: QueueScene,
  producers: readonly PersonView[],
  consumers: readonly PersonView[],
): void {
  const { layout, view } = scene;
  const letter = pen.inks.sizes.s;
  const { slots, pile } = layout.rack;
  const chip = { width: letter * 3.5, height: letter * 1.75 };
  const handOf = (index: number, producer: boolean): Box | null => {
    const places = producer ? layout.producers : layout.consumers;
    const box = places.boxes[index];
    return box === undefined ? null : chipAt(heldBox(box, places.detail, producer, letter), chip);
  };
  const slotOf = (index: number) => chipAt(slots[index] ?? pile ?? layout.rack.box, chip);
  view.items.forEach(({ item, arrived }, index) => {
    const from = handOf(item.maker - 1, true);
    if (arrived < 1 && from !== null) paintChip(pen, between(from, slotOf(index), arrived), item);
  });
  for (const { item, taker, progress, straight } of view.flights) {
    const to = handOf(taker - 1 - producers.length, false);
    const from = straight ? handOf(item.maker - 1, true) : slotOf(0);
    if (to !== null && from !== null && consumers.length > 0) paintChip(pen, between(from, to, progress), item);
  }
}

function chipAt(box: Box, { width, height }: Pick<Box, 'width' | 'height'>): Box {
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

function between(from: Box, to: Box, share: number): Box {
  return { ...to, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
