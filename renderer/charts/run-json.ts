import { summarise } from '../../shared/fold/summary.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { readLog } from '../../shared/trace/log.ts';
import type { ChartLane } from './view.ts';

/** What the run of every lane was and what happened in it, as the command line writes it: scenario, summary, log. */
export function runJson(lanes: readonly ChartLane[], entry: Pick<CatalogueEntry, 'stage' | 'vocabulary'>): string {
  const runs = lanes.map(({ info, trace, makespan }) => {
    const { scenario } = info;
    const { model, workers } = scenario;
    return {
      ...scenario,
      makespan,
      summary: summarise(trace, { model, workers, stage: entry.stage }, Infinity),
      log: readLog(trace, entry.vocabulary),
    };
  });
  return `${JSON.stringify({ runs }, null, 1)}\n`;
}
