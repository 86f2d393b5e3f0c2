import { fill } from '../../words/fill.ts';
import { queue as words } from '../../words/en/queue.ts';
import type { Places } from '../../picture/places.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import { paintTiles, type TileMark } from '../../picture/tiles.ts';
import { paintChip, makerInk } from './paint-items.ts';
import { doingsOf, namesOf } from './text.ts';
import type { PersonView } from './view.ts';

/** Where somebody's item is shown: at the side of the queue. */
export function heldBox(box: Box, detail: Places['detail'], producer: boolean, letter: number): Box {
  if (detail === 'tag' || detail === 'tile') return box;
  const width = Math.min(letter * 3.5, box.width * 0.36);
  const height = Math.min(box.height - 6, letter * 1.75);
  const x = producer ? box.x + box.width - width - 4 : box.x + 4;
  return { x, y: box.y + (box.height - height) / 2, width, height };
}

/** A producer that is held back stands out of the row, as far as there is room before the queue. */
export function standing(box: Box, { producer, doing }: PersonView, detail: Places['detail']): Box {
  const steps = producer && doing === 'room' && (detail === 'card' || detail === 'line');
  return steps ? { ...box, x: box.x + 7 } : box;
}

/** Producers or consumers in their places. */
export function paintPeople(pen: Pen, places: Places, people: readonly PersonView[]): void {
  const { detail, boxes } = places;
  if (detail === 'tile') {
    const marks = people.map(({ mark, doing }): TileMark => mark ?? (doing === 'absent' ? 'absent' : 'over'));
    return paintTiles(pen, boxes, marks);
  }
  const digits = String(people.length - 1).length;
  people.forEach((person, index) => {
    const box = boxes[index];
    if (box === undefined) return;
    if (detail === 'tag') paintTag(pen, box, person, digits);
    else paintCard(pen, standing(box, person, detail), detail, person);
  });
}

function paintCard(pen: Pen, box: Box, detail: 'card' | 'line', person: PersonView): void {
  const { colours, sizes } = pen.inks;
  const { producer, mark, doing, count } = person;
  const held = producer && doing === 'room';
  const over = doing === 'ended';
  pen.fill(box, over ? colours.floor : colours.sheet, 3);
  pen.frame(box, held ? colours.ink : over ? colours.done : pen.inks.colours['sheet-rule'], held ? 3 : 1, 3);
  // The mark is at the far side, the item at the side of the queue.
  const barWidth = detail === 'card' ? Math.max(10, sizes.s * 0.9) : Math.max(8, sizes.s * 0.7);
  const bar = {
    x: producer ? box.x + 3 : box.x + box.width - barWidth - 3,
    y: box.y + 3,
    width: barWidth,
    height: box.height - 6,
  };
  pen.mark(bar, mark);
  const hand = heldBox(box, detail, producer, sizes.s);
  paintHeld(pen, hand, person);
  const left = producer ? bar.x + barWidth + 7 : hand.x + hand.width + 7;
  const right = producer ? hand.x - 6 : bar.x - 6;
  const colour = over ? colours['ink-soft'] : colours.ink;
  const soft = { size: sizes.xs, colour: colours['ink-soft'] } as const;
  const name = { size: sizes.s, face: 'strong', colour } as const;
  if (detail === 'card') {
    const first = box.y + box.height / 2 - sizes.s * 0.28;
    const names = namesOf(person);
    const room = right - left - 6;
    const whole = fill(producer ? words.made : words.taken, { count });
    const fits = pen.measure(whole, soft) + pen.measure(names[0]!, name) <= room;
    const width = pen.write(fits ? whole : String(count), right, first, { ...soft, align: 'right' });
    pen.writeFirst(names, left, first, { ...name, most: room - width });
    const does = { size: sizes.xs, face: held ? 'strong' : 'text', colour, most: right - left } as const;
    pen.writeFirst(doingsOf(person), left, first + sizes.xs * 1.35, does);
    return;
  }
  const y = box.y + box.height / 2 + sizes.s * 0.35;
  const names = namesOf(person).slice(1);
  const width = pen.writeFirst(names, left, y, { ...name, most: right - left });
  const most = right - left - width - 6;
  const does = doingsOf(person).find((text) => pen.measure(text, { size: sizes.xs }) <= most);
  if (does !== undefined) pen.write(does, right, y, { size: sizes.xs, align: 'right', colour });
}

/** The item that is being made fills up; one that waits or was taken last lies there whole. */
function paintHeld(pen: Pen, box: Box, person: PersonView): void {
  const { hand, producer, share, task, doing } = person;
  if (hand !== null) return paintChip(pen, box, hand, producer || doing === 'pauses' ? 1 : 0.45);
  if (!producer || doing !== 'pauses') return;
  pen.fill(box, pen.inks.colours.floor, 2);
  pen.fill({ ...box, width: box.width * share }, makerInk(pen, task), 2);
  pen.frame(box, makerInk(pen, task), 1, 2);
}

/** A number in a cell of so many digits, and an item where there is room for it. */
function paintTag(pen: Pen, box: Box, person: PersonView, digits: number): void {
  const { colours, sizes } = pen.inks;
  const over = person.doing === 'ended';
  const held = person.producer && person.doing === 'room';
  pen.fill(box, over ? colours.floor : colours.sheet, 2);
  const wide = Math.max(6, box.width * 0.2);
  pen.mark({ x: box.x + 2, y: box.y + 2, width: wide, height: box.height - 4 }, person.mark);
  pen.frame(box, held ? colours.ink : colours['sheet-rule'], held ? 2 : 1, 2);
  const left = box.x + wide + 6;
  const most = box.x + box.width - 3 - left;
  const colour = over ? colours['ink-soft'] : colours.ink;
  const y = box.y + box.height / 2 + sizes.xs * 0.36;
  const number = { size: sizes.xs, face: 'strong', most, colour } as const;
  pen.write(String(person.number), left, y, number);
  const width = pen.measure('0'.repeat(digits), number);
  const chip = { x: left + width + 4, y: box.y + 4, width: most - width - 4, height: box.height - 8 };
  if (chip.width >= sizes.xs * 2.2) return paintHeld(pen, chip, person);
  if (!person.producer) return;
  pen.fill({ x: left - 4, y: box.y + box.height - 4, width: most + 5, height: 3 }, makerInk(pen, person.task));
}
