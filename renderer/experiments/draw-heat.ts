/** Two parameters against each other: a map for each lane, the figure as the depth of its colour and as a number. */
import type { ChartTheme } from '../charts/theme.ts';
import { area, stroke, type Piece } from '../picture/pieces.ts';
import type { Drawing, Size, Target } from './draw-curves.ts';
import { axisTitle, lookOf, type Measure } from './draw-frame.ts';
import { centreOf } from './spot-range.ts';
import { figureText } from './figures.ts';
import { typicalOf } from './statistics.ts';
import type { Curve, ExperimentView, Varied } from './view.ts';

export function drawHeat(view: ExperimentView, { width, height }: Size, theme: ChartTheme, measure: Measure): Drawing {
  const { curves } = view;
  const columns = curves.length <= 3 ? curves.length : Math.ceil(curves.length / 2);
  const rows = Math.ceil(curves.length / Math.max(1, columns));
  const values = curves.flatMap(({ spots }) => spots.map((spot) => centreOf(spot, view.look.shown)));
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const depth = (value: number) => {
    if (most === least) return 0.5;
    if (view.look.logY && least > 0) return Math.log(value / least) / Math.log(most / least);
    return (value - least) / (most - least);
  };
  const targets: Target[] = [];
  const pieces = curves.flatMap((curve, index) => {
    const cell = { x: index % columns, y: Math.floor(index / columns) };
    const place = {
      left: (width / columns) * cell.x,
      top: (height / rows) * cell.y,
      width: width / columns,
      height: height / rows,
    };
    return heatMap(curve, view, place, depth, theme, measure, targets);
  });
  return { pieces, targets };
}

function heatMap(
  { lane, name, spots }: Curve,
  view: ExperimentView,
  place: { left: number; top: number; width: number; height: number },
  depth: (value: number) => number,
  theme: ChartTheme,
  measure: Measure,
  targets: Target[],
): Piece[] {
  const { size } = theme;
  const [first, second] = view.varied as [Varied, Varied];
  const colour = theme.colour(lookOf(lane).colour);
  const soft = theme.colour('ink-soft');
  const [columns, rows] = [shownOf(first), shownOf(second)];
  const widest = Math.max(...rows.map((text) => measure(text, false)), 0);
  const left = place.left + widest + size * 2.4;
  const right = place.left + place.width - size * 0.8;
  const top = place.top + size * 2.4;
  const bottom = place.top + place.height - size * 3.2;
  const [w, h] = [(right - left) / columns.length, (bottom - top) / rows.length];
  const text = (words: string, at: [number, number], anchor: 'start' | 'middle' | 'end', ink = soft, strong = false): Piece => ({
    kind: 'text', at, text: words, colour: ink, size, weight: strong ? theme.strong : theme.weight, anchor, rim: null,
  }); // prettier-ignore
  const inner = second.length;
  const cells = spots.flatMap((spot): Piece[] => {
    const [i, j] = [
      Math.floor(Math.floor(spot.point / inner) / first.step),
      Math.floor((spot.point % inner) / second.step),
    ];
    const x = left + i * w;
    const y = bottom - (j + 1) * h;
    const value = centreOf(spot, view.look.shown);
    targets.push({ x: x + w / 2, y: y + h / 2, point: spot.point, lane, replication: typicalOf(spot, value), value });
    const deep = depth(value);
    const box = `M${x + 0.5} ${y + 0.5}H${x + w - 0.5}V${y + h - 0.5}H${x + 0.5}Z`;
    const words = figureText(value, view.figure);
    const fits = measure(words, false) + 6 <= w && size * 1.3 <= h;
    const ink = deep > 0.5 ? theme.colour('sheet') : theme.colour('ink');
    return [
      area(box, theme.colour('sheet')),
      area(box, colour, 0.08 + 0.87 * deep),
      ...(fits ? [text(words, [x + w / 2, y + h / 2 + size * 0.35], 'middle', ink)] : []),
    ];
  });
  const everyX = Math.max(1, Math.ceil((Math.max(...columns.map((each) => measure(each, false)), 1) + size) / w));
  const everyY = Math.max(1, Math.ceil((size * 1.3) / h));
  return [
    ...cells,
    stroke(`M${left} ${top}H${right}V${bottom}H${left}Z`, theme.colour('sheet-rule'), 1),
    text(name, [left, place.top + size * 1.5], 'start', colour, true),
    ...columns.flatMap((label, i) =>
      i % everyX === 0 ? [text(label, [left + (i + 0.5) * w, bottom + size * 1.4], 'middle')] : [],
    ),
    ...rows.flatMap((label, j) =>
      j % everyY === 0 ? [text(label, [left - size * 0.5, bottom - (j + 0.5) * h + size * 0.35], 'end')] : [],
    ),
    text(axisTitle(first), [(left + right) / 2, bottom + size * 2.7], 'middle'),
    text(`↑ ${axisTitle(second)}`, [right, place.top + size * 1.5], 'end'),
  ];
}

/** What the values that are drawn are called, of several that stand for one the first. */
function shownOf({ length, step, name }: Varied): string[] {
  return Array.from({ length: Math.ceil(length / step) }, (_, place) => name(place * step));
}
