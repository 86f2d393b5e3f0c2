import Package from '@lucide/svelte/icons/package';
import { QueueStageFold } from '../../../shared/fold/queue-stage.ts';
import type { Box, HitArea } from '../../picture/areas.ts';
import { fill } from '../../words/fill.ts';
import { queue as words } from '../../words/en/queue.ts';
import { queueCharts } from '../kit/chart-settings.ts';
import type { StageKind } from '../kit/kind.ts';
import { plain } from '../kit/plain.ts';
import { layoutQueue, type QueueLayout, type QueueShape } from './layout.ts';
import { paintQueue } from './paint.ts';
import { shapeOf } from './shape.ts';
import { personText, queuedText } from './text.ts';
import { viewQueue, type QueueView } from './view.ts';

/** Producers, a queue of items and consumers. */
export const queue: StageKind<QueueStageFold, QueueShape, QueueLayout, QueueView> = {
  ...plain,
  id: 'queue',
  icon: Package,
  charts: queueCharts,
  picture: {
    testid: 'queue',
    fold: (lane, entry) => new QueueStageFold(shapeOf(lane.info.scenario, entry).producers),
    shape: ({ lane, entry, fold }) => ({ ...shapeOf(lane.info.scenario, entry), deepest: fold.deepest }),
    label: ({ title }, { producers, consumers }) => fill(words.name, { title, producers, consumers }),
    layout: (size, shape, { sizes }) => layoutQueue(size, shape, sizes),

    view({ lane, entry, fold, playback, over }, layout) {
      const { capacity } = shapeOf(lane.info.scenario, entry);
      return viewQueue(fold, capacity, layout?.rack.slots.length ?? 0, playback, over);
    },

    areas(layout, { items }) {
      const people = peopleAreas(layout);
      return [...people, ...items.map(({ item }, index) => ({ ...layout.rack.slots[index]!, task: item.maker }))];
    },
    areasKey: ({ items }) => items.map(({ item }) => item.maker).join(),

    names(view, areas, layout) {
      const named = new Map(view.people.map((person) => [person.task, person]));
      const people = peopleAreas(layout).length;
      return areas.map(({ task }, index) => {
        const item = view.items[index - people];
        if (item !== undefined) return queuedText(item, index - people);
        const person = named.get(task);
        return person === undefined ? '' : personText(person);
      });
    },

    tip: (layout, area) => (area < peopleAreas(layout).length ? 'above' : 'below'),
    tipBox(layout, area) {
      const people = peopleAreas(layout);
      return people[area] ?? itemTipBox(layout, area - people.length);
    },

    painter: (pen, layout) => (view, selected) => {
      paintQueue(pen, { layout, view, selected });
      return false;
    },
  },
};

/** Producers are the first tasks after the main one, consumers those that follow. */
function peopleAreas({ producers, consumers, shape }: QueueLayout): HitArea[] {
  return [
    ...producers.boxes.map((box, index) => ({ ...box, task: index + 1 })),
    ...consumers.boxes.map((box, index) => ({ ...box, task: shape.producers + 1 + index })),
  ];
}

/**
 * What the tip of an item stands below: the whole rack, where there is room, so that neither the words over it nor other
 * items are covered; else its own slot.
 */
function itemTipBox({ rack, size, heads }: QueueLayout, index: number): Box {
  const slot = rack.slots[index]!;
  const { y, height } = rack.box;
  // A tip is no higher than the words over the queue.
  return y + height + heads[1].height <= size.height ? { ...slot, y, height } : slot;
}
