import ChessQueen from '@lucide/svelte/icons/chess-queen';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { en } from '../../words/en.ts';
import { boards as words } from '../../words/en/boards.ts';
import { window as header } from '../../words/en/window.ts';
import { fill } from '../../words/fill.ts';
import type { StageKind } from '../kit/kind.ts';
import BoardsOverlay from './BoardsOverlay.svelte';
import { boardsCaption } from './caption.ts';
import { charts } from './charts.ts';
import { boardsFigures } from './figures.ts';
import { boardsAt, BoardsStageFold } from './fold.ts';
import { boxOf, layoutBoards, neighbour, withPlate, type BoardsLayout } from './layout.ts';
import { manner } from './manner.ts';
import { boardsMoments } from './moments.ts';
import { DensityPainter } from './density-painter.ts';
import { BoardsPainter } from './painter.ts';
import { boardText } from './text.ts';
import { viewBoards, type BoardsView } from './view.ts';

/** What the layout of boards depends on. */
export interface BoardsShape {
  readonly boards: number;
}

/** Chess boards, and the masters who walk between them. Board b is task b. */
export const boards: StageKind<BoardsStageFold, BoardsShape, BoardsLayout, BoardsView> = {
  id: 'boards',
  icon: ChessQueen,
  titles: en.lanes.boards,
  marks: en.timeline.states,
  firstTask: 1,
  manner,
  caption: (lane, at) => boardsCaption(boardsAt(lane, at).boards, at, lane.info.scenario.model),
  moments: boardsMoments,
  header: { use: header.use, idle: header.waited, progress: header.of, progressOpen: header.moves },
  figures: boardsFigures,
  charts,
  picture: {
    testid: 'boards',
    fold: (lane) => new BoardsStageFold(lane.info.scenario.model),
    shape: ({ lane }) => ({ boards: countOf(lane.info.scenario) }),
    label: ({ title }, shape) => fill(words.name, { title, boards: shape.boards }),

    layout(size, shape, { sizes }) {
      return shape.boards === 0 ? null : layoutBoards({ ...size, boards: shape.boards, textSize: sizes.xs });
    },

    view: ({ lane, fold, playback, over }, layout) => viewBoards(fold, layout, lane.info.scenario, over, playback),
    areas: (layout) => layout.places.map((place, index) => ({ ...boxOf(layout, place), task: index + 1 })),

    names(view, areas) {
      return areas.map(({ task }) => {
        const board = view.board(task - 1);
        return board === undefined ? '' : boardText(task, board, view.game(task, board.plies));
      });
    },

    neighbour,
    tip(layout, area) {
      const place = layout.places[area];
      return place === undefined ? null : place.below ? 'below' : 'above';
    },
    tipBox: (layout, area) => withPlate(layout, layout.places[area]!),
    square: ({ detail }) => detail === 'tile',

    painter(pen, layout) {
      if (layout.density === null) {
        const painter = new BoardsPainter(pen, layout);
        return (view) => {
          painter.draw(view);
          return false;
        };
      }
      const painter = new DensityPainter(pen, layout, layout.density);
      return (view, selected) => {
        painter.draw(view, selected);
        return false;
      };
    },

    overlay: BoardsOverlay,
    opens: true,
  },
};

/** How many boards there are. They are known before the first event. */
function countOf({ params }: Scenario): number {
  const { boards: count } = params as { boards?: unknown };
  return typeof count === 'number' ? count : 0;
}
