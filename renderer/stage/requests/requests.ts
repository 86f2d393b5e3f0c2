import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import { RequestsStageFold } from '../../../shared/fold/requests-stage.ts';
import { fill } from '../../words/fill.ts';
import { requests as words } from '../../words/en/requests.ts';
import { taskCharts } from '../kit/chart-settings.ts';
import type { StageKind, StageLane } from '../kit/kind.ts';
import { plain } from '../kit/plain.ts';
import { areasOf } from './areas.ts';
import { layoutRequests, type RequestsLayout } from './layout.ts';
import { paintRequests } from './paint.ts';
import { HEART as HEART_NAME, rolesOf, viewRequests, type RequestsView } from './view.ts';

/** Pages that are asked for beside a heartbeat, and the loop that serves both. */
export const requests: StageKind<RequestsStageFold, { readonly pages: number }, RequestsLayout, RequestsView> = {
  ...plain,
  id: 'requests',
  icon: HeartPulse,
  // A heart that has a thread or a process of its own takes no worker from the pages.
  charts: {
    ...taskCharts,
    blocks: ({ info, trace }, task) => info.scenario.model === 'asynchronous' || trace.names.tasks[task] !== HEART_NAME,
  },
  picture: {
    testid: 'requests',
    fold: () => new RequestsStageFold(),
    shape: ({ lane }) => ({ pages: pagesOf(lane) }),
    label: ({ title }, { pages }) => fill(words.name, { title, pages }),
    layout: (size, { pages }, { sizes }) => layoutRequests(size, pages, sizes),

    view({ lane, fold, playback }, layout) {
      const roles = rolesOf(pagesOf(lane), lane.trace.names.tasks);
      return viewRequests(fold, roles, layout?.ranks.length ?? 0, playback.t);
    },

    areas: (layout, view) => areasOf(layout, view).map(({ area }) => area),
    areasKey: ({ roles, holder, ranking }) =>
      [roles.heart, holder?.task ?? -1, ...ranking.map(({ task }) => task)].join(),
    names: (view, _areas, layout) => areasOf(layout, view).map(({ text }) => text),

    painter: (pen, layout, lane) => (view, selected) => {
      paintRequests(pen, { layout, view, workers: lane.info.scenario.workers, selected });
      return false;
    },
  },
};

function pagesOf({ info }: Pick<StageLane, 'info'>): number {
  const { requests: pages } = info.scenario.params as { requests?: unknown };
  return typeof pages === 'number' ? pages : 0;
}
