/**
 * What is written into a chart beside its lines and bars, as pieces that a canvas and a file draw alike: verticals with
 * their words, the legend, notes, the values of bars.
 */
import type { MarkId } from '../../shared/fold/marks.ts';
import type { BarItem, ChartSpec, ColourName, LineChart, Series } from './spec.ts';

/** The part of a chart between its axes, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Piece =
  | {
      readonly kind: 'part';
      /** Left, top, width, height. */
      readonly box: readonly [x: number, y: number, width: number, height: number];
      readonly mark: MarkId;
    }
  | {
      readonly kind: 'dot';
      readonly at: readonly [x: number, y: number];
      readonly colour: ColourName;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly colour: ColourName;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | {
      readonly kind: 'text';
      readonly at: readonly [x: number, y: number];
      readonly text: string;
      readonly colour: ColourName;
      readonly strong: boolean;
      readonly anchor: 'start' | 'end';
    };

/** How wide a text is, strong or not, in pixels. */
export type Measure = (text: string, strong: boolean) => number;

/** How a chart's type is measured and where its legend stands. */
export interface TextMetrics {
  /** Size of the type, in pixels. */
  readonly size: number;
  readonly measure: Measure;
  /** Whether there is room for a legend with a row for each name, and its notes. */
  readonly roomy: boolean;
}

/** Everything that is written into a chart whose axes span `area`. */
export function overlay(spec: ChartSpec, area: Area, metrics: TextMetrics): Piece[] {
  if (spec.kind === 'bars') return barTexts(spec.bars, spec.x.max, area, metrics.size);
  return [...verticals(spec, area, metrics), ...dots(spec, area), ...legend(spec, area, metrics)];
}

/** Distance between two rows of a legend, in sizes of its type. */
const ROW = 1.4;

/** How much room a legend above the axes takes: a row for each name, or for two where there is little room. */
export function legendHeight(spec: ChartSpec, size: number, roomy: boolean): number {
  if (spec.kind !== 'lines' || !spec.legend) return 0;
  const names = namedLines(spec).length;
  return size * (ROW * (roomy ? names : Math.ceil(names / 2)) + (roomy ? 0.3 : 0));
}

/** Where a value of the x axis lies. */
export function placeX(value: number, { min, max }: { min: number; max: number }, area: Area): number {
  return area.left + ((value - min) / (max - min)) * (area.right - area.left);
}

/** Where a value of the y axis lies. */
export function placeY(value: number, { min, max }: { min: number; max: number }, area: Area): number {
  return area.bottom - ((value - min) / (max - min)) * (area.bottom - area.top);
}

/** The last point of a line, where it is now. */
function dots(spec: LineChart, area: Area): Piece[] {
  return spec.series.flatMap(({ dot, points, colour }): Piece[] => {
    const last = points.at(-1);
    if (!dot || last === undefined) return [];
    return [{ kind: 'dot', at: [placeX(last.x, spec.x, area), placeY(last.y, spec.y, area)], colour }];
  });
}

/** Words stand on the side of their line that has room, one below the other, so that none meets its neighbour. */
function verticals(spec: LineChart, area: Area, { size, measure, roomy }: TextMetrics): Piece[] {
  const strong = !spec.legend;
  const sorted = [...spec.verticals].sort((a, b) => a.x - b.x);
  const step = Math.min(size * 1.5, (area.bottom - area.top) / Math.max(2, sorted.length + 1));
  return sorted.flatMap(({ x, label, colour }, place): Piece[] => {
    const at = placeX(x, spec.x, area);
    const line: Piece = { kind: 'line', from: [at, area.top], to: [at, area.bottom], colour, width: 2, dash: [3, 3] };
    const length = measure(label, strong);
    const room = at + 8 + length <= area.right;
    // Words that fit on neither side stand across the line rather than be cut.
    const across = !room && at - 6 - length < area.left;
    // The lines rise to the upper right: names further to the right stand lower.
    const low = area.top + (area.bottom - area.top) * 0.73 - step * (sorted.length - 1 - place);
    const named = room ? area.top + size + step * place : low;
    const plain = roomy ? area.top + size * (1 + 1.2 * place) : area.bottom - 5 - size * 1.2 * place;
    const y = strong ? named : plain;
    const x0 = across ? Math.max(area.left + 2, area.right - 2 - length) : room ? at + 6 : at - 6;
    const anchor = room || across ? 'start' : 'end';
    const text: Piece = { kind: 'text', at: [x0, y], text: label, colour, strong, anchor };
    return [line, text];
  });
}

/** Names beside short pieces of their lines; notes stand behind the names. */
function legend(spec: LineChart, area: Area, metrics: TextMetrics): Piece[] {
  if (!spec.legend) return [];
  const { size, roomy } = metrics;
  const top = area.top - legendHeight(spec, size, roomy);
  const { texts, places } = legendPlaces(spec, area, metrics);
  return namedLines(spec).flatMap(({ colour, dash, width }, place): Piece[] => {
    const at = places[place];
    if (at === undefined) return [];
    const [left, row] = at;
    const y = top + size * (1 + ROW * row);
    return [
      { kind: 'line', from: [left - 34, y - size * 0.35], to: [left - 6, y - size * 0.35], colour, width, dash },
      { kind: 'text', at: [left, y], text: texts[place]!, colour, strong: true, anchor: 'start' },
    ];
  });
}

/** What is written, and where each name begins: so far from the left, in that row. What has no place is not named. */
function legendPlaces(
  spec: LineChart,
  area: Area,
  { measure, roomy }: TextMetrics,
): { texts: readonly string[]; places: (readonly [left: number, row: number])[] } {
  const names = namedLines(spec).map(({ name }) => name);
  const noted = names.map((name, place) => [name, spec.notes[place]?.text].filter(Boolean).join(': '));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => measure(text, true)));
  // Where there is no room for the notes they are left to the description.
  const fits = widest(noted) + 40 <= area.right - area.left;
  const texts = fits && (roomy || names.length === 1) ? noted : names;
  if (roomy) return { texts, places: names.map((_, row) => [area.left + 34, row]) };
  const columns = [0, 1].map((column) => widest(names.filter((_, place) => place % 2 === column)));
  const second = area.left + 34 + columns[0]! + 50;
  if (names.length === 1 || second + columns[1]! <= area.right + 8) {
    return { texts, places: names.map((_, place) => [place % 2 === 0 ? area.left + 34 : second, place >> 1]) };
  }
  // One below the other there is room for half of them: a pinned run looks like its lane, but paler, and stands behind.
  const shown = namedLines(spec).filter(({ ghost }) => ghost !== true).length;
  const told = texts.slice(0, shown);
  return { texts, places: told.map((_, row) => [area.right - widest(told) - 4, row]) };
}

function namedLines(spec: LineChart): readonly Series[] {
  return spec.series.filter(({ theory }) => !theory);
}

/** Name and value over each bar, and theory's finish as a vertical line through it. */
function barTexts(bars: readonly BarItem[], max: number, area: Area, size: number): Piece[] {
  return bars.flatMap((bar, place): Piece[] => {
    const { top, height } = barBand(place, bars.length, area, size);
    const text = `${bar.name}  ${bar.label}`;
    const pieces: Piece[] = [
      { kind: 'text', at: [area.left, top - size * 0.3], text, colour: bar.colour, strong: true, anchor: 'start' },
    ];
    if (bar.parts !== undefined) pieces.push(...partsOf(bar.parts, { top, height }, max, area));
    if (bar.theory !== null) {
      const x = placeX(bar.theory, { min: 0, max }, area);
      pieces.push({
        kind: 'line', from: [x, top - 3], to: [x, top + height + 3], colour: bar.colour, width: 2, dash: [3, 3],
      }); // prettier-ignore
    }
    return pieces;
  });
}

/** The parts of a bar, one behind the other. */
function partsOf(
  parts: NonNullable<BarItem['parts']>,
  { top, height }: { readonly top: number; readonly height: number },
  max: number,
  area: Area,
): Piece[] {
  let before = 0;
  return parts.flatMap(({ mark, value }): Piece[] => {
    if (value <= 0) return [];
    const [left, right] = [before, before + value].map((each) => placeX(each, { min: 0, max }, area)) as [
      number,
      number,
    ];
    before += value;
    return [{ kind: 'part', box: [left, top, right - left, height], mark }];
  });
}

/** Where bar number `place` lies: below the line of type that names it, both in the middle of their band. */
export function barBand(place: number, count: number, area: Area, size: number): { top: number; height: number } {
  const band = (area.bottom - area.top) / count;
  // In a low band the bar gives way to its name.
  const name = Math.max(Math.min(24, band * 0.4), Math.min(size * 1.15, band * 0.75));
  const height = Math.min(64, band * 0.42, band - name);
  return { top: area.top + band * place + (band - height - name) / 2 + name, height };
}
