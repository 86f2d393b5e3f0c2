import type { BoardGame } from '../../../shared/chess/boards.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { Playback } from '../kit/playback.ts';
import { markIn, viewBoard, type BoardMark, type BoardView } from './board-view.ts';
import type { BoardsStageFold } from './fold.ts';
import { gameAt } from './games.ts';
import type { BoardsLayout } from './layout.ts';
import { viewMaster, type MasterView } from './master-view.ts';
import { viewPin, type Pin } from './pin-view.ts';

/** What the boards of a lane show at one instant. */
export interface BoardsView {
  /** How many boards there are. */
  readonly size: number;
  /** Number of the first board, less one; not 0 where only some are looked at. */
  readonly first: number;
  /** Board number `index`, from 0; undefined where there is none. */
  board(index: number): BoardView | undefined;
  /** What can be seen of it as a tile: thousands of these are asked for at every display frame. */
  markOf(index: number): BoardMark;
  shareOf(index: number): number;
  /** The masters as they walk between boards; none where boards are tiles. */
  readonly masters: readonly MasterView[];
  /** The masters on a field of tiles. */
  readonly pins: readonly Pin[];
  /** What stands on board `board` (from 1) after so many half-moves. */
  game(board: number, plies: number): BoardGame;
  /** The same instant in another layout: that of `layout.places.length` boards after the first `first`. */
  part(layout: BoardsLayout, first: number): BoardsView;
}

/** The boards and the masters at the playback's instant, as many as the layout has places for. */
export function viewBoards(
  fold: BoardsStageFold,
  layout: BoardsLayout | null,
  scenario: Scenario,
  over: boolean,
  playback: Playback,
  first = 0,
): BoardsView {
  const { boards } = fold;
  const { model } = scenario;
  const size = layout?.places.length ?? 0;
  // Boards are looked at several times for a picture, tiles hardly ever.
  const seen: BoardView[] = [];
  const board = (index: number): BoardView | undefined =>
    index < size ? (seen[index] ??= viewBoard(boards, first + index + 1, playback, model)) : undefined;
  const masters: MasterView[] = [];
  const pins: Pin[] = [];
  for (let master = 0; layout !== null && master < boards.masters; master++) {
    const at = boards.masterAt(master, playback.t);
    if (layout.density === null) {
      const view = viewMaster(layout, at, board, { over, playback, first, company: boards.masters > 1 });
      if (view !== null) masters.push(view);
    } else {
      const pin = viewPin(layout, at, boards, over, playback);
      if (pin !== null) pins.push(pin);
    }
  }
  return {
    size,
    first,
    board,
    markOf: (index) => markIn(boards.phaseOf(first + index + 1), model),
    shareOf: (index) => boards.shareAt(first + index + 1, playback.t),
    masters,
    pins,
    game: (number, plies) => gameAt(scenario, number, plies),
    part: (few, from) => viewBoards(fold, few, scenario, over, playback, from),
  };
}
