/** Every chart there is, in the order in which they are offered. */
import { en } from '../../i18n/en.ts';
import type { ChartSpec } from '../spec.ts';
import type { ChartView } from '../view.ts';
import { makespanChart } from './makespan.ts';
import { progressChart } from './progress.ts';
import { readyChart } from './ready.ts';
import { throughputChart } from './throughput.ts';
import { utilisationChart } from './utilisation.ts';
import { waitsChart } from './waits.ts';

const makers = {
  progress: progressChart,
  throughput: throughputChart,
  utilisation: utilisationChart,
  ready: readyChart,
  waits: waitsChart,
  makespan: makespanChart,
} satisfies Record<string, (view: ChartView) => ChartSpec>;

export type ChartId = keyof typeof makers;

export const chartIds = Object.keys(makers) as ChartId[];

/** A chart of what is on screen. */
export function chartOf(id: ChartId, view: ChartView): ChartSpec {
  return makers[id](view);
}

/** What a chart is called at a kind of stage. */
export function chartTitle(id: ChartId, stage: string): string {
  const text: { readonly title: string; readonly elsewhere?: string } = en.charts[id];
  return stage === 'boards' ? text.title : (text.elsewhere ?? text.title);
}
