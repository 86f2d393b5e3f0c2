/** What charts are made of: the lanes of the session as they were at one instant. */
import { chartSettings } from '../stage/kit/chart-settings.ts';
import type { AnyKind, ChartSettings, StageLane } from '../stage/kit/kind.ts';
import type { ColourName } from './spec.ts';

/** The part of a lane that charts read. */
export type ChartLane = StageLane;

export interface ChartView {
  readonly lanes: readonly ChartLane[];
  /** The instant on screen, virtual seconds. */
  readonly at: number;
  /** When the last lane ends; null while that is not known. */
  readonly endsAt: number | null;
  /** The kind of stage that shows the program. */
  readonly kind: AnyKind;
}

/** The colour of a lane, and the dash that tells it from the others without colour. */
export function lookOf(lane: { readonly index: number }): { colour: ColourName; dash: readonly number[] } {
  const dashes = [[9, 3], [], [2, 3], [12, 3, 2, 3]] as const;
  const place = lane.index % 4;
  return { colour: `lane-${(place + 1) as 1 | 2 | 3 | 4}`, dash: dashes[place]! };
}

/** What the charts of a view count and are called. */
export function settingsOf({ kind, lanes }: Pick<ChartView, 'kind' | 'lanes'>): ChartSettings {
  return chartSettings(kind, lanes);
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
