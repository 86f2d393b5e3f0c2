/** What charts are made of: the lanes of the session as they were at one instant. */
import { chartSettings } from '../stage/kit/chart-settings.ts';
import type { AnyKind, ChartSettings, StageLane } from '../stage/kit/kind.ts';
import type { Curve } from '../../shared/fold/curve.ts';
import type { Stretch } from '../timeline/window.ts';
import type { Point, Series } from './spec.ts';

/** The part of a lane that charts read. A ghost is one of a pinned run: it is drawn as a whole, behind the others. */
export type ChartLane = StageLane & { readonly ghost?: boolean };

export interface ChartView {
  readonly lanes: readonly ChartLane[];
  /** The instant on screen, virtual seconds. */
  readonly at: number;
  /** When the last lane ends; null while that is not known. */
  readonly endsAt: number | null;
  /** The kind of stage that shows the program. */
  readonly kind: AnyKind;
  /** The stretch of virtual time that will be shown of charts over it; the whole run where it is null or left out. */
  readonly stretch?: Stretch | null;
  /** Whether there is room for many bars. */
  readonly roomy?: boolean;
}

/** The colour of a lane, and the dash that tells it from the others without colour. */
export function lookOf(lane: Pick<ChartLane, 'index' | 'ghost'>): Pick<Series, 'colour' | 'dash' | 'ghost'> {
  const dashes = [[9, 3], [], [2, 3], [12, 3, 2, 3]] as const;
  const place = lane.index % 4;
  const look = { colour: `lane-${(place + 1) as 1 | 2 | 3 | 4}`, dash: dashes[place]! } as const;
  return lane.ghost === true ? { ...look, ghost: true } : look;
}

/** What the charts of a view count and are called. */
export function settingsOf({ kind, lanes }: Pick<ChartView, 'kind' | 'lanes'>): ChartSettings {
  return chartSettings(kind, lanes);
}

/** When the clock of a lane stops, as far as that is known. */
export function endOf({ end, makespan, trace }: Pick<ChartLane, 'end' | 'makespan' | 'trace'>): number {
  return end ?? makespan ?? trace.endsAt;
}

/** How far axes of virtual time go: to the end of the last lane, as far as that is known or foretold. */
export function timeEnd({ lanes, endsAt, at }: ChartView): number {
  const ghosts = lanes.filter(({ ghost }) => ghost === true).map(endOf);
  if (endsAt !== null) return Math.max(endsAt, ...ghosts);
  const ends = lanes.map((lane) => lane.theory.prediction?.makespan ?? lane.trace.endsAt);
  return Math.max(at, ...ends, ...ghosts);
}

/** How far a lane's own line goes at the instant on screen. */
export function lineEnd(lane: ChartLane, at: number): number {
  return lane.ghost === true ? endOf(lane) : Math.min(at, lane.makespan ?? Infinity);
}

/** The instant whose figures of a lane are shown: that on screen, or the end of what is shown as a whole. */
export function shownAt(lane: ChartLane, at: number): number {
  return lane.ghost === true ? endOf(lane) : at;
}

/** What is drawn of a curve up to an instant: of the stretch that is shown, in at most so many points. */
export function pointsIn(curve: Curve, { stretch }: ChartView, until: number, most: number): Point[] {
  const [from, to] = [Math.min(until, stretch?.from ?? 0), Math.min(until, stretch?.to ?? Infinity)];
  return curve.points(from, to, most);
}
