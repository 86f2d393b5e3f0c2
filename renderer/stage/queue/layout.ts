/** Where everything stands in the picture of a queue: producers at the left, the rack of slots, consumers at the right. */
import { counted } from '../../../shared/counted.ts';
import { layoutPlaces, type Places } from '../../picture/places.ts';
import type { Box, Size } from '../../picture/areas.ts';
import type { Sizes } from '../../picture/inks.ts';
import { layoutSlots, type Slots, type SlotsShape } from './slots.ts';

export interface QueueLayout {
  readonly size: Size;
  readonly shape: QueueShape;
  /** Two lines of words over each part. */
  readonly heads: readonly [producers: Box, queue: Box, consumers: Box];
  /** How many do what, under producers and consumers. */
  readonly counts: readonly [producers: Box, consumers: Box];
  readonly producers: Places;
  readonly consumers: Places;
  readonly rack: Slots;
  /** The carpet on which items travel, from producers to consumers under the rack. */
  readonly path: Box;
}

/** What the layout depends on. */
export interface QueueShape extends SlotsShape {
  readonly consumers: number;
}

export function layoutQueue(size: Size, shape: QueueShape, sizes: Sizes): QueueLayout {
  const { width, height } = size;
  const margin = width < 420 ? 8 : 14;
  const gap = Math.max(8, Math.min(64, width * 0.045));
  const side = Math.floor(Math.min(sizes.s * 23, (width - 2 * margin - 2 * gap) * (width < 420 ? 0.31 : 0.365)));
  const head = Math.ceil(sizes.m * 1.3 + sizes.xs * 1.45);
  const digits = counted(Math.max(shape.producers, shape.consumers)).length;
  const cell = sizes.xs * (1.2 + 0.66 * digits) + 12;
  const foot = Math.ceil(sizes.xs * 1.7) * (side < 4 * cell ? 2 : 1);
  const left = margin;
  const right = width - margin - side;
  const centre = { x: left + side + gap, width: right - left - side - 2 * gap };
  const top = margin * 0.6 + head + 6;
  const peopleHeight = Math.max(20, height - top - foot - margin * 0.6 - 4);
  const column = (x: number) => ({ x, y: top, width: side, height: peopleHeight });
  const headAt = (x: number, wide: number) => ({ x, y: margin * 0.6, width: wide, height: head });
  const rackArea = { ...centre, y: top, height: peopleHeight + foot * 0.6 };
  const rack = layoutSlots(rackArea, shape, sizes.xs);
  const middle = Math.round(rack.box.y + Math.min(rack.box.height, peopleHeight) / 2);
  const thick = Math.round(Math.min(sizes.s * 2.6, height * 0.14));
  return {
    size,
    shape,
    heads: [headAt(left, side), headAt(centre.x - gap * 0.6, centre.width + gap * 1.2), headAt(right, side)],
    counts: [left, right].map((x) => ({ x, y: top + peopleHeight + 4, width: side, height: foot })) as [Box, Box],
    producers: layoutPlaces(column(left), shape.producers, sizes.s),
    consumers: layoutPlaces(column(right), shape.consumers, sizes.s),
    rack,
    path: { x: left + side + 3, y: middle - thick / 2, width: right - left - side - 6, height: thick },
  };
}
