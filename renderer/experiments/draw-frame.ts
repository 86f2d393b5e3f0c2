/** What stands around curves: axes, the knee, the legend; and how a lane looks. */
import type { ColourName } from '../charts/spec.ts';
import { thickness, type ChartTheme } from '../charts/theme.ts';
import { experiments as words } from '../words/en/experiments.ts';
import { fill } from '../words/fill.ts';
import { numberText } from '../words/numbers.ts';
import { stroke, type Piece } from '../picture/pieces.ts';
import { namedScale, numberScale, placeOn, type Scale } from './scale.ts';
import type { ExperimentView, Varied } from './view.ts';

/** How wide a text is in pixels, strong or not. */
export type Measure = (text: string, strong: boolean) => number;

/** The part of a drawing between its axes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Values that are looked at to make an axis of them. */
const VALUES_READ = 1000;

/** The colour of a lane, its dash and its marker: none of them alone says which lane it is. */
export function lookOf(lane: number): { colour: ColourName; dash: readonly number[]; marker: number } {
  const dashes = [[9, 3], [], [2, 3], [12, 3, 2, 3]] as const;
  return { colour: `lane-${((lane % 4) + 1) as 1 | 2 | 3 | 4}`, dash: dashes[lane % 4]!, marker: lane % 4 };
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
    width: thickness(theme),
    dash: [],
    opacity: 1,
  };
}

/** A line whose width and dashes grow with the type. */
export function wide(d: string, colour: string, width: number, thick: number, dash: readonly number[] = []): Piece {
  return stroke(d, colour, width * thick, dash.map((length) => length * thick)); // prettier-ignore
}

/** The axis of what is varied. A range may have a million values: its ends say how far it goes, its first ones how fine it is. */
export function scaleOf({ length, value, name, numeric }: Varied, log: boolean, most: number): Scale {
  const first = Math.min(length, VALUES_READ);
  if (!numeric) return namedScale(Array.from({ length: first }, (_, place) => name(place)));
  const values = [...Array.from({ length: first }, (_, place) => value(place)), value(length - 1)] as number[];
  return numberScale(values, log, values.every(Number.isInteger), most);
}

export function knee(
  { knee: at }: ExperimentView,
  scale: Scale,
  frame: Frame,
  theme: ChartTheme,
  measure: Measure,
): Piece[] {
  if (at === null || at < scale.min || at > scale.max) return [];
  const x = frame.left + placeOn(scale, at) * (frame.right - frame.left);
  const text = fill(words.knee, { value: numberText(at) });
  const fits = x + 8 + measure(text, true) <= frame.right;
  const { size } = theme;
  return [
    wide(`M${x} ${frame.top}V${frame.bottom}`, theme.colour('ink'), 1.5, thickness(theme), [4, 4]),
    {
      kind: 'text', at: [fits ? x + 6 : x - 6, frame.top + size], text, colour: theme.colour('ink'), size,
      weight: theme.strong, anchor: fits ? 'start' : 'end', rim: theme.colour('sheet'),
    },
  ]; // prettier-ignore
}

export function axisTitle({ title, unit }: ExperimentView['varied'][number]): string {
  return unit === null || unit === title.toLowerCase() ? title : fill(words.withUnit, { title, unit });
}

export function axes(x: Scale, y: Scale, frame: Frame, theme: ChartTheme, title: string): Piece[] {
  const { size } = theme;
  const [rule, soft] = [theme.colour('sheet-rule'), theme.colour('ink-soft')];
  const text = (words: string, at: [number, number], anchor: 'middle' | 'end'): Piece => ({
    kind: 'text', at, text: words, colour: soft, size, weight: theme.weight, anchor, rim: null,
  }); // prettier-ignore
  return [
    ...y.ticks.flatMap(({ value, label }) => {
      const at = frame.bottom - placeOn(y, value) * (frame.bottom - frame.top);
      const line = wide(`M${frame.left} ${at}H${frame.right}`, rule, value === 0 ? 2 : 1, thickness(theme));
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
export function legendRows(
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
          wide(`M${x0} ${y0 - size * 0.35}H${x0 + size * 2.2}`, colour, 2.5, thickness(theme), dash),
          mark(marker, x0 + size * 1.1, y0 - size * 0.35, size * 0.3, colour, theme),
          {
            kind: 'text', at: [x0 + size * 2.7, y0], text: name, colour, size, weight: theme.strong,
            anchor: 'start', rim: null,
          },
        ]; // prettier-ignore
      }),
  };
}
