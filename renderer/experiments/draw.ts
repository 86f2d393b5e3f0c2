import type { ChartTheme } from '../charts/theme.ts';
import { drawCurves, type Drawing, type Size } from './draw-curves.ts';
import type { Measure } from './draw-frame.ts';
import { drawHeat } from './draw-heat.ts';
import type { ExperimentView } from './view.ts';

/** An experiment as pieces: curves over one parameter, maps over two. */
export function draw(view: ExperimentView, size: Size, theme: ChartTheme, measure: Measure): Drawing {
  return view.varied.length > 1 ? drawHeat(view, size, theme, measure) : drawCurves(view, size, theme, measure);
}
