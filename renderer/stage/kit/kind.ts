/**
 * A kind of stage: one object that says how programs of that kind are shown and told. Everything outside its folder asks
 * the kind and never its name.
 */
import type { Component } from 'svelte';
import type { MarkId } from '../../../shared/fold/marks.ts';
import type { WholeRun } from '../../../shared/fold/comparison.ts';
import type { Samples } from '../../../shared/fold/samples.ts';
import type { Copyable } from '../../../shared/fold/snapshots.ts';
import type { CatalogueEntry, LaneInfo } from '../../../shared/protocol/pushes.ts';
import type { Theory, TheoryId } from '../../../shared/theory/theory.ts';
import type { Deadlock } from '../../../shared/trace/deadlock.ts';
import type { Box, HitArea, Size } from '../../picture/areas.ts';
import type { Inks } from '../../picture/inks.ts';
import type { Pen } from '../../picture/pen.ts';
import type { FoldedLane } from '../../stores/folds.ts';
import type { Manner } from '../../words/sentence.ts';
import type { Playback } from './playback.ts';

/** What a kind needs of a lane. */
export interface StageLane extends FoldedLane {
  /** Number of the lane, from 0. */
  readonly index: number;
  readonly title: string;
  readonly info: LaneInfo;
  /** Virtual seconds up to which the trace is complete. */
  readonly reached: number;
  /** What theory says of its run. */
  readonly theory: Theory;
  /** The closed forms of its program; null or left out where there are none. */
  readonly theoryId?: TheoryId | null;
  /** When its clock stops; null while it is computed. */
  readonly end: number | null;
  /** When the main task ended; null while it lives. */
  readonly makespan: number | null;
  /** The tasks that wait for ever, where the run ends in a deadlock; null or left out elsewhere. */
  readonly deadlock?: Deadlock | null;
  /** How many events have happened for each one that is kept; null or left out where all of them are. */
  readonly ratio?: number | null;
  /** The whole run in figures, every event counted, where not all are kept; null or left out elsewhere. */
  readonly whole?: WholeRun | null;
}

/** A lane at an instant, with what stands beside it. */
export interface Moment<F> {
  readonly lane: StageLane;
  /** All lanes on screen, this one among them. */
  readonly lanes: readonly StageLane[];
  /** The program's entry in the catalogue; null while there is none. */
  readonly entry: CatalogueEntry | null;
  /** The kind's fold of what has happened up to the instant. It changes with the next question. */
  readonly fold: F;
  readonly playback: Playback;
  /** Whether the lane has ended. */
  readonly over: boolean;
}

/** Draws what a picture shows; returns whether something in it still moves by itself. */
export type Painter<V> = (view: V, selected: number | null, nowMs: number) => boolean;

/** What lies over a picture. */
export interface OverlayProps<L, V> {
  readonly lane: StageLane;
  readonly view: V;
  readonly layout: L;
  readonly size: Size;
  /** Number of the task that is open; null for none. */
  readonly open: number | null;
}

/**
 * The picture of a kind. F is its fold, S what its layout depends on, L the layout, V what is seen at an instant. All of
 * it is pure but the painter.
 */
export interface StagePicture<F extends Copyable<F>, S, L, V> {
  /** How tests know it. */
  readonly testid: string;
  fold(lane: StageLane, entry: CatalogueEntry | null): F;
  /** What the layout depends on beside the size. The layout is made anew only when it differs, compared as JSON. */
  shape(moment: Moment<F>): S;
  /** The name of the picture, for a screen reader. */
  label(lane: StageLane, shape: S): string;
  /** Null where there is nothing to show yet. */
  layout(size: Size, shape: S, inks: Inks): L | null;
  view(moment: Moment<F>, layout: L | null): V;
  /** The parts that can be pointed at, focused and chosen. */
  areas(layout: L, view: V): readonly HitArea[];
  /** What the areas depend on beside the layout; left out where that is nothing. */
  areasKey?(view: V): string;
  /** What each part says, in the order of the areas, for its tip and for a screen reader. */
  names(view: V, areas: readonly HitArea[], layout: L): readonly string[];
  /** The part in a direction from another, -1 for none; the nearest one where this is left out. */
  neighbour?(layout: L, from: number, dx: number, dy: number): number;
  /** On which side of a part its tip stands; null for no tip. */
  tip?(layout: L, area: number): 'above' | 'below' | null;
  /** What the tip of a part keeps clear of; the part alone where this is left out. */
  tipBox?(layout: L, area: number): Box;
  /** Whether parts have square corners. */
  square?(layout: L): boolean;
  painter(pen: Pen, layout: L, lane: StageLane): Painter<V>;
  /** What lies over the picture. */
  readonly overlay?: Component<OverlayProps<L, V>>;
  /** Whether choosing a part opens it over the picture. */
  readonly opens?: boolean;
}

/** What the header of a lane says beside its clock. */
export interface LaneFigures {
  /** What is counted as done: how many, of how many (null: unknown), and the sentence with {done} and {total}. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  /** Share of the time that is used, 0..1; null where that means nothing. */
  readonly use: number | null;
  /** Virtual seconds in which nobody had anything to do, once the run is known; null where nobody counts them. */
  readonly idle: number | null;
}

/** The words of a lane's header. */
export interface HeaderWords {
  /** What is said of the share of use: {use}. */
  readonly use: string;
  /** What idle time is called. */
  readonly idle: string;
  /** Progress with and without its total: {done}, {total}. */
  readonly progress: string;
  readonly progressOpen: string;
}

/** Words of a chart: its title and what its y axis measures. */
export interface ChartWords {
  readonly title: string;
  readonly y: string;
}

/** What the charts of a kind count and are called. */
export interface ChartSettings {
  /** Kinds of events that count as progress. */
  readonly progressKinds: readonly number[];
  readonly progress: ChartWords;
  readonly throughput: ChartWords;
  readonly utilisation: ChartWords;
  /** Null where the chart says nothing. */
  readonly ready: ChartWords | null;
  /** Whether there is a chart of queue depth. */
  readonly depth: boolean;
  /** Whether there are charts of loop lag and of who held the loop. */
  readonly lag: boolean;
  /** Whether a task that keeps a worker keeps others waiting; every one does where this is left out. */
  readonly blocks?: (lane: StageLane, task: number) => boolean;
  readonly waits: ChartWords & { readonly x: string };
  /** The waits that are over at an instant. */
  readonly waitsAt: (lane: StageLane, at: number) => Samples;
}

/** A moment of a lane at which there is something to notice. */
export interface Notable {
  /** Virtual seconds. */
  readonly at: number;
  /** A sentence without its full stop; it may stand after the name of its lane. */
  readonly says: string;
}

/** A kind of stage. */
export interface StageKind<F extends Copyable<F>, S, L, V> {
  readonly id: string;
  /** The sign beside its programs. */
  readonly icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  readonly picture: StagePicture<F, S, L, V>;
  /** What lanes of the two models without a number of workers are called. */
  readonly titles: { readonly synchronous: string; readonly asynchronous: string };
  /** The four marks in its words. */
  readonly marks: Readonly<Record<MarkId, string>>;
  /** Number of the first task with a row in the timeline. */
  readonly firstTask: number;
  /** How its tasks are called and what its events say; nothing where names and vocabulary do. */
  readonly manner: Manner;
  /** What goes on in a lane at an instant, in one sentence without its full stop. */
  caption(lane: StageLane, at: number, entry: CatalogueEntry | null): string;
  /** What there is to notice in a lane, as far as its run is known. */
  moments(lane: StageLane, entry: CatalogueEntry | null): readonly Notable[];
  readonly header: HeaderWords;
  figures(lane: StageLane, at: number, entry: CatalogueEntry | null): LaneFigures;
  /** Left out where the charts follow from what the run contains. */
  readonly charts?: ChartSettings;
}

/** Any kind: what is asked of it does not depend on its own types. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a kind's own types meet only inside it
export type AnyKind = StageKind<any, any, any, any>;
