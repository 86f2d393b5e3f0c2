/** A chart as something that can be taken home. */
import type { Exportable, Look } from '../exports/exportable.ts';
import { NOTHING } from '../exports/look.ts';
import { Chart, configOf } from './config.ts';
import { offscreen, textWidth } from '../picture/offscreen.ts';
import type { Size } from '../picture/areas.ts';
import { measureIn } from './measure.ts';
import type { ChartSpec } from './spec.ts';
import { chartDrawing } from './svg.ts';
import { dataTable } from './table.ts';
import { enlarged, readTheme, type ChartTheme } from './theme.ts';

/** Width and height of an exported chart, for a slide; its type is as large as is read there. */
export const EXPORT_SIZE: Size = { width: 1200, height: 649 };
const EXPORT_TEXT = 20;

export function chartExport(spec: ChartSpec, size = EXPORT_SIZE): Exportable {
  return {
    part: spec.id,
    title: spec.title,
    size,
    paint: ({ context, inks }, look) => paintChart(context, spec, themeOf(look), size, inks.ratio),
    drawing: (look) => chartDrawing(spec, themeOf(look), size, measureIn(themeOf(look))),
    table: () => dataTable(spec),
  };
}

/** The theme of a chart in a picture. */
export function themeOf({ element, transparent }: Look, size = EXPORT_TEXT): ChartTheme {
  const theme = enlarged(readTheme(element), size);
  return transparent ? { ...theme, colour: (name) => (name === 'sheet' ? NOTHING : theme.colour(name)) } : theme;
}

/** Draws a chart with its title. It is drawn in the pixels of the picture, not scaled up. */
function paintChart(
  context: CanvasRenderingContext2D,
  spec: ChartSpec,
  theme: ChartTheme,
  { width, height }: Size,
  ratio: number,
): void {
  const top = theme.size * 3;
  const [plotWidth, plotHeight] = [width - theme.size, height - top - theme.size * 0.25];
  const plot = offscreen(plotWidth, plotHeight).canvas;
  const config = configOf(() => ({ spec, theme }));
  Object.assign(config.options!, { responsive: false, devicePixelRatio: ratio });
  const chart = new Chart(plot, config);
  try {
    context.drawImage(plot, theme.size / 2, top, plotWidth, plotHeight);
    write(context, spec, theme);
  } finally {
    chart.destroy();
  }
}

function write(context: CanvasRenderingContext2D, { title, subtitle }: ChartSpec, theme: ChartTheme): void {
  const { size } = theme;
  context.font = `${theme.strong} ${size * 1.25}px ${theme.font}`;
  context.fillStyle = theme.colour('ink');
  context.fillText(title, size, size * 1.9);
  const width = textWidth(title, context.font);
  context.font = `${theme.weight} ${size}px ${theme.font}`;
  context.fillStyle = theme.colour('ink-soft');
  context.fillText(subtitle, size * 2 + width, size * 1.9);
}
