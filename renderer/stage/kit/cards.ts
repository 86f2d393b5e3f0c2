/** Stages that show a card for each task: what a kind of card has to say, and the picture made of it. */
import type { Copyable } from '../../../shared/fold/snapshots.ts';
import type { Box } from '../../picture/areas.ts';
import { laneColour, type Inks } from '../../picture/inks.ts';
import type { Pen } from '../../picture/pen.ts';
import { foldOf } from '../../stores/folds.ts';
import { fill } from '../../words/fill.ts';
import { neighbourCard, type CardLayout, type Detail } from './card-layout.ts';
import { CardPainter } from './card-painter.ts';
import type { Moment, StageKind, StageLane, StagePicture } from './kind.ts';
import { Motions } from './motions.ts';
import { TALLY } from './tally.ts';
import Tally from './Tally.svelte';
import { TaskFold } from './task-fold.ts';
import { statusTexts, viewTask, type TaskView } from './task-view.ts';

/** A lane's time, beside that of the others; virtual seconds. */
export interface LaneTime {
  /** The lane's own instant: it stops where the lane ends. */
  readonly at: number;
  /** How long this lane takes, as far as is known. */
  readonly own: number;
  /** How long the longest lane takes, as far as is known. */
  readonly longest: number;
}

/** A task as it is shown at an instant; `content` is the kind's own. */
export interface Card<C> {
  readonly name: string;
  readonly view: TaskView;
  readonly content: C;
}

/** All cards of a lane at an instant. */
export interface CardsView<C> {
  readonly cards: readonly Card<C>[];
  readonly time: LaneTime;
  /** Whether a movement that begins now is seen to begin. */
  readonly moves: boolean;
}

/** What a card is drawn with. */
export interface CardTools {
  readonly pen: Pen;
  /** The colour of the lane. */
  readonly laneColour: string;
}

/** What a stage of cards is made of. F is the fold of what tasks tell, C what a card shows. All of it is pure. */
export interface CardKind<F extends Copyable<F>, C> {
  readonly id: string;
  make(): F;
  /** What a task's card shows, from the fold up to the instant and from that of all that is known of the run. */
  content(fold: F, all: F, task: number, view: TaskView, time: LaneTime): C;
  /** What makes two contents differ. */
  key(content: C): string;
  /** The content in words; what the task does is told beside it. */
  tell(content: C, view: TaskView): string;
  /** The name of the stage, with {title} and {count}. */
  readonly name: string;
  layout(area: Box, count: number, inks: Inks): CardLayout;
  /** Draws what is on a card, inside its edge. `motion`: how far a movement has come, 0..1; 1 where nothing moves. */
  paint?(tools: CardTools, box: Box, card: Card<C>, detail: Exclude<Detail, 'tile'>, motion: number): void;
  /** A character or two for a tile; '' for none. */
  glyph?(content: C): string;
  /** Draws everything at once, without edges round the cards. */
  readonly paintAll?: (
    tools: CardTools,
    area: Box,
    layout: CardLayout,
    cards: readonly Card<C>[],
    time: LaneTime,
  ) => void;
  /** Whether the task has come to where a movement begins: it is played when that is seen to happen. */
  readonly moved?: (content: C) => boolean;
}

/** What the layout of cards depends on. */
interface CardsShape {
  readonly count: number;
}

/** A kind of stage that shows cards. */
export type CardStage<F extends Copyable<F>, C> = StageKind<TaskFold<F>, CardsShape, CardLayout, CardsView<C>>;

/** The picture of a kind of card. */
export function cardPicture<F extends Copyable<F>, C>(
  kind: CardKind<F, C>,
): StagePicture<TaskFold<F>, CardsShape, CardLayout, CardsView<C>> {
  return {
    testid: 'tasks',
    fold: () => new TaskFold(kind.make()),
    shape: ({ lane }) => ({ count: countOf(lane) }),
    label: ({ title }, { count }) => fill(kind.name, { title, count }),
    layout: (size, { count }, inks) => (count === 0 ? null : layoutCards(kind, { x: 0, y: 0, ...size }, count, inks)),
    view: (moment) => viewCards(kind, moment),
    areas: ({ boxes }) => boxes.map((box, index) => ({ ...box, task: index + 1 })),
    names: ({ cards }, areas) => areas.map(({ task }) => cardText(kind, cards[task - 1])),
    neighbour: neighbourCard,
    // A card that shows everything needs no tip.
    tip: ({ detail }) => (detail === 'full' ? null : 'below'),
    overlay: Tally,
    painter(pen, layout, lane) {
      const painter = new CardPainter({ pen, laneColour: laneColour(pen.inks, lane.index) }, kind, layout);
      const motions = new Motions();
      let moved = false;
      return ({ cards, time, moves }, _selected, nowMs) => {
        const { moved: hasMoved } = kind;
        // What the last step before a pause has set in motion goes on.
        if (hasMoved !== undefined)
          motions.take(
            cards.map(({ content }) => hasMoved(content)),
            moves || moved,
            nowMs,
          );
        moved = moves;
        painter.draw(cards, time, (card) => motions.share(card, nowMs));
        return motions.going;
      };
    },
  };
}

/** How many cards a lane has: one for each task but the main one, as far as is known. */
export function countOf({ trace }: Pick<StageLane, 'trace'>): number {
  return Math.max(0, trace.names.tasks.length - 1);
}

/** What is seen of a lane's tasks at a moment. */
export function viewCards<F extends Copyable<F>, C>(
  kind: Pick<CardKind<F, C>, 'id' | 'make' | 'content'>,
  { lane, lanes, fold, playback }: Pick<Moment<TaskFold<F>>, 'lane' | 'lanes' | 'fold' | 'playback'>,
): CardsView<C> {
  const own = lengthOf(lane);
  const time = { at: playback.t, own, longest: Math.max(own, ...lanes.map(lengthOf)) };
  const all = foldOf(lane, `all-${kind.id}`, () => kind.make());
  const cards = Array.from({ length: countOf(lane) }, (_, index): Card<C> => {
    const task = index + 1;
    const view = viewTask(fold.states, task, time.at);
    return { name: lane.trace.taskName(task), view, content: kind.content(fold.own, all, task, view, time) };
  });
  return { cards, time, moves: playback.playing && playback.motion };
}

/** All that is seen of a task, in a line. */
export function cardText<C>(kind: Pick<CardKind<never, C>, 'tell'>, card: Card<C> | undefined): string {
  if (card === undefined) return '';
  const { name, view, content } = card;
  return [name, kind.tell(content, view), statusTexts(view)[0]!].filter((part) => part !== '').join(', ');
}

function layoutCards<C>(kind: Pick<CardKind<never, C>, 'layout'>, area: Box, count: number, inks: Inks): CardLayout {
  const whole = kind.layout(area, count, inks);
  if (whole.detail !== 'tile') return whole;
  // Above tiles it is told how many tasks do what.
  const tally = TALLY * inks.sizes.s;
  return { ...kind.layout({ ...area, y: tally, height: area.height - tally }, count, inks), tally };
}

function lengthOf({ end, trace }: StageLane): number {
  return end ?? trace.endsAt;
}
