/** An experiment as it is drawn: curves of lanes, or a heat map of two parameters, with theory and sentences. */
import { axisLength, axisValue } from '../../shared/experiment/axis-values.ts';
import type { Grid } from '../../shared/experiment/grid.ts';
import type { Results } from '../../shared/experiment/results.ts';
import { lawAbout, type LawId } from '../../shared/theory/laws.ts';
import type { FigureTheory } from '../../shared/theory/theory.ts';
import type { Measure } from '../../shared/theory/measures.ts';
import { canWarmUp, figureNamed, type Figure } from './figures.ts';
import { spotAt, type Shown, type Spot } from './statistics.ts';

/** How results are looked at; changing it runs nothing anew. */
export interface Look {
  readonly figure: string;
  readonly shown: Shown;
  /** Whether lanes are told by how they differ from the first one. */
  readonly paired: boolean;
  readonly logX: boolean;
  readonly logY: boolean;
  readonly theory: boolean;
}

export const FIRST_LOOK: Look = {
  figure: 'makespan',
  shown: 'mean',
  paired: false,
  logX: false,
  logY: false,
  theory: true,
};

/** One lane of an experiment. */
export interface Curve {
  readonly lane: number;
  readonly name: string;
  /** The points at which something is known, in their order. */
  readonly spots: readonly Spot[];
  /** What theory says, by point. */
  readonly theory: readonly { readonly point: number; readonly measure: Measure }[];
  /** What a simpler law says, by point: drawn beside theory. */
  readonly beside: readonly { readonly point: number; readonly measure: Measure }[];
  /** What a law says of the figure from other figures of the same runs, by point; `by` is null where there is none. */
  readonly law: {
    readonly by: LawId | null;
    readonly spots: readonly { readonly point: number; readonly value: number }[];
  };
}

/** What is varied: its values, and what they are called. There may be a million: each is made when it is asked for. */
export interface Varied {
  readonly path: string;
  readonly title: string;
  readonly unit: string | null;
  readonly length: number;
  readonly value: (place: number) => unknown;
  readonly name: (place: number) => string;
  /** Whether all values are numbers. */
  readonly numeric: boolean;
  /** How many values stand for one that is drawn: of a map, columns or rows. */
  readonly step: number;
}

export interface ExperimentView {
  readonly figure: Figure;
  readonly look: Look;
  /** Replications of each point, or null where they differ. */
  readonly most: number;
  readonly varied: readonly Varied[];
  readonly curves: readonly Curve[];
  readonly knee: number | null;
  /** Why nothing is drawn of this figure; null where something is. */
  readonly refused: boolean;
  readonly points: number;
  readonly drawn: number;
}

/** Points of a curve at most: no chart is wider than that in pixels. */
const POINTS_MAX = 600;
/** Cells of all maps together at most: each is a few shapes on the page. */
const CELLS_MAX = 2400;

/** What is called how: parameters by their titles, values as the form writes them. */
export interface Names {
  readonly lane: (lane: number) => string;
  readonly parameter: (path: string) => { readonly title: string; readonly unit: string | null };
  readonly value: (path: string, value: unknown) => string;
}

export function viewOf(results: Results, look: Look, names: Names): ExperimentView {
  const { grid } = results;
  const { spec, lanes, points } = grid;
  const steps = stepsOf(grid, lanes.length);
  const varied = spec.over.map((axis, place): Varied => {
    const value = (index: number) => axisValue(axis, index);
    return {
      path: axis.path,
      ...names.parameter(axis.path),
      length: axisLength(axis),
      value,
      name: (index) => names.value(axis.path, value(index)),
      numeric: !('values' in axis) || axis.values.every((each) => typeof each === 'number'),
      step: steps[place]!,
    };
  });
  const refused = (spec.warmUp ?? 0) > 0 && !canWarmUp(look.figure);
  const flatPoints = spec.over.length === 1;
  const told = refused
    ? []
    : flatPoints
      ? thinned(results.points, points)
      : oneOfEach(results.points, grid.inner, steps);
  const paired = look.paired && lanes.length > 1;
  const confidence = grid.rule?.confidence ?? 0.95;
  const curves = lanes.flatMap((_, lane): Curve[] => {
    if (paired && lane === 0) return [];
    const spots = told.flatMap((point) => {
      const spot = spotAt(results, point, lane, look.figure, { against: paired ? 0 : null, confidence });
      return spot === null ? [] : [spot];
    });
    const flat = flatPoints ? told : [];
    const theory = flat.flatMap((point) => {
      const measure = theoryOfLane(results.theory(point), lane, look.figure, paired);
      return measure === null ? [] : [{ point, measure }];
    });
    const beside = flat.flatMap((point) => {
      const measure = paired ? undefined : results.theory(point)?.[lane]?.beside[look.figure];
      return measure === undefined ? [] : [{ point, measure }];
    });
    const law = paired ? NO_LAW : lawSpots(results, flat, lane, look.figure);
    return [{ lane, name: names.lane(lane), spots, theory, beside, law }];
  });
  const knee = told.length === 0 ? null : (results.theory(told[0]!)?.[0]?.knee ?? null);
  const kneeShown = knee !== null && spec.over.length === 1 && spec.over[0]!.path === knee.path ? knee.value : null;
  const most = curves.reduce((n, { spots }) => Math.max(n, ...spots.map(({ values }) => values.length)), 0);
  return {
    figure: figureNamed(look.figure),
    look: { ...look, paired },
    most,
    varied,
    curves,
    knee: kneeShown,
    refused,
    points: results.points.length,
    drawn: told.length,
  };
}

const NO_LAW: Curve['law'] = { by: null, spots: [] };

/** What a law says of a figure at each point: the mean of what it says of each run. */
function lawSpots(results: Results, points: readonly number[], lane: number, figure: string): Curve['law'] {
  const law = lawAbout(figure);
  if (law === null) return NO_LAW;
  const spots = points.flatMap((point) => {
    const said = results.values(point, lane, law.figure).filter((value) => Number.isFinite(value));
    return said.length === 0 ? [] : [{ point, value: said.reduce((sum, value) => sum + value, 0) / said.length }];
  });
  return { by: spots.length === 0 ? null : law.by, spots };
}

function theoryOfLane(
  theories: readonly FigureTheory[] | null,
  lane: number,
  figure: string,
  paired: boolean,
): Measure | null {
  const own = theories?.[lane]?.values[figure] ?? null;
  if (!paired || own === null) return own;
  const first = theories?.[0]?.values[figure] ?? null;
  if (first === null) return null;
  return { value: own.value - first.value, by: own.by === 'exact' ? first.by : own.by };
}

/** How many values of each axis stand for one that is drawn: of a map rows and columns are left out, of a curve points. */
function stepsOf({ spec, points, inner }: Grid, lanes: number): readonly number[] {
  if (spec.over.length === 1) return [1];
  const outer = points / inner;
  const most = Math.max(1, Math.floor(CELLS_MAX / Math.max(1, lanes)));
  // The longer side gives way first.
  const side = Math.max(1, Math.floor(Math.sqrt(most)));
  const columns = Math.min(outer, Math.max(side, Math.floor(most / inner)));
  const rows = Math.min(inner, Math.max(1, Math.floor(most / columns)));
  return [Math.ceil(outer / columns), Math.ceil(inner / rows)];
}

/** A point for each cell of a map: the first one that is there. */
function oneOfEach(points: readonly number[], inner: number, [across = 1, down = 1]: readonly number[]): number[] {
  const rows = Math.ceil(inner / down);
  const cells = new Map<number, number>();
  for (const point of points) {
    const cell = Math.floor(Math.floor(point / inner) / across) * rows + Math.floor((point % inner) / down);
    if (!cells.has(cell)) cells.set(cell, point);
  }
  return [...cells.values()];
}

/** So many of the points that are there as can be drawn, spread over the range. */
function thinned(points: readonly number[], all: number): number[] {
  if (points.length <= POINTS_MAX) return [...points];
  const step = Math.ceil(all / POINTS_MAX);
  const chosen: number[] = [];
  let next = 0;
  for (const point of points) {
    if (point < next) continue;
    chosen.push(point);
    next = point + step;
  }
  return chosen;
}
