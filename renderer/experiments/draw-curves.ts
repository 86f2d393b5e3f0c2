/** Curves of an experiment as pieces: bands, lines, error bars, boxes, runs, theory, the knee. */
import { thickness, type ChartTheme } from '../charts/theme.ts';
import { area, pathThrough, stroke, type Piece } from '../picture/pieces.ts';
import { axes, axisTitle, knee, legendRows, lookOf, mark, scaleOf, wide } from './draw-frame.ts';
import type { Frame, Measure } from './draw-frame.ts';
import { figureScale, placeOn } from './scale.ts';
import { bandsOf, centreOf, rangeOf, reach } from './spot-range.ts';
import { typicalOf, type Spot } from './statistics.ts';
import type { Curve, ExperimentView, Look } from './view.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Something that can be pointed at: a point of a lane, with the run that it opens. */
export interface Target {
  readonly x: number;
  readonly y: number;
  readonly point: number;
  readonly lane: number;
  readonly replication: number;
  /** The value that is drawn there. */
  readonly value: number;
}

export interface Drawing {
  readonly pieces: readonly Piece[];
  readonly targets: readonly Target[];
}

const MARKERS_MAX = 60;

export function drawCurves(
  view: ExperimentView,
  { width, height }: Size,
  theme: ChartTheme,
  measure: Measure,
): Drawing {
  const { size } = theme;
  const { look, figure } = view;
  const [over] = view.varied;
  const logY = look.logY && !look.paired;
  const curves = logY ? view.curves.map((curve) => aboveZero(curve, view)) : view.curves;
  const extremes = curves.flatMap((curve) => [
    ...curve.spots.flatMap((spot) => reach(spot, look)),
    ...(look.theory ? theoryValues(curve) : []),
  ]);
  const yScale = figureScale(extremes.length === 0 ? [0, 1] : extremes, figure, logY);
  const xScale = scaleOf(over!, look.logX, Math.max(3, Math.floor(width / (size * 6))));
  const entries = curves.map(({ lane, name }) => ({ lane, name }));
  const legend = legendRows(entries, width - size * 2, size, measure);
  const widest = Math.max(...yScale.ticks.map(({ label }) => measure(label, false)));
  const frame: Frame = {
    left: widest + size * 1.4,
    top: size * (1.6 * legend.rows + 0.8),
    right: width - size * 1.6,
    bottom: height - size * 3.4,
  };
  const x = (point: number) => {
    const value = over!.numeric ? (over!.value(point) as number) : point;
    return frame.left + placeOn(xScale, value) * (frame.right - frame.left);
  };
  const y = (value: number) => {
    const shown = yScale.log ? Math.max(value, yScale.min) : value;
    return frame.bottom - placeOn(yScale, shown) * (frame.bottom - frame.top);
  };
  const place = { x, y, theme, frame, view };
  const targets: Target[] = [];
  const pieces: Piece[] = [
    ...axes(xScale, yScale, frame, theme, axisTitle(over!)),
    ...knee(view, xScale, frame, theme, measure),
    ...curves.flatMap((curve, index) => curvePieces(curve, index, place, targets)),
    ...(look.theory ? curves.flatMap((curve) => theoryLines(curve, place)) : []),
    ...legend.pieces(frame.left, theme),
  ];
  return { pieces, targets };
}

/** What has a place on a logarithmic axis. */
function aboveZero(curve: Curve, { look: { shown } }: ExperimentView): Curve {
  return {
    ...curve,
    spots: curve.spots.filter((spot) => centreOf(spot, shown) > 0),
    theory: curve.theory.filter(({ measure: { value } }) => value > 0),
    beside: curve.beside.filter(({ measure: { value } }) => value > 0),
    law: { ...curve.law, spots: curve.law.spots.filter(({ value }) => value > 0) },
  };
}

/** The values of everything that is drawn of theory. */
function theoryValues({ theory, beside, law }: Curve): number[] {
  return [...[...theory, ...beside].map(({ measure }) => measure.value), ...law.spots.map(({ value }) => value)];
}

interface Placing {
  readonly x: (point: number) => number;
  readonly y: (value: number) => number;
  readonly theme: ChartTheme;
  readonly frame: Frame;
  readonly view: ExperimentView;
}

function curvePieces({ lane, spots }: Curve, index: number, placing: Placing, targets: Target[]): Piece[] {
  const { x, y, theme, view } = placing;
  const { colour: name, dash, marker } = lookOf(lane);
  const colour = theme.colour(name);
  const { shown } = view.look;
  const numeric = view.varied[0]!.numeric;
  const line = (value: (spot: Spot) => number) =>
    spots.map((spot): [number, number] => [x(spot.point), y(value(spot))]);
  const centre = (spot: Spot) => centreOf(spot, shown);
  // Side by side, so that the boxes and bars of lanes do not lie on each other.
  const thick = thickness(theme);
  const shift = (index - (view.curves.length - 1) / 2) * Math.min(14 * thick, theme.size * 0.9);
  const apart = !numeric || shown === 'box' ? shift : 0;
  for (const spot of spots) {
    if (shown === 'runs') {
      spot.values.forEach((value, place) =>
        targets.push({
          x: x(spot.point),
          y: y(value),
          point: spot.point,
          lane,
          replication: spot.replications[place]!,
          value,
        }),
      );
    } else {
      const value = centre(spot);
      const replication = typicalOf(spot, value);
      targets.push({ x: x(spot.point) + apart, y: y(value), point: spot.point, lane, replication, value });
    }
  }
  if (shown === 'box') return spots.flatMap((spot) => box(spot, x(spot.point) + apart, y, colour, theme));
  if (!numeric) {
    return spots.flatMap((spot) => [
      ...bar(spot, x(spot.point) + apart, y, colour, view.look, thick),
      mark(marker, x(spot.point) + apart, y(centre(spot)), theme.size * 0.36, colour, theme),
    ]);
  }
  if (shown === 'runs')
    return [...fan(spots, placing, colour), wide(pathThrough(line(centre)), colour, 2.5, thick, dash)];
  const several = spots.some(({ values }) => values.length > 1);
  const bands: Piece[] = [];
  if (several && spots.length > 1) {
    for (const [low, high, opacity] of bandsOf(view.look)) {
      const upper = line((spot) => high(spot));
      const lower = line((spot) => low(spot)).reverse();
      bands.push(area(pathThrough([...upper, ...lower], true), colour, Math.min(0.4, (opacity * (1 + thick)) / 2)));
    }
  }
  const bars =
    several && spots.length <= 12 ? spots.flatMap((spot) => bar(spot, x(spot.point), y, colour, view.look, thick)) : [];
  const marks =
    spots.length > MARKERS_MAX
      ? []
      : spots.map((spot) =>
          mark(marker, x(spot.point), y(centre(spot)), theme.size * (spots.length > 30 ? 0.22 : 0.3), colour, theme),
        );
  // Markers tell lanes apart without colour; where there are none, dashes do.
  const dashed = marks.length > 0 ? [] : dash;
  return [...bands, wide(pathThrough(line(centre)), colour, 2.5, thick, dashed), ...bars, ...marks];
}

function fan(spots: readonly Spot[], { x, y, theme }: Placing, colour: string): Piece[] {
  const most = spots.reduce((n, { replications }) => Math.max(n, (replications.at(-1) ?? 0) + 1), 0);
  const drawn = Math.min(most, 100);
  return Array.from({ length: drawn }, (_, replication) => {
    const points = spots.flatMap(({ point, values, replications }): [number, number][] => {
      const place = replications.indexOf(replication);
      return place < 0 ? [] : [[x(point), y(values[place]!)]];
    });
    return stroke(pathThrough(points), colour, thickness(theme), [], Math.max(0.15, 0.6 / Math.sqrt(drawn)));
  });
}

function bar(spot: Spot, x: number, y: Value2, colour: string, look: Look, thick: number): Piece[] {
  const [low, high] = rangeOf(spot, look);
  if (low === high) return [];
  const cap = (value: number) => `M${x - 4 * thick} ${y(value)}H${x + 4 * thick}`;
  return [wide(`M${x} ${y(low)}V${y(high)}${cap(low)}${cap(high)}`, colour, 1.5, thick)];
}

type Value2 = (value: number) => number;

function box(spot: Spot, x: number, y: Value2, colour: string, theme: ChartTheme): Piece[] {
  const { values, quantiles } = spot;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [, q1, median, q3] = quantiles as [number, number, number, number, number];
  const thick = thickness(theme);
  const half = Math.min(9 * thick, theme.size * 0.45);
  const rectangle = `M${x - half} ${y(q1)}H${x + half}V${y(q3)}H${x - half}Z`;
  return [
    wide(`M${x} ${y(least)}V${y(q1)}M${x} ${y(q3)}V${y(most)}`, colour, 1.5, thick),
    area(rectangle, colour, 0.25),
    wide(rectangle, colour, 1.5, thick),
    wide(`M${x - half} ${y(median)}H${x + half}`, colour, 2.5, thick),
  ];
}

/** Theory is dotted, a simpler law beside it dashed, and a law about the same runs a thin line. */
function theoryLines({ theory, beside, law }: Curve, { x, y, theme }: Placing): Piece[] {
  const line = (spots: readonly (readonly [point: number, value: number])[], width: number, dash: readonly number[]) =>
    spots.length < 2
      ? []
      : [wide(pathThrough(spots.map(([point, value]) => [x(point), y(value)])), theme.colour('ink'), width, thickness(theme), dash)]; // prettier-ignore
  const values = (measures: Curve['theory']) => measures.map(({ point, measure }) => [point, measure.value] as const);
  return [
    ...line(values(theory), 1.8, [2, 4]),
    ...line(values(beside), 1.4, [8, 5]),
    ...line(
      law.spots.map(({ point, value }) => [point, value] as const),
      1,
      [],
    ),
  ];
}
