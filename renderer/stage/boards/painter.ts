import { overlaps, type Box } from '../../picture/areas.ts';
import { areaOf, regions, union } from '../../picture/dirty.ts';
import type { Pen } from '../../picture/pen.ts';
import { paintMark, paintTable, paintVeil } from './board-painter.ts';
import type { BoardView } from './board-view.ts';
import { boardBox, type BoardsLayout, type Place } from './layout.ts';
import { paintLamp, paintMaster } from './master-painter.ts';
import type { MasterView } from './master-view.ts';
import { paintPlates, type Plate } from './plate-painter.ts';
import { PositionSheet } from './position-sheet.ts';
import type { BoardsView } from './view.ts';

/** Where more than such a share of the picture has changed, all of it is drawn. */
const MUCH = 0.6;
/** The outer pool of a master's light is so many times as wide as the inner one, and a little for its soft edge. */
const LAMP_REACH = 1.16;

/** What makes two pictures of a board differ: how much of its edge is filled, and everything else. */
interface Look {
  readonly rest: string;
  readonly edge: number;
}

/** Draws the boards of a lane in a layout. Only what differs from the picture before is drawn again. */
export class BoardsPainter {
  readonly #pen: Pen;
  readonly #layout: BoardsLayout;
  readonly #sheet: PositionSheet;
  #shown: readonly Look[] = [];
  /** Where the masters were, and how they looked. */
  #figures: readonly Box[] = [];
  #moved: readonly string[] = [];
  #first = 0;

  constructor(pen: Pen, layout: BoardsLayout) {
    this.#pen = pen;
    this.#layout = layout;
    this.#sheet = new PositionSheet(pen.inks, layout);
  }

  draw(view: BoardsView): void {
    if (view.first !== this.#first) this.#forget(view.first);
    const boards = this.#layout.places.flatMap((_, index) => view.board(index) ?? []);
    const shown = boards.map((board) => this.#appearance(board));
    this.#sheet.update(view, boards);
    const figures = view.masters.map((master) => this.#reach(master));
    const moved = view.masters.map((master) => JSON.stringify(master));
    const stale = [
      ...figures.filter((_, index) => moved[index] !== this.#moved[index]),
      ...this.#figures.filter((_, index) => moved[index] !== this.#moved[index]),
    ];
    const grown: number[] = [];
    shown.forEach((look, index) => {
      const before = this.#shown[index];
      if (before === undefined || look.rest !== before.rest || look.edge < before.edge) stale.push(this.#cell(index));
      else if (look.edge > before.edge) grown.push(index);
    });
    // A mark that has grown is drawn over what is there, but for where a master or her light is.
    const apart = grown.filter((index) => figures.every((figure) => !overlaps(figure, this.#cell(index))));
    stale.push(...grown.filter((index) => !apart.includes(index)).map((index) => this.#cell(index)));
    const parts = regions(stale);
    const { width, height } = this.#pen.size;
    if (this.#shown.length === 0 || areaOf(parts) > width * height * MUCH) {
      this.#scene(view, boards, [null]);
    } else {
      for (const index of apart) paintMark(this.#pen, this.#layout, this.#layout.places[index]!, boards[index]!);
      this.#scene(view, boards, parts);
    }
    this.#shown = shown;
    this.#moved = moved;
    this.#figures = figures;
  }

  /** Other boards stand in the places. */
  #forget(first: number): void {
    this.#first = first;
    this.#sheet.forget();
    this.#shown = [];
    this.#figures = [];
    this.#moved = [];
  }

  /** What makes two pictures of a board differ. Its edge is as fine as the screen. */
  #appearance({ mark, plies, share, slide }: BoardView): Look {
    const edge = Math.round(share * 4 * this.#layout.side * this.#pen.inks.ratio);
    return { rest: `${mark} ${plies} ${slide.toFixed(2)}`, edge };
  }

  /** Where a master and her light are. */
  #reach({ x, y, height, ...master }: MasterView): Box {
    const figure = { x: x - height * 0.55, y: y - height * 1.1, width: height * 1.1, height: height * 1.2 };
    const lamp = this.#lampOf({ x, y, height, ...master });
    const [across, down] = [lamp.width * LAMP_REACH, lamp.height * LAMP_REACH];
    return union(figure, { x: lamp.x - across, y: lamp.y - down, width: 2 * across, height: 2 * down });
  }

  /** Draws what lies in some areas, which do not overlap; everything where one is null. */
  #scene(view: BoardsView, boards: readonly BoardView[], areas: readonly (Box | null)[]): void {
    const within = (area: Box | null, draw: () => void) => (area === null ? draw() : this.#pen.within(area, draw));
    const parts = areas.map((area) => {
      const plates: Plate[] = [];
      within(area, () => {
        this.#ground();
        for (const master of view.masters) this.#lamp(master);
        boards.forEach((board, index) => {
          const place = this.#layout.places[index];
          if (place === undefined || (area !== null && !overlaps(this.#cell(index), area))) return;
          this.#board(board, place, index);
          plates.push({ place, number: view.first + index + 1, board });
        });
      });
      return { area, plates };
    });
    if (this.#layout.detail === 'plate') {
      paintPlates(this.#pen, this.#layout, parts, ({ number, board }) => view.game(number, board.plies));
    }
    for (const area of areas) {
      within(area, () => {
        for (const master of view.masters) paintMaster(this.#pen, master);
      });
    }
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

  #lamp(master: MasterView): void {
    if (master.pose === 'over') return;
    const { x, y, width, height } = this.#lampOf(master);
    paintLamp(this.#pen, x, y, width, height);
  }

  #lampOf({ x, below, board }: MasterView): Box {
    const { side, runnerHeight, runners, places } = this.#layout;
    const place = places[board]!;
    const middle = runners[place.runner]! + runnerHeight / 2;
    const y = (middle + place.y + side * (below ? 0.7 : 0.3)) / 2;
    return { x, y, width: Math.max(side * 0.86, 30), height: Math.max((side + runnerHeight) * 0.6, 40) };
  }

  #board(board: BoardView, place: Place, index: number): void {
    const [pen, layout] = [this.#pen, this.#layout];
    paintTable(pen, layout, place);
    this.#sheet.copy(pen, boardBox(layout, place), index, board);
    if (board.mark === 'over') paintVeil(pen, layout, place);
    paintMark(pen, layout, place, board);
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
