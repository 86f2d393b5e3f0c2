/** Where everything stands in the picture of a queue: producers at the left, the tray of slots, consumers at the right. */
import { layoutCrew, type Crew } from '../../picture/places.ts';
import type { Box } from '../../picture/areas.ts';
import type { Size } from '../../picture/surface.svelte.ts';
import type { Inks } from '../../picture/inks.ts';
import { layoutTray, type Tray, type TrayShape } from './tray.ts';

export interface QueueLayout {
  readonly size: Size;
  /** Two lines of words over each part. */
  readonly heads: readonly [producers: Box, queue: Box, consumers: Box];
  /** How many do what, under producers and consumers. */
  readonly feet: readonly [producers: Box, consumers: Box];
  readonly producers: Crew;
  readonly consumers: Crew;
  readonly tray: Tray;
  /** The carpet on which items travel, from producers to consumers under the tray. */
  readonly path: Box;
}

/** What the layout depends on. */
export interface QueueShape extends TrayShape {
  readonly consumers: number;
}

export function layoutQueue(size: Size, shape: QueueShape, sizes: Inks['sizes']): QueueLayout {
  const { width, height } = size;
  const margin = width < 420 ? 8 : 14;
  const gap = Math.max(8, Math.min(64, width * 0.045));
  const side = Math.floor(Math.min(sizes.s * 23, (width - 2 * margin - 2 * gap) * (width < 420 ? 0.31 : 0.365)));
  const head = Math.ceil(sizes.m * 1.3 + sizes.xs * 1.45);
  const digits = Math.max(shape.producers, shape.consumers).toLocaleString('en').length;
  const cell = sizes.xs * (1.2 + 0.66 * digits) + 12;
  const foot = Math.ceil(sizes.xs * 1.7) * (side < 4 * cell ? 2 : 1);
  const left = margin;
  const right = width - margin - side;
  const centre = { x: left + side + gap, width: right - left - side - 2 * gap };
  const top = margin * 0.6 + head + 6;
  const crewHeight = Math.max(20, height - top - foot - margin * 0.6 - 4);
  const column = (x: number) => ({ x, y: top, width: side, height: crewHeight });
  const headAt = (x: number, wide: number) => ({ x, y: margin * 0.6, width: wide, height: head });
  const trayArea = { ...centre, y: top, height: crewHeight + foot * 0.6 };
  const tray = layoutTray(trayArea, shape, sizes.xs);
  const middle = Math.round(tray.box.y + Math.min(tray.box.height, crewHeight) / 2);
  const thick = Math.round(Math.min(sizes.s * 2.6, height * 0.14));
  return {
    size,
    heads: [headAt(left, side), headAt(centre.x - gap * 0.6, centre.width + gap * 1.2), headAt(right, side)],
    feet: [left, right].map((x) => ({ x, y: top + crewHeight + 4, width: side, height: foot })) as [Box, Box],
    producers: layoutCrew(column(left), shape.producers, sizes.s),
    consumers: layoutCrew(column(right), shape.consumers, sizes.s),
    tray,
    path: { x: left + side + 3, y: middle - thick / 2, width: right - left - side - 6, height: thick },
  };
}
