/**
 * A chart as a drawing: lines, dashes and words, no picture inside. Words that others make room for are as long as they
 * were measured, whatever font they are shown in.
 */
import type { Size } from '../picture/areas.ts';
import { escaped, lengthText as n, tag } from '../picture/markup.ts';
import { svgPatterns } from '../picture/svg-patterns.ts';
import { barBand, legendHeight, overlay, placeX, placeY, type Area, type Measure, type Piece } from './overlay.ts';
import { GHOST_OPACITY, GHOST_WIDTH } from './ghost.ts';
import type { BarChart, ChartSpec, LineChart, Point, Series } from './spec.ts';
import { thickness, type ChartTheme } from './theme.ts';

/** The elements of an SVG that show a chart. `measure` knows the theme's font; without it lengths are guessed. */
export function chartDrawing(
  spec: ChartSpec,
  theme: ChartTheme,
  { width, height }: Size,
  measure: Measure | null = null,
): string {
  const { size } = theme;
  const area: Area = {
    left: size * (spec.kind === 'lines' ? 1.4 + 0.62 * longest(spec.y.ticks.map(({ label }) => label)) : 1.2),
    top: size * 3.4 + legendHeight(spec, size, true),
    right: width - size * 2.4,
    bottom: height - size * 3.6,
  };
  const content = [
    tag('desc', {}, escaped(spec.description)),
    ...(spec.kind === 'bars' && spec.bars.some(({ parts }) => parts !== undefined)
      ? [tag('defs', {}, patternsOf(theme))]
      : []),
    heading(spec, theme, area),
    axes(spec, theme, area),
    spec.kind === 'lines' ? lines(spec, theme, area) : bars(spec, theme, area),
    ...overlay(spec, area, { size, measure: measure ?? guess(size), roomy: true }).map((piece) =>
      drawn(piece, theme, measure),
    ),
  ];
  return tag('g', { 'font-size': size, 'font-weight': theme.weight }, `\n${content.join('\n')}\n`);
}

function patternsOf({ colour }: ChartTheme): string {
  return svgPatterns({ sheet: colour('sheet'), wait: colour('wait'), hold: colour('hold') });
}

function heading(spec: ChartSpec, theme: ChartTheme, { left }: Area): string {
  const { size } = theme;
  const rest = { dx: size * 0.8, 'font-weight': theme.weight, 'font-size': size, fill: theme.colour('ink-soft') };
  const words = escaped(spec.title) + tag('tspan', rest, escaped(spec.subtitle));
  const title = { x: left, y: size * 1.9, 'font-weight': theme.strong, 'font-size': size * 1.25 };
  return tag('text', { ...title, fill: theme.colour('ink') }, words);
}

/** How wide a text is, about: a file cannot know which font it will be shown in. */
function guess(size: number): Measure {
  return (text, strong) => text.length * size * (strong ? 0.62 : 0.57);
}

function axes(spec: ChartSpec, theme: ChartTheme, area: Area): string {
  const { size } = theme;
  const [rule, soft] = [theme.colour('sheet-rule'), theme.colour('ink-soft')];
  const across = spec.x.ticks.map(({ value, label }) => {
    const x = placeX(value, spec.x, area);
    const line =
      spec.kind === 'bars' ? tag('path', { d: `M${n(x)} ${n(area.top)}V${n(area.bottom)}`, stroke: rule }) : '';
    return line + tag('text', { x, y: area.bottom + size * 1.4, 'text-anchor': 'middle', fill: soft }, escaped(label));
  });
  const title = { x: (area.left + area.right) / 2, y: area.bottom + size * 2.9, 'text-anchor': 'middle', fill: soft };
  const up = spec.kind === 'bars' ? [] : spec.y.ticks.map(({ value, label }) => {
    const y = placeY(value, spec.y, area);
    const line = tag('path', { d: `M${n(area.left)} ${n(y)}H${n(area.right)}`, stroke: rule });
    const at = { x: area.left - size * 0.5, y: y + size * 0.35, 'text-anchor': 'end', fill: soft };
    return line + tag('text', at, escaped(label));
  }); // prettier-ignore
  return tag('g', {}, [...up, ...across, tag('text', title, escaped(spec.x.title))].join(''));
}

function lines(spec: LineChart, theme: ChartTheme, area: Area): string {
  // What was pinned lies behind.
  const order = [...spec.series].sort((a, b) => Number(b.ghost ?? false) - Number(a.ghost ?? false));
  return order.map((series) => line(series, spec, theme, area)).join('\n');
}

function line(series: Series, spec: LineChart, theme: ChartTheme, area: Area): string {
  const { points, stepped, filled, dash, width } = series;
  const [first] = points;
  if (first === undefined) return '';
  const colour = theme.colour(series.colour);
  const x = (point: Point) => n(placeX(point.x, spec.x, area));
  const y = (point: Point) => n(placeY(point.y, spec.y, area));
  const rest = points.slice(1).map((point) => (stepped ? `H${x(point)}V${y(point)}` : `L${x(point)} ${y(point)}`));
  const d = `M${x(first)} ${y(first)}${rest.join('')}`;
  const floor = n(area.bottom);
  const ghost = series.ghost === true;
  const thick = thickness(theme);
  const thin = ghost ? { 'stroke-opacity': GHOST_OPACITY } : {};
  const stroke = {
    stroke: colour,
    'stroke-width': (ghost ? width * GHOST_WIDTH : width) * thick,
    'stroke-linejoin': 'round',
    ...thin,
  };
  return tag(
    'g',
    { 'data-series': series.name },
    (filled && !ghost ? tag('path', { d: `${d}V${floor}H${x(first)}Z`, fill: colour, 'fill-opacity': 0.16 }) : '') +
      tag('path', { d, fill: 'none', ...stroke, ...dashed(dash, thick) }),
  );
}

function bars(spec: BarChart, theme: ChartTheme, area: Area): string {
  return spec.bars
    .map((bar, place) => {
      const { top, height } = barBand(place, spec.bars.length, area, theme.size);
      const width = placeX(bar.value, spec.x, area) - area.left;
      return tag('rect', {
        'data-series': bar.name,
        x: area.left,
        y: top,
        width: bar.parts === undefined ? width : 0,
        height,
        fill: theme.colour(bar.colour),
        ...(bar.ghost === true ? { 'fill-opacity': GHOST_OPACITY } : {}),
      });
    })
    .join('\n');
}

function drawn(piece: Piece, theme: ChartTheme, measure: Measure | null): string {
  if (piece.kind === 'part') return part(piece, theme);
  const thick = thickness(theme);
  if (piece.kind === 'dot') {
    const [cx, cy] = piece.at;
    const edge = { stroke: theme.colour('sheet'), 'stroke-width': 1.5 * thick };
    return tag('circle', { cx, cy, r: 4.5 * thick, fill: theme.colour(piece.colour), ...edge });
  }
  if (piece.kind === 'line') {
    const d = `M${piece.from.map(n).join(' ')}L${piece.to.map(n).join(' ')}`;
    const look = { stroke: theme.colour(piece.colour), 'stroke-width': piece.width * thick };
    return tag('path', { d, ...look, ...dashed(piece.dash, thick) });
  }
  const rim = { stroke: theme.colour('sheet'), 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
  const [x, y] = piece.at;
  const weight = piece.strong ? { 'font-weight': theme.strong } : {};
  const length =
    measure === null ? {} : { textLength: measure(piece.text, piece.strong), lengthAdjust: 'spacingAndGlyphs' };
  const at = { x, y, 'text-anchor': piece.anchor, fill: theme.colour(piece.colour), ...length, ...rim, ...weight };
  return tag('text', at, escaped(piece.text));
}

function part({ box, mark }: Extract<Piece, { kind: 'part' }>, theme: ChartTheme): string {
  const [x, y, width, height] = box;
  const looks = {
    running: { fill: theme.colour('run') },
    ready: { fill: 'none', stroke: theme.colour('ready'), 'stroke-width': 1.5 },
    waiting: { fill: 'url(#waiting)' },
    holding: { fill: 'url(#blocking)' },
  };
  return tag('rect', { 'data-mark': mark, x, y, width, height, ...looks[mark] });
}

function dashed(dash: readonly number[], thick: number): Record<string, string> {
  return dash.length === 0 ? {} : { 'stroke-dasharray': dash.map((each) => n(each * thick)).join(' ') };
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
