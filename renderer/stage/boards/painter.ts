import type { HallLayout, Place } from './layout.ts';
import { paintLamp, paintMaster } from './master-painter.ts';
import type { MasterView } from './master-view.ts';
import type { Palette } from '../../picture/palette.ts';
import { makePatterns } from '../../picture/patterns.ts';
import { paintPlates, type Plate } from './plate-painter.ts';
import { PositionPainter, type Standing } from './position-painter.ts';
import { paintRing, paintTable, paintTile, paintVeil, type Brushes, type Paint } from './table-painter.ts';
import type { TableView } from './table-view.ts';
import type { BoardGame } from '../../../shared/chess/boards.ts';

/** What a hall shows at one instant. */
export interface HallView {
  readonly tables: readonly TableView[];
  readonly masters: readonly MasterView[];
  /** What stands on board `board` (from 1) after so many half-moves. */
  game(board: number, plies: number): BoardGame;
  standing(game: BoardGame): Standing;
}

/** Up to one table in so many is drawn by itself; if more have changed, the hall is. */
const FEW = 6;
/** On smaller boards pieces jump. */
const SLIDE_SIDE = 40;

/** Draws one hall on a canvas of a certain size. Only what differs from the picture before is drawn again. */
export class HallPainter {
  readonly #paint: Paint;
  readonly #layout: HallLayout;
  readonly #ratio: number;
  readonly #width: number;
  readonly #height: number;
  readonly #brushes: Brushes;
  readonly #positions: PositionPainter;
  /** All boards one beside the other, as large as they are on screen: a board changes by its few changed squares. */
  readonly #boards: Paint | null;
  readonly #across: number;
  readonly #drawn: (Standing | null)[] = [];
  readonly #plies: number[] = [];
  #shown: string[] = [];
  #mastersShown = '';

  constructor(canvas: HTMLCanvasElement, layout: HallLayout, palette: Palette, ratio: number) {
    this.#paint = canvas.getContext('2d', { alpha: false })!;
    this.#layout = layout;
    this.#ratio = ratio;
    this.#width = canvas.width / ratio;
    this.#height = canvas.height / ratio;
    this.#brushes = { palette, patterns: makePatterns(this.#paint, palette, ratio) };
    const side = Math.round(layout.side * ratio);
    this.#positions = new PositionPainter(side, palette);
    this.#across = Math.max(1, Math.ceil(Math.sqrt(layout.places.length)));
    this.#boards = layout.detail === 'tile' ? null : sheet(side * this.#across);
  }

  draw(view: HallView): void {
    const shown = view.tables.map((table) => this.#appearance(table));
    const masters = JSON.stringify(view.masters);
    const changed = shown.flatMap((look, table) => (look === this.#shown[table] ? [] : [table]));
    this.#updateBoards(view);
    this.#paint.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    if (masters !== this.#mastersShown || changed.length > shown.length / FEW) this.#scene(view, null);
    else for (const table of changed) this.#within(this.#cell(table), view);
    this.#shown = shown;
    this.#mastersShown = masters;
  }

  /** What makes two pictures of a table differ. The ring is as fine as the screen. */
  #appearance({ mark, plies, share, slide }: TableView): string {
    return `${mark} ${plies} ${slide.toFixed(2)} ${Math.round(share * 4 * this.#layout.side * this.#ratio)}`;
  }

  #within(area: Area, view: HallView): void {
    const paint = this.#paint;
    paint.save();
    paint.beginPath();
    paint.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    paint.clip();
    this.#scene(view, area);
    paint.restore();
  }

  #scene(view: HallView, area: Area | null): void {
    this.#ground();
    for (const master of view.masters) this.#lamp(master);
    const plates: Plate[] = [];
    view.tables.forEach((table, index) => {
      const place = this.#layout.places[index];
      if (place === undefined || (area !== null && !overlaps(this.#cell(index), area))) return;
      this.#table(table, place, index);
      plates.push({ place, board: index + 1, table });
    });
    if (this.#layout.detail === 'plate') {
      const gameOf = ({ board, table }: Plate) => view.game(board, table.plies);
      paintPlates(this.#paint, this.#brushes, this.#layout, plates, gameOf);
    }
    for (const master of view.masters) paintMaster(this.#paint, this.#brushes, master);
  }

  #ground(): void {
    const paint = this.#paint;
    const { palette } = this.#brushes;
    paint.fillStyle = palette.floor;
    paint.fillRect(0, 0, this.#width, this.#height);
    const { runners, runnerHeight } = this.#layout;
    for (const top of runners) {
      paint.fillStyle = palette.runner;
      paint.fillRect(0, top + 3, this.#width, runnerHeight - 6);
      paint.fillStyle = palette['runner-line'];
      paint.fillRect(0, top + 6, this.#width, 1.5);
      paint.fillRect(0, top + runnerHeight - 7, this.#width, 1.5);
    }
  }

  #lamp({ x, pose, below, table }: MasterView): void {
    if (pose === 'over') return;
    const { side, runnerHeight, runners, places } = this.#layout;
    const place = places[table]!;
    const middle = runners[place.runner]! + runnerHeight / 2;
    const y = (middle + place.y + side * (below ? 0.7 : 0.3)) / 2;
    paintLamp(
      this.#paint,
      this.#brushes.palette,
      x,
      y,
      Math.max(side * 0.86, 30),
      Math.max((side + runnerHeight) * 0.6, 40),
    );
  }

  #table(table: TableView, place: Place, index: number): void {
    const [paint, brushes, layout] = [this.#paint, this.#brushes, this.#layout];
    paintTable(paint, brushes, layout, place);
    if (this.#boards === null) {
      paintTile(paint, brushes, layout, place, table);
    } else {
      this.#board(index, table);
      if (table.mark === 'over') paintVeil(paint, brushes, layout, place);
    }
    paintRing(paint, brushes, layout, place, table);
  }

  /** Brings the sheet of boards up to date. All at once: drawing on it between two copies from it would be slow. */
  #updateBoards(view: HallView): void {
    const boards = this.#boards;
    if (boards === null) return;
    view.tables.forEach(({ plies }, index) => {
      if (this.#plies[index] === plies) return;
      const [x, y] = this.#onSheet(index);
      const standing = view.standing(view.game(index + 1, plies));
      this.#positions.draw(boards, x, y, standing, this.#drawn[index] ?? null);
      this.#drawn[index] = standing;
      this.#plies[index] = plies;
    });
  }

  #board(index: number, { slide }: TableView): void {
    const { side } = this.#positions;
    const [x, y] = this.#onSheet(index);
    const place = this.#layout.places[index]!;
    const left = Math.round(place.x - this.#layout.side / 2);
    this.#paint.drawImage(this.#boards!.canvas, x, y, side, side, left, place.y, this.#layout.side, this.#layout.side);
    const standing = this.#drawn[index];
    if (slide === 1 || !standing || this.#layout.side < SLIDE_SIDE) return;
    this.#paint.save();
    this.#paint.setTransform(1, 0, 0, 1, 0, 0);
    const at = (length: number) => Math.round(length * this.#ratio);
    this.#positions.drawSlide(this.#paint, at(left), at(place.y), standing, slide);
    this.#paint.restore();
  }

  #onSheet(index: number): readonly [number, number] {
    const { side } = this.#positions;
    return [(index % this.#across) * side, Math.floor(index / this.#across) * side];
  }

  /** The part of the hall that belongs to a table: with its edge and its plate. */
  #cell(index: number): Area {
    const { side, edge, plate, places } = this.#layout;
    const { x, y, below } = places[index]!;
    const reach = side / 2 + edge + 3;
    return {
      left: Math.floor(x - reach),
      right: Math.ceil(x + reach),
      top: Math.floor(y - edge - 3 - (below ? 0 : plate)),
      bottom: Math.ceil(y + side + edge + 3 + (below ? plate : 0)),
    };
  }
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function sheet(side: number): Paint {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas.getContext('2d', { alpha: false })!;
}
