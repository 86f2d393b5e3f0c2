import type { Box } from '../../picture/areas.ts';
import { offscreen } from '../../picture/offscreen.ts';
import { Pen } from '../../picture/pen.ts';
import { paintTiles, type TileMark } from '../../picture/tiles.ts';

/** Tiles below that have no room for a pattern. */
const SMALL = 8;

/** Thousands of tiles on a canvas of their own: only those that have changed are drawn anew. */
export class TileSheet {
  readonly #boxes: readonly Box[];
  #drawn: TileMark[] = [];
  // The pen on the canvas of its own, with the inks of the one that it was made for.
  #own: Pen | null = null;

  constructor(boxes: readonly Box[]) {
    this.#boxes = boxes;
  }

  draw(pen: Pen, tiles: readonly TileMark[]): void {
    const { size, inks, context } = pen;
    const own = (this.#own ??= penBeside(pen));
    const changed = this.#boxes.flatMap((_, task) => (tiles[task] === this.#drawn[task] ? [] : [task]));
    this.#drawn = [...tiles];
    const boxes = changed.map((task) => this.#boxes[task]!);
    const marks = changed.map((task) => tiles[task] ?? 'absent');
    for (const box of boxes) own.fill(box, inks.colours.floor);
    if ((boxes[0]?.width ?? SMALL) < SMALL) paintSmallTiles(own, boxes, marks);
    else paintTiles(own, boxes, marks);
    context.drawImage(own.context.canvas, 0, 0, size.width, size.height);
  }
}

/** A pen with the same inks on a canvas of the same size. */
function penBeside({ inks, size }: Pen): Pen {
  const { ratio } = inks;
  const context = offscreen(Math.round(size.width * ratio), Math.round(size.height * ratio));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return new Pen(context, inks, size);
}

/** Tiles of a few pixels: full ones, and smaller ones for what waits or is over. The counts above say which is which. */
function paintSmallTiles(pen: Pen, boxes: readonly Box[], marks: readonly TileMark[]): void {
  const { colours } = pen.inks;
  const styles: Readonly<Record<TileMark, readonly [colour: string, share: number]>> = {
    running: [colours.run, 1],
    holding: [colours.hold, 1],
    ready: [colours.ready, 1],
    waiting: [colours.wait, 0.6],
    over: [colours.done, 0.3],
    absent: [colours['floor-line'], 0.6],
  };
  boxes.forEach(({ x, y, width }, place) => {
    const [colour, share] = styles[marks[place]!];
    const side = Math.max(1, Math.round(width * share));
    const apart = Math.floor((width - side) / 2);
    pen.fill({ x: x + apart, y: y + apart, width: side, height: side }, colour);
  });
}
