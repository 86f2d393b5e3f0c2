import { summarise } from '../../shared/fold/summary.ts';
import type { CatalogueEntry, LaneInfo } from '../../shared/protocol/pushes.ts';
import { version } from '../words/version.ts';
import { readLog } from '../../shared/trace/log.ts';
import type { Trace } from '../../shared/trace/trace.ts';

/** What is exported of a lane. */
export interface RunLane {
  readonly info: LaneInfo;
  readonly trace: Trace;
  /** When the main task ended; null while it lives. */
  readonly makespan: number | null;
}

/** What the run of every lane was and what happened in it, as the command line writes it: scenario, summary, log. */
export function runJson(lanes: readonly RunLane[], entry: Pick<CatalogueEntry, 'stage' | 'vocabulary'>): string {
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
  return `${JSON.stringify({ simul: version, runs }, null, 1)}\n`;
}
