import { inset, type Box } from '../../picture/areas.ts';
import { offscreen } from '../../picture/offscreen.ts';
import { Pen } from '../../picture/pen.ts';
import type { BoardMark } from './board-view.ts';
import { paintCounts } from './counts-painter.ts';
import type { Density, Inset } from './density-layout.ts';
import type { BoardsLayout } from './layout.ts';
import { BoardsPainter } from './painter.ts';
import { paintPins } from './pin-painter.ts';
import type { BoardsView } from './view.ts';

const MARKS: readonly BoardMark[] = ['running', 'ready', 'waiting', 'holding', 'over'];
/** The steps in which a tile fills while its board waits, at most; small tiles have as many as they have pixels. */
const STEPS = 32;
/** From this side on a tile has room for texture and for lines. */
const TEXTURE_SIDE = 8;
const LINE_SIDE = 5;
/** What stands for a tile that has not been drawn. */
const NEVER = 255;

/**
 * Draws a field of tiles, the masters on it, and a few real boards. Only tiles that differ are drawn again, on a picture
 * of the field; the masters move over it.
 */
export class DensityPainter {
  readonly #pen: Pen;
  readonly #layout: BoardsLayout;
  readonly #density: Density;
  readonly #field: Pen;
  readonly #inset: { readonly place: Inset; readonly pen: Pen; readonly painter: BoardsPainter } | null;
  readonly #looks: Uint8Array;
  readonly #steps: number;

  constructor(pen: Pen, layout: BoardsLayout, density: Density) {
    this.#pen = pen;
    this.#layout = layout;
    this.#density = density;
    this.#field = penFor(pen, density.field);
    this.#field.clear();
    this.#looks = new Uint8Array(layout.places.length).fill(NEVER);
    this.#steps = Math.max(1, Math.min(STEPS, Math.round(layout.side * pen.inks.ratio)));
    const { inset: place } = density;
    const insetPen = place === null ? null : penFor(pen, place.box);
    this.#inset =
      place === null || insetPen === null
        ? null
        : { place, pen: insetPen, painter: new BoardsPainter(insetPen, place.layout) };
  }

  draw(view: BoardsView, selected: number | null): void {
    const pen = this.#pen;
    const { field, counts, inset: few } = this.#density;
    const numbers = this.#updateField(view);
    const near = selected !== null ? selected - 1 : (view.pins[0]?.board ?? 0);
    pen.clear();
    paintCounts(pen, counts, numbers);
    this.#copy(this.#field, field);
    if (this.#inset !== null && few !== null) {
      const count = few.layout.places.length;
      // Whole windows: she walks from board to board in one, rather than the boards past her.
      const first = Math.max(0, Math.min(view.size - count, Math.floor(near / count) * count));
      this.#inset.painter.draw(view.part(few.layout, first));
      this.#copy(this.#inset.pen, few.box);
      pen.fill({ ...few.box, height: 2 }, pen.inks.colours['table-edge']);
      this.#frameFew(first, count);
    }
    const top = counts.y + counts.height;
    const room = { x: 0, y: top, width: pen.size.width, height: (few?.box.y ?? pen.size.height) - top };
    paintPins(pen, view.pins, { near, side: this.#layout.side, room });
  }

  /** Draws the tiles that have changed; returns how many boards have which mark. */
  #updateField(view: BoardsView): Readonly<Record<BoardMark, number>> {
    const numbers = { running: 0, ready: 0, waiting: 0, holding: 0, over: 0 };
    const steps = this.#steps;
    for (let index = 0; index < this.#looks.length; index++) {
      const mark = view.markOf(index);
      numbers[mark]++;
      const fills = mark === 'waiting' || mark === 'holding';
      const step = fills ? Math.min(steps - 1, Math.floor(view.shareOf(index) * steps)) : 0;
      const look = MARKS.indexOf(mark) * STEPS + step;
      if (look === this.#looks[index]) continue;
      this.#looks[index] = look;
      this.#tile(index, mark, (step + 1) / steps);
    }
    return numbers;
  }

  #tile(index: number, mark: BoardMark, share: number): void {
    const { side, places } = this.#layout;
    const { field } = this.#density;
    const { context, inks } = this.#field;
    const { colours, patterns } = inks;
    const place = places[index]!;
    const [x, y] = [place.x - side / 2 - field.x, place.y - field.y];
    const fill = (style: string | CanvasPattern, alpha = 1, from = 0) => {
      context.globalAlpha = alpha;
      context.fillStyle = style;
      context.fillRect(x, y + from, side, side - from);
      context.globalAlpha = 1;
    };
    fill(colours.floor);
    const top = side * (1 - share);
    switch (mark) {
      case 'running':
        return fill(colours.run);
      case 'ready':
        fill(colours.sheet);
        if (side < LINE_SIDE) return;
        return this.#field.frame({ x, y, width: side, height: side }, colours.ready, side < 12 ? 1 : 2);
      case 'waiting':
        fill(colours.wait, 0.2);
        return side < TEXTURE_SIDE ? fill(colours.wait, 0.75, top) : fill(patterns.hatch, 1, top);
      case 'holding':
        fill(colours.hold, 0.35);
        return fill(colours.hold, 1, top);
      case 'over':
        if (side < TEXTURE_SIDE) return fill(colours.table, 0.16);
        context.globalAlpha = 0.3;
        this.#field.fill(inset({ x, y, width: side, height: side }, side / 4), colours.table);
        context.globalAlpha = 1;
    }
  }

  /** Draws a line round those tiles whose boards are shown large. */
  #frameFew(first: number, count: number): void {
    const { columns, places, side } = this.#layout;
    const line = 2;
    for (let from = first; from < first + count;) {
      const row = Math.floor(from / columns);
      const to = Math.min(first + count, (row + 1) * columns);
      const ends = [places[from]!, places[to - 1]!].map(({ x }) => x);
      const left = Math.min(...ends) - side / 2;
      const box: Box = { x: left, y: places[from]!.y, width: Math.max(...ends) + side / 2 - left, height: side };
      this.#pen.frame(inset(box, -line), this.#pen.inks.colours.ink, line);
      from = to;
    }
  }

  #copy({ context: { canvas } }: Pen, { x, y, width, height }: Box): void {
    this.#pen.context.drawImage(canvas, x, y, width, height);
  }
}

/** A pen on a canvas of its own with the same inks, as large as a box. */
function penFor({ inks }: Pen, { width, height }: Box): Pen {
  const { ratio } = inks;
  const context = offscreen(Math.round(width * ratio), Math.round(height * ratio), { opaque: true });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return new Pen(context, inks, { width: context.canvas.width / ratio, height: context.canvas.height / ratio });
}
