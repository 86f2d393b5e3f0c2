import type { ItemAt } from '../../../shared/fold/queue-stage.ts';
import { pairText } from '../../../shared/trace/events.ts';
import { fill, type Parts } from '../../words/fill.ts';
import { queue as words } from '../../words/en/queue.ts';
import type { PersonView, QueueView, ItemView } from './view.ts';

const filled = (texts: readonly string[], parts: Parts) => texts.map((text) => fill(text, parts));

/** A producer's or consumer's name, from the longest wording to the shortest. */
export function namesOf({ producer, number }: PersonView): string[] {
  return filled(producer ? words.producer : words.consumer, { number });
}

/** What somebody does, from the longest wording to the shortest. */
export function doingsOf({ producer, doing, seconds }: PersonView): string[] {
  const key = doing === 'pauses' ? (producer ? 'makes' : 'rests') : doing;
  return filled(words.doing[key], { seconds });
}

/** The number of an item: 3.2 is the third one of producer 3. */
export function itemText({ number }: ItemAt): string {
  return pairText(number);
}

/** All that can be seen of a producer or a consumer, in a line. */
export function personText(person: PersonView): string {
  const { producer, count, hand, mark } = person;
  const item = hand === null ? '' : fill(producer ? words.holdsItem : words.lastItem, { item: itemText(hand) });
  const parts = [
    namesOf(person)[0],
    doingsOf(person)[0],
    mark === 'holding' ? words.holds : '',
    fill(producer ? words.made : words.taken, { count }),
    item,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** All that can be seen of an item in the queue, in a line; `place` counts from 0. */
export function queuedText({ item, waited }: ItemView, place: number): string {
  const { next, later } = words.places;
  return fill(words.item, {
    item: itemText(item),
    maker: item.maker - 1,
    seconds: Math.floor(waited + 1e-6),
    place: place === 0 ? next : fill(later, { number: place + 1 }),
  });
}

/** How the queue is, from the longest wording to the shortest. */
export function queueTexts(view: QueueView, capacity: number | null, over: boolean): string[] {
  const { queued: count, deepest, held } = view;
  if (over && count > 0) return [fill(words.leftBehind, { count })];
  const plain = fill(words.queued, { count });
  if (capacity === null) return [fill(words.queuedAtMost, { count, deepest }), plain, String(count)];
  const of = fill(words.of, { count, capacity });
  if (held === 0) return [of];
  // A producer that is held back goes on only when the loop runs it: until then there may be room again.
  return [view.full ? fill(words.full, { held }) : fill(words.heldBack, { of, held }), of];
}
