/** Curves of an experiment as pieces: bands, lines, error bars, boxes, runs, theory, the knee. */
import type { ColourName } from '../charts/spec.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { experiments as words } from '../words/en/experiments.ts';
import { fill } from '../words/fill.ts';
import { numberText } from '../words/numbers.ts';
import { area, pathThrough, stroke, type Piece } from '../picture/pieces.ts';
import { figureScale, namedScale, numberScale, placeOn, type Scale } from './scale.ts';
import { bandsOf, centreOf, rangeOf, reach } from './spot-range.ts';
import { typicalOf, type Spot } from './statistics.ts';
import type { Curve, ExperimentView, Look } from './view.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How wide a text is in pixels, strong or not. */
export type Measure = (text: string, strong: boolean) => number;

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

/** The part of a drawing between its axes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The colour of a lane, its dash and its marker: none of them alone says which lane it is. */
export function lookOf(lane: number): { colour: ColourName; dash: readonly number[]; marker: number } {
  const dashes = [[9, 3], [], [2, 3], [12, 3, 2, 3]] as const;
  return { colour: `lane-${((lane % 4) + 1) as 1 | 2 | 3 | 4}`, dash: dashes[lane % 4]!, marker: lane % 4 };
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
  const whole = over!.numeric && over!.values.every((value) => Number.isInteger(value));
  const xScale = over!.numeric
    ? numberScale(over!.values as number[], look.logX, whole, Math.max(3, Math.floor(width / (size * 6))))
    : namedScale(over!.names);
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
    const value = over!.numeric ? (over!.values[point] as number) : point;
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
  const shift = (index - (view.curves.length - 1) / 2) * Math.min(14, theme.size * 0.9);
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
      ...bar(spot, x(spot.point) + apart, y, colour, view.look),
      mark(marker, x(spot.point) + apart, y(centre(spot)), theme.size * 0.36, colour, theme),
    ]);
  }
  if (shown === 'runs') return [...fan(spots, placing, colour), stroke(pathThrough(line(centre)), colour, 2.5, dash)];
  const several = spots.some(({ values }) => values.length > 1);
  const bands: Piece[] = [];
  if (several && spots.length > 1) {
    for (const [low, high, opacity] of bandsOf(view.look)) {
      const upper = line((spot) => high(spot));
      const lower = line((spot) => low(spot)).reverse();
      bands.push(area(pathThrough([...upper, ...lower], true), colour, opacity));
    }
  }
  const bars =
    several && spots.length <= 12 ? spots.flatMap((spot) => bar(spot, x(spot.point), y, colour, view.look)) : [];
  const marks =
    spots.length > MARKERS_MAX
      ? []
      : spots.map((spot) =>
          mark(marker, x(spot.point), y(centre(spot)), theme.size * (spots.length > 30 ? 0.22 : 0.3), colour, theme),
        );
  // Markers tell lanes apart without colour; where there are none, dashes do.
  const dashed = marks.length > 0 ? [] : dash;
  return [...bands, stroke(pathThrough(line(centre)), colour, 2.5, dashed), ...bars, ...marks];
}

function fan(spots: readonly Spot[], { x, y }: Placing, colour: string): Piece[] {
  const most = spots.reduce((n, { replications }) => Math.max(n, (replications.at(-1) ?? 0) + 1), 0);
  const drawn = Math.min(most, 100);
  return Array.from({ length: drawn }, (_, replication) => {
    const points = spots.flatMap(({ point, values, replications }): [number, number][] => {
      const place = replications.indexOf(replication);
      return place < 0 ? [] : [[x(point), y(values[place]!)]];
    });
    return stroke(pathThrough(points), colour, 1, [], Math.max(0.15, 0.6 / Math.sqrt(drawn)));
  });
}

function bar(spot: Spot, x: number, y: Value2, colour: string, look: Look): Piece[] {
  const [low, high] = rangeOf(spot, look);
  if (low === high) return [];
  const cap = (value: number) => `M${x - 4} ${y(value)}H${x + 4}`;
  return [stroke(`M${x} ${y(low)}V${y(high)}${cap(low)}${cap(high)}`, colour, 1.5)];
}

type Value2 = (value: number) => number;

function box(spot: Spot, x: number, y: Value2, colour: string, theme: ChartTheme): Piece[] {
  const { values, quantiles } = spot;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [, q1, median, q3] = quantiles as [number, number, number, number, number];
  const half = Math.min(9, theme.size * 0.45);
  const rectangle = `M${x - half} ${y(q1)}H${x + half}V${y(q3)}H${x - half}Z`;
  return [
    stroke(`M${x} ${y(least)}V${y(q1)}M${x} ${y(q3)}V${y(most)}`, colour, 1.5),
    area(rectangle, colour, 0.25),
    stroke(rectangle, colour, 1.5),
    stroke(`M${x - half} ${y(median)}H${x + half}`, colour, 2.5),
  ];
}

/** A circle, a square, a triangle or a diamond. */
export function mark(marker: number, x: number, y: number, r: number, colour: string, theme: ChartTheme): Piece {
  const shapes = [
    `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`,
    `M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z`,
    `M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r}H${x - r * 1.15}Z`,
    `M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z`,
  ];
  return {
    kind: 'path',
    d: shapes[marker]!,
    stroke: theme.colour('sheet'),
    fill: colour,
    width: 1,
    dash: [],
    opacity: 1,
  };
}

/** Theory is dotted, a simpler law beside it dashed, and a law about the same runs a thin line. */
function theoryLines({ theory, beside, law }: Curve, { x, y, theme }: Placing): Piece[] {
  const line = (spots: readonly (readonly [point: number, value: number])[], width: number, dash: readonly number[]) =>
    spots.length < 2
      ? []
      : [stroke(pathThrough(spots.map(([point, value]) => [x(point), y(value)])), theme.colour('ink'), width, dash)];
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

function knee({ knee: at }: ExperimentView, scale: Scale, frame: Frame, theme: ChartTheme, measure: Measure): Piece[] {
  if (at === null || at < scale.min || at > scale.max) return [];
  const x = frame.left + placeOn(scale, at) * (frame.right - frame.left);
  const text = fill(words.knee, { value: numberText(at) });
  const fits = x + 8 + measure(text, true) <= frame.right;
  const { size } = theme;
  return [
    stroke(`M${x} ${frame.top}V${frame.bottom}`, theme.colour('ink'), 1.5, [4, 4]),
    {
      kind: 'text', at: [fits ? x + 6 : x - 6, frame.top + size], text, colour: theme.colour('ink'), size,
      weight: theme.strong, anchor: fits ? 'start' : 'end', rim: theme.colour('sheet'),
    },
  ]; // prettier-ignore
}

export function axisTitle({ title, unit }: ExperimentView['varied'][number]): string {
  return unit === null || unit === title.toLowerCase() ? title : fill(words.withUnit, { title, unit });
}

function axes(x: Scale, y: Scale, frame: Frame, theme: ChartTheme, title: string): Piece[] {
  const { size } = theme;
  const [rule, soft] = [theme.colour('sheet-rule'), theme.colour('ink-soft')];
  const text = (words: string, at: [number, number], anchor: 'middle' | 'end'): Piece => ({
    kind: 'text', at, text: words, colour: soft, size, weight: theme.weight, anchor, rim: null,
  }); // prettier-ignore
  return [
    ...y.ticks.flatMap(({ value, label }) => {
      const at = frame.bottom - placeOn(y, value) * (frame.bottom - frame.top);
      const line = stroke(`M${frame.left} ${at}H${frame.right}`, rule, value === 0 ? 2 : 1);
      return [line, text(label, [frame.left - size * 0.5, at + size * 0.35], 'end')];
    }),
    ...x.ticks.map(({ value, label }) => {
      const at = frame.left + placeOn(x, value) * (frame.right - frame.left);
      return text(label, [at, frame.bottom + size * 1.4], 'middle');
    }),
    text(title, [(frame.left + frame.right) / 2, frame.bottom + size * 2.8], 'middle'),
  ];
}

/** Names of lanes beside short pieces of their lines, in as many rows as they need. */
function legendRows(
  entries: readonly { lane: number; name: string }[],
  room: number,
  size: number,
  measure: Measure,
): { rows: number; pieces: (left: number, theme: ChartTheme) => Piece[] } {
  const places: { x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const { name } of entries) {
    const width = measure(name, true) + size * 4.4;
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    places.push({ x, row });
    x += width;
  }
  return {
    rows: entries.length === 0 ? 0 : row + 1,
    pieces: (left, theme) =>
      entries.flatMap(({ lane, name }, place): Piece[] => {
        const { colour: token, dash, marker } = lookOf(lane);
        const colour = theme.colour(token);
        const at = places[place]!;
        const [x0, y0] = [Math.min(left, size * 3) + at.x, size * (1.3 + 1.6 * at.row)];
        return [
          stroke(`M${x0} ${y0 - size * 0.35}H${x0 + size * 2.2}`, colour, 2.5, dash),
          mark(marker, x0 + size * 1.1, y0 - size * 0.35, size * 0.3, colour, theme),
          {
            kind: 'text', at: [x0 + size * 2.7, y0], text: name, colour, size, weight: theme.strong,
            anchor: 'start', rim: null,
          },
        ]; // prettier-ignore
      }),
  };
}
