/** What charts are made of: the lanes of the session as they were at one instant. */
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { foldOf } from '../stores/lane-fold.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { ColourName } from './spec.ts';

/** The part of a lane that charts read. */
export type ChartLane = Pick<
  LaneStore,
  'index' | 'title' | 'info' | 'theory' | 'trace' | 'reached' | 'makespan' | 'rewrites' | 'rewrittenFrom'
>;

export interface ChartView {
  readonly lanes: readonly ChartLane[];
  /** The instant on screen, virtual seconds. */
  readonly at: number;
  /** When the last lane ends; null while that is not known. */
  readonly endsAt: number | null;
  /** The kind of stage. */
  readonly stage: string;
}

/** The colour of a lane, and the dash that tells it from the others without colour. */
export function lookOf(lane: { readonly index: number }): { colour: ColourName; dash: readonly number[] } {
  const dashes = [[9, 3], [], [2, 3], [12, 3, 2, 3]] as const;
  const place = lane.index % 4;
  return { colour: `lane-${(place + 1) as 1 | 2 | 3 | 4}`, dash: dashes[place]! };
}

/** What there is to be seen of a program: it decides which charts there are, what they count and what they are called. */
export type Setting = 'boards' | 'queue' | 'elsewhere';

/** A program has a queue when its stage says so, or when items have gone through one. */
export function settingOf({ lanes, stage }: Pick<ChartView, 'lanes' | 'stage'>): Setting {
  if (stage === 'boards' || stage === 'queue') return stage;
  return lanes.some((lane) => queuesOf(lane).queues.length > 0) ? 'queue' : 'elsewhere';
}

/** The queues of a lane. */
export function queuesOf(lane: ChartLane): QueuesFold {
  return foldOf(lane, 'queues', () => new QueuesFold());
}

/** A chart's texts in a setting; those for everywhere where it has none of its own. */
export function wordsIn<W>(text: { readonly elsewhere: W } & { readonly [S in Setting]?: W }, setting: Setting): W {
  return text[setting] ?? text.elsewhere;
}

/** The kinds of events that are counted as progress: pairs of moves, items taken, or tasks that have returned. */
export function progressKinds(setting: Setting): number[] {
  if (setting === 'boards') return [exhibitionEvents.kind.opponentMoved, exhibitionEvents.kind.lastReply];
  return setting === 'queue' ? [Kind.TAKE] : [Kind.DONE];
}

/** How far axes of virtual time go: to the end of the last lane, as far as that is known or foretold. */
export function timeEnd({ lanes, endsAt, at }: ChartView): number {
  if (endsAt !== null) return endsAt;
  const ends = lanes.map((lane) => lane.theory.prediction?.makespan ?? lane.trace.endsAt);
  return Math.max(at, ...ends);
}

/** How far a lane's own line goes at the instant on screen. */
export function lineEnd(lane: ChartLane, at: number): number {
  return Math.min(at, lane.makespan ?? Infinity);
}
