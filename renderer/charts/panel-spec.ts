import { chartOf } from './kinds/index.ts';
import type { PanelId } from './panel.ts';
import type { ChartSpec } from './spec.ts';
import type { ChartView } from './view.ts';
import { zoomed } from './zoom.ts';

/** The chart of a panel as it is shown, of the stretch that is shown; null for the comparison of lanes. */
export function panelSpec(id: PanelId, view: ChartView): ChartSpec | null {
  return id === 'comparison' ? null : zoomed(chartOf(id, view), view.stretch ?? null);
}
