import type { Copyable } from '../../../shared/fold/snapshots.ts';
import type { Paint } from '../boards/table-painter.ts';
import type { Look } from './look.ts';
import type { Box } from '../../picture/areas.ts';
import type { Detail, TaskLayout } from './pack.ts';
import type { TaskView } from './task-view.ts';

/** What is beside a task when it is looked at. */
export interface Moment {
  /** The lane's own clock in virtual seconds: it stops where the lane ends. */
  readonly at: number;
  /** How long this lane takes, as far as is known. */
  readonly own: number;
  /** How long the longest lane takes, as far as is known. */
  readonly longest: number;
}

/** A task as it is shown at an instant; `picture` is the stage's own. */
export interface Card<P> {
  readonly name: string;
  readonly view: TaskView;
  readonly picture: P;
  /** How far a movement that has begun has come, 0..1; 1 where nothing moves. */
  readonly motion: number;
}

/** What a stage is drawn with and on. */
export interface Tools {
  readonly paint: Paint;
  readonly look: Look;
  /** Number of the lane, from 0: its colour. */
  readonly lane: number;
}

/** A kind of stage: how the tasks of a run are arranged, shown and told. All of it is pure. */
export interface StageKind<F extends Copyable<F>, P> {
  /** The name under which its fold is kept. */
  readonly id: string;
  make(): F;
  /** What is shown of a task, from the fold up to the instant and from that of all that is known of the run. */
  picture(fold: F, all: F, task: number, view: TaskView, moment: Moment): P;
  /** What makes two pictures differ. */
  key(picture: P): string;
  /** The picture in words; what the task does is told beside it. */
  tell(picture: P, view: TaskView): string;
  /** The stage's name, with {title} and {count}. */
  readonly name: string;
  layout(area: Box, count: number, look: Look): TaskLayout;
  /** Draws what is on a card, inside its edge. */
  paint?(tools: Tools, box: Box, card: Card<P>, detail: Exclude<Detail, 'tile'>): void;
  /** A character or two for a tile; '' for none. */
  glyph?(picture: P): string;
  /** What is behind and above all cards; such a stage has no edges round its cards and is drawn as a whole. */
  readonly scene?: (tools: Tools, area: Box, layout: TaskLayout, cards: readonly Card<P>[], moment: Moment) => void;
  /** Whether the task has come to where a movement begins: it is played when that happens before everybody's eyes. */
  readonly moved?: (picture: P) => boolean;
}
