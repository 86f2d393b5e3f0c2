/** A chart in the terms of Chart.js. Only its parts that are used are registered. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type ChartData,
  type ChartDataset,
  type ChartOptions,
  type Point,
  type Scale,
} from 'chart.js';
import { overlayPlugin } from './canvas-overlay.ts';
import { GHOST_OPACITY, GHOST_WIDTH } from './ghost.ts';
import { barBand, legendHeight } from './overlay.ts';
import type { Axis, BarChart, ChartSpec, Series } from './spec.ts';
import { thickness, type ChartTheme } from './theme.ts';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  CategoryScale,
  BarController,
  BarElement,
  Filler,
);

export { Chart };

type Kind = 'line' | 'bar';
type Data = (Point | number)[];

/** A chart's data as Chart.js takes them: plain arrays, sorted, nothing left to parse. */
export function dataOf(spec: ChartSpec, theme: ChartTheme): ChartData<Kind, Data> {
  if (spec.kind === 'lines') return { datasets: spec.series.map((series) => lineOf(series, theme)) };
  return { labels: spec.bars.map(({ name }) => name), datasets: [barsOf(spec, theme)] };
}

/**
 * Whether all but the data of two charts is the same, so that one can take the other's place without its options being
 * read anew, which is most of the work.
 */
export function sameFrame(a: ChartSpec, b: ChartSpec): boolean {
  return frameOf(a) === frameOf(b);
}

function frameOf(spec: ChartSpec): string {
  if (spec.kind === 'bars') return JSON.stringify([spec.id, spec.x, spec.bars.map(({ name }) => name)]);
  const { id, x, y, legend, series } = spec;
  return JSON.stringify([id, x, y, legend, series.map(({ points: _, ...look }) => look)]);
}

/** Everything of a chart but its data. */
export function optionsOf(spec: ChartSpec, theme: ChartTheme): ChartOptions<Kind> {
  const scale = (axis: Axis, grid: boolean) => ({
    type: 'linear' as const,
    min: axis.min,
    max: axis.max,
    border: { display: false },
    grid: { display: grid, color: theme.colour('sheet-rule'), drawTicks: false },
    // The ticks are given; Chart.js only places them.
    afterBuildTicks: (built: Scale) => {
      built.ticks = axis.ticks.map((tick) => ({ ...tick }));
    },
    ticks: {
      color: theme.colour('ink-soft'),
      font: { family: theme.font, size: theme.size, weight: Number(theme.weight) || 400 },
      padding: 4,
      maxRotation: 0,
      autoSkip: false,
      callback: (value: string | number) => axis.ticks.find((tick) => tick.value === Number(value))?.label ?? '',
    },
  });
  const x = scale(spec.x, spec.kind === 'bars');
  const rest = { animation: false as const, responsive: true, maintainAspectRatio: false, events: [] };
  const above = legendHeight(spec, theme.size, theme.roomy);
  const layout = { padding: { top: theme.size * 0.6 + above, right: theme.size * 1.6 } };
  if (spec.kind === 'lines') {
    return { ...rest, layout, parsing: false as const, normalized: true, scales: { x, y: scale(spec.y, true) } };
  }
  const y = { type: 'category' as const, display: false };
  return { ...rest, layout, indexAxis: 'y', scales: { x, y } };
}

/** A chart as Chart.js draws it; `now` is asked for what is written into it. */
export function configOf(now: () => { spec: ChartSpec; theme: ChartTheme }): ChartConfiguration<Kind, Data> {
  const { spec, theme } = now();
  const plugins = [overlayPlugin(now), bandsPlugin(now)];
  return {
    type: spec.kind === 'lines' ? 'line' : 'bar',
    data: dataOf(spec, theme),
    options: optionsOf(spec, theme),
    plugins,
  };
}

function pale(colour: string): string {
  return `color-mix(in srgb, ${colour} ${GHOST_OPACITY * 100}%, transparent)`;
}

function lineOf(series: Series, theme: ChartTheme): ChartDataset<Kind, Data> {
  const own = theme.colour(series.colour);
  const thick = thickness(theme);
  const colour = series.ghost === true ? pale(own) : own;
  return {
    label: series.name,
    data: series.points.map(({ x, y }) => ({ x, y })),
    borderColor: colour,
    backgroundColor: series.filled ? `color-mix(in srgb, ${colour} 16%, transparent)` : colour,
    fill: series.filled && series.ghost !== true ? 'origin' : false,
    borderWidth: (series.ghost === true ? series.width * GHOST_WIDTH : series.width) * thick,
    // Chart.js draws what has the higher order first.
    order: series.ghost === true ? 1 : 0,
    borderDash: series.dash.map((each) => each * thick),
    stepped: series.stepped ? 'before' : false,
    tension: 0,
    pointRadius: 0,
    clip: false,
  };
}

function barsOf({ bars }: BarChart, theme: ChartTheme): ChartDataset<Kind, Data> {
  return {
    // Parts are drawn over it.
    data: bars.map(({ value, parts }) => (parts === undefined ? value : 0)),
    backgroundColor: bars.map(({ colour, ghost }) =>
      ghost === true ? pale(theme.colour(colour)) : theme.colour(colour),
    ),
    barThickness: 1,
  };
}

/** Puts bars where the names leave room for them, instead of into the middle of their bands. */
function bandsPlugin(now: () => { spec: ChartSpec; theme: ChartTheme }): {
  id: string;
  beforeDatasetsDraw: (chart: Chart) => void;
} {
  return {
    id: 'bands',
    beforeDatasetsDraw(chart) {
      const { spec, theme } = now();
      if (spec.kind !== 'bars') return;
      chart.getDatasetMeta(0).data.forEach((element, place) => {
        const { top, height } = barBand(place, spec.bars.length, chart.chartArea, theme.size);
        Object.assign(element, { y: top + height / 2, height });
      });
    },
  };
}
