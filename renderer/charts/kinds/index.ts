/** Every chart there is, in the order in which they are offered. */
import { en } from '../../words/en.ts';
import { sampledText } from '../../stage/titles.ts';
import { fill } from '../../words/fill.ts';
import type { ChartSpec } from '../spec.ts';
import type { ChartSettings } from '../../stage/kit/kind.ts';
import { settingsOf, type ChartView } from '../view.ts';
import { isWhole } from '../whole.ts';
import { depthChart } from './depth.ts';
import { ecdfChart } from './ecdf.ts';
import { holdersChart } from './holders.ts';
import { lagChart, lagsChart } from './lag.ts';
import { makespanChart } from './makespan.ts';
import { progressChart } from './progress.ts';
import { readyChart } from './ready.ts';
import { splitChart } from './split.ts';
import { throughputChart } from './throughput.ts';
import { utilisationChart } from './utilisation.ts';
import { waitsChart } from './waits.ts';

const makers = {
  progress: progressChart,
  throughput: throughputChart,
  utilisation: utilisationChart,
  ready: readyChart,
  depth: depthChart,
  waits: waitsChart,
  ecdf: ecdfChart,
  lag: lagChart,
  lags: lagsChart,
  holders: holdersChart,
  split: splitChart,
  makespan: makespanChart,
} satisfies Record<string, (view: ChartView) => ChartSpec>;

export type ChartId = keyof typeof makers;

/** Whether a chart has something to say where charts are set so; it has if it is not here. */
const says: Readonly<Partial<Record<ChartId, (settings: ChartSettings) => boolean>>> = {
  ready: ({ ready }) => ready !== null,
  depth: ({ depth }) => depth,
  lag: ({ lag }) => lag,
  lags: ({ lag }) => lag,
  holders: ({ lag }) => lag,
};

/** Charts of what tasks do to each other: they say nothing of one that is alone. */
const ofSeveral: readonly ChartId[] = ['ready', 'waits', 'ecdf', 'lag', 'lags', 'holders'];

/** The charts there are of what is on screen. */
export function chartsIn(view: Pick<ChartView, 'lanes' | 'kind'>): ChartId[] {
  const settings = settingsOf(view);
  const alone = view.lanes.every(({ trace }) => trace.names.tasks.length <= 1);
  return (Object.keys(makers) as ChartId[]).filter((id) => {
    return (says[id]?.(settings) ?? true) && !(alone && ofSeveral.includes(id));
  });
}

/** A chart of what is on screen. */
export function chartOf(id: ChartId, view: ChartView): ChartSpec {
  const chart = makers[id](view);
  const sampled = sampledNote(id, view);
  return sampled === '' ? chart : { ...chart, subtitle: [chart.subtitle, sampled].filter(Boolean).join('; ') };
}

/** Charts of figures of the whole run: at its end they are told of every event, whether it was kept or not. */
const ofWholeRuns: readonly ChartId[] = ['waits', 'ecdf', 'lags', 'makespan'];

/** Of which lanes not every event is kept, and what of a chart is drawn from those that are; '' where all are kept. */
function sampledNote(id: ChartId, { lanes, at }: ChartView): string {
  const told = lanes.flatMap((lane) => {
    const ratio = sampledText(lane);
    return ratio === null ? [] : [{ lane, ratio }];
  });
  if (told.length === 0) return '';
  if (ofWholeRuns.includes(id) && told.every(({ lane }) => isWhole(lane, at))) return en.charts.everyEvent;
  return fill(en.charts.sampled, { ratios: [...new Set(told.map(({ ratio }) => ratio))].join(', ') });
}

/** The chart that is shown of those there are, when this one is wanted. */
export function shownChart(wanted: ChartId, offered: readonly ChartId[]): ChartId {
  const alike: Readonly<Partial<Record<ChartId, ChartId>>> = { ready: 'depth', depth: 'ready' };
  return [wanted, alike[wanted]].find((id) => id !== undefined && offered.includes(id)) ?? 'progress';
}

/** What a chart is called. */
export function chartTitle(id: ChartId, settings: ChartSettings): string {
  switch (id) {
    case 'progress':
    case 'throughput':
    case 'utilisation':
    case 'waits':
      return settings[id].title;
    case 'ready':
      return (settings.ready ?? en.charts.ready.elsewhere).title;
    default:
      return en.charts[id].elsewhere.title;
  }
}
