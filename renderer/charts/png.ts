import { Chart, configOf } from './config.ts';
import { offscreen, pngOf, textWidth } from '../picture/offscreen.ts';
import type { ChartSpec } from './spec.ts';
import type { DrawingSize } from './svg.ts';
import type { ChartTheme } from './theme.ts';

/** Pixels of the picture for each of the drawing. */
const RATIO = 2;

/** A chart as a picture, in twice the pixels of its size. */
export async function chartPng(
  spec: ChartSpec,
  theme: ChartTheme,
  { width, height }: DrawingSize,
  caption = '',
): Promise<Blob> {
  const top = theme.size * 3;
  const foot = theme.size * (caption === '' ? 0.5 : 1.5);
  const plot = offscreen(width, height - top).canvas;
  const config = configOf(() => ({ spec, theme }));
  Object.assign(config.options!, { responsive: false, devicePixelRatio: RATIO });
  const chart = new Chart(plot, config);
  try {
    const paint = offscreen(width * RATIO, height * RATIO);
    paint.scale(RATIO, RATIO);
    paint.fillStyle = theme.colour('sheet');
    paint.fillRect(0, 0, width, height);
    paint.drawImage(plot, theme.size / 2, top, width - theme.size, height - top - foot);
    write(paint, spec, theme);
    paint.font = `${theme.weight} ${theme.size * 0.7}px ${theme.font}`;
    paint.fillText(caption, theme.size, height - theme.size * 0.5);
    return await pngOf(paint);
  } finally {
    chart.destroy();
  }
}

function write(paint: ReturnType<typeof offscreen>, { title, subtitle }: ChartSpec, theme: ChartTheme): void {
  const { size } = theme;
  paint.font = `${theme.strong} ${size * 1.25}px ${theme.font}`;
  paint.fillStyle = theme.colour('ink');
  paint.fillText(title, size, size * 1.9);
  const width = textWidth(title, paint.font);
  paint.font = `${theme.weight} ${size}px ${theme.font}`;
  paint.fillStyle = theme.colour('ink-soft');
  paint.fillText(subtitle, size * 2 + width, size * 1.9);
}
