import { overlaps, type Box } from '../../picture/areas.ts';
import { offscreen } from '../../picture/offscreen.ts';
import type { Pen } from '../../picture/pen.ts';
import { paintMark, paintTable, paintVeil } from './board-painter.ts';
import type { BoardView } from './board-view.ts';
import { standingOf, type Standing } from './games.ts';
import { boardBox, type BoardsLayout, type Place } from './layout.ts';
import { paintLamp, paintMaster } from './master-painter.ts';
import type { MasterView } from './master-view.ts';
import { paintPlates, type Plate } from './plate-painter.ts';
import { inDevicePixels, PositionPainter } from './position-painter.ts';
import type { BoardsView } from './view.ts';

/** Up to one board in so many is drawn by itself; if more have changed, all of the picture is. */
const FEW = 6;
/** On smaller boards pieces jump. */
const SLIDE_SIDE = 40;

/** Draws the boards of a lane in a layout. Only what differs from the picture before is drawn again. */
export class BoardsPainter {
  readonly #pen: Pen;
  readonly #layout: BoardsLayout;
  readonly #positions: PositionPainter;
  /** All boards one beside the other, as large as they are on screen: a board changes by its few changed squares. */
  readonly #sheet: CanvasRenderingContext2D;
  readonly #across: number;
  readonly #drawn: (Standing | null)[] = [];
  readonly #plies: number[] = [];
  #shown: readonly string[] = [];
  #mastersShown = '';
  #first = 0;

  constructor(pen: Pen, layout: BoardsLayout) {
    this.#pen = pen;
    this.#layout = layout;
    const { ratio, colours } = pen.inks;
    const side = Math.round(layout.side * ratio);
    this.#positions = new PositionPainter(side, colours);
    this.#across = Math.max(1, Math.ceil(Math.sqrt(layout.places.length)));
    const length = side * this.#across;
    this.#sheet = offscreen(length, length, { opaque: true });
  }

  draw(view: BoardsView): void {
    if (view.first !== this.#first) this.#forget(view.first);
    const boards = this.#layout.places.flatMap((_, index) => view.board(index) ?? []);
    const shown = boards.map((board) => this.#appearance(board));
    const masters = JSON.stringify(view.masters);
    const changed = shown.flatMap((look, board) => (look === this.#shown[board] ? [] : [board]));
    this.#updateSheet(view, boards);
    if (masters !== this.#mastersShown || changed.length > shown.length / FEW) this.#scene(view, boards, null);
    else {
      for (const board of changed) {
        const cell = this.#cell(board);
        this.#pen.within(cell, () => this.#scene(view, boards, cell));
      }
    }
    this.#shown = shown;
    this.#mastersShown = masters;
  }

  /** Other boards stand in the places. */
  #forget(first: number): void {
    this.#first = first;
    this.#drawn.length = 0;
    this.#plies.length = 0;
    this.#shown = [];
    this.#mastersShown = '';
  }

  /** What makes two pictures of a board differ. Its edge is as fine as the screen. */
  #appearance({ mark, plies, share, slide }: BoardView): string {
    return `${mark} ${plies} ${slide.toFixed(2)} ${Math.round(share * 4 * this.#layout.side * this.#pen.inks.ratio)}`;
  }

  /** Draws what lies in an area; everything where that is null. */
  #scene(view: BoardsView, boards: readonly BoardView[], area: Box | null): void {
    this.#ground();
    for (const master of view.masters) this.#lamp(master);
    const plates: Plate[] = [];
    boards.forEach((board, index) => {
      const place = this.#layout.places[index];
      if (place === undefined || (area !== null && !overlaps(this.#cell(index), area))) return;
      this.#board(board, place, index);
      plates.push({ place, number: view.first + index + 1, board });
    });
    if (this.#layout.detail === 'plate') {
      paintPlates(this.#pen, this.#layout, plates, ({ number, board }) => view.game(number, board.plies));
    }
    for (const master of view.masters) paintMaster(this.#pen, master);
  }

  #ground(): void {
    const pen = this.#pen;
    const { colours } = pen.inks;
    const { runners, runnerHeight } = this.#layout;
    const band = (y: number, height: number, colour: string) =>
      pen.fill({ x: 0, y, width: pen.size.width, height }, colour);
    pen.clear();
    for (const top of runners) {
      band(top + 3, runnerHeight - 6, colours.runner);
      band(top + 6, 1.5, colours['runner-line']);
      band(top + runnerHeight - 7, 1.5, colours['runner-line']);
    }
  }

  #lamp({ x, pose, below, board }: MasterView): void {
    if (pose === 'over') return;
    const { side, runnerHeight, runners, places } = this.#layout;
    const place = places[board]!;
    const middle = runners[place.runner]! + runnerHeight / 2;
    const y = (middle + place.y + side * (below ? 0.7 : 0.3)) / 2;
    paintLamp(this.#pen, x, y, Math.max(side * 0.86, 30), Math.max((side + runnerHeight) * 0.6, 40));
  }

  #board(board: BoardView, place: Place, index: number): void {
    const [pen, layout] = [this.#pen, this.#layout];
    paintTable(pen, layout, place);
    this.#position(this.#sheet, boardBox(layout, place), index, board);
    if (board.mark === 'over') paintVeil(pen, layout, place);
    paintMark(pen, layout, place, board);
  }

  /** Brings the sheet of boards up to date. All at once: drawing on it between two copies from it would be slow. */
  #updateSheet(view: BoardsView, boards: readonly BoardView[]): void {
    const sheet = this.#sheet;
    boards.forEach(({ plies }, index) => {
      if (this.#plies[index] === plies) return;
      const [x, y] = this.#onSheet(index);
      const standing = standingOf(view.game(view.first + index + 1, plies));
      this.#positions.draw(sheet, x, y, standing, this.#drawn[index] ?? null);
      this.#drawn[index] = standing;
      this.#plies[index] = plies;
    });
  }

  #position(sheet: CanvasRenderingContext2D, { x, y, width, height }: Box, index: number, { slide }: BoardView): void {
    const { context, inks } = this.#pen;
    const { side } = this.#positions;
    context.drawImage(sheet.canvas, ...this.#onSheet(index), side, side, x, y, width, height);
    const standing = this.#drawn[index];
    if (slide === 1 || !standing || width < SLIDE_SIDE) return;
    const at = (length: number) => Math.round(length * inks.ratio);
    inDevicePixels(context, () => this.#positions.drawSlide(context, at(x), at(y), standing, slide));
  }

  #onSheet(index: number): readonly [number, number] {
    const { side } = this.#positions;
    return [(index % this.#across) * side, Math.floor(index / this.#across) * side];
  }

  /** The part of the picture that belongs to a board: with the edge of its table and its plate. */
  #cell(index: number): Box {
    const { side, edge, plate, places } = this.#layout;
    const { x, y, below } = places[index]!;
    const reach = side / 2 + edge + 3;
    const left = Math.floor(x - reach);
    const top = Math.floor(y - edge - 3 - (below ? 0 : plate));
    const bottom = Math.ceil(y + side + edge + 3 + (below ? plate : 0));
    return { x: left, y: top, width: Math.ceil(x + reach) - left, height: bottom - top };
  }
}
