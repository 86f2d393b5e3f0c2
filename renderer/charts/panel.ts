/** What can stand in a place for charts: a chart, or the comparison of lanes. */
import type { ChartSettings } from '../stage/kit/kind.ts';
import { compare } from '../words/en/compare.ts';
import { chartsIn, chartTitle, shownChart, type ChartId } from './kinds/index.ts';
import type { ChartView } from './view.ts';

export type PanelId = ChartId | 'comparison';

/** Panels that are shown at the same time at most. */
export const PANELS_MOST = 4;

export function panelsIn(view: Pick<ChartView, 'lanes' | 'kind'>): PanelId[] {
  return [...chartsIn(view), 'comparison'];
}

export function panelTitle(id: PanelId, settings: ChartSettings): string {
  return id === 'comparison' ? compare.title : chartTitle(id, settings);
}

/** The panel that is shown of those there are, when this one is wanted. */
export function shownPanel(wanted: PanelId, offered: readonly PanelId[]): PanelId {
  if (wanted === 'comparison') return wanted;
  return shownChart(wanted, offered.filter((id) => id !== 'comparison')); // prettier-ignore
}

/** Those with one more or one less: at least one, at most four of them. */
export function toggled(shown: readonly PanelId[], id: PanelId): readonly PanelId[] {
  if (!shown.includes(id)) return shown.length < PANELS_MOST ? [...shown, id] : shown;
  return shown.length === 1 ? shown : shown.filter((each) => each !== id);
}
