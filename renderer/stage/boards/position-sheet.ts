import type { Box } from '../../picture/areas.ts';
import type { Inks } from '../../picture/inks.ts';
import { offscreen } from '../../picture/offscreen.ts';
import type { Pen } from '../../picture/pen.ts';
import type { BoardView } from './board-view.ts';
import { standingOf, type Standing } from './games.ts';
import type { BoardsLayout } from './layout.ts';
import { inDevicePixels, PositionPainter } from './position-painter.ts';
import type { BoardsView } from './view.ts';

/** On smaller boards pieces jump. */
const SLIDE_SIDE = 40;

/** All boards one beside the other, as large as they are on screen: a board changes by its few changed squares. */
export class PositionSheet {
  readonly #positions: PositionPainter;
  readonly #context: CanvasRenderingContext2D;
  readonly #across: number;
  readonly #drawn: (Standing | null)[] = [];
  readonly #plies: number[] = [];

  constructor({ ratio, colours }: Inks, layout: BoardsLayout) {
    const side = Math.round(layout.side * ratio);
    this.#positions = new PositionPainter(side, colours);
    this.#across = Math.max(1, Math.ceil(Math.sqrt(layout.places.length)));
    const length = side * this.#across;
    this.#context = offscreen(length, length, { opaque: true });
  }

  /** Other boards stand in the places. */
  forget(): void {
    this.#drawn.length = 0;
    this.#plies.length = 0;
  }

  /** Brings the sheet up to date. All at once: drawing on it between two copies from it would be slow. */
  update(view: BoardsView, boards: readonly BoardView[]): void {
    boards.forEach(({ plies }, index) => {
      if (this.#plies[index] === plies) return;
      const [x, y] = this.#place(index);
      const standing = standingOf(view.game(view.first + index + 1, plies));
      this.#positions.draw(this.#context, x, y, standing, this.#drawn[index] ?? null);
      this.#drawn[index] = standing;
      this.#plies[index] = plies;
    });
  }

  /** Copies a board from the sheet into a box, its last move on the way. */
  copy({ context, inks }: Pen, { x, y, width, height }: Box, index: number, { slide }: BoardView): void {
    const { side } = this.#positions;
    context.drawImage(this.#context.canvas, ...this.#place(index), side, side, x, y, width, height);
    const standing = this.#drawn[index];
    if (slide === 1 || !standing || width < SLIDE_SIDE) return;
    const at = (length: number) => Math.round(length * inks.ratio);
    inDevicePixels(context, () => this.#positions.drawSlide(context, at(x), at(y), standing, slide));
  }

  #place(index: number): readonly [number, number] {
    const { side } = this.#positions;
    return [(index % this.#across) * side, Math.floor(index / this.#across) * side];
  }
}
