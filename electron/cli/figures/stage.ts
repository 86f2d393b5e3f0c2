import type { Workload } from '../../workloads/workload.ts';
import { boards } from './boards.ts';
import type { StageFigures } from './figures.ts';
import { queue } from './queue.ts';
import { requests } from './requests.ts';

/** A stage about which nothing special is known. */
const plain: StageFigures = {
  fold: () => ({ event() {}, summaryAt: () => ({}), means: () => ({}) }),
  columns: [],
  lines: () => [],
  sentences: () => [],
  facts: () => ({}),
};

const stages: Readonly<Record<string, StageFigures>> = { boards, queue, requests };

export function figuresOf(workload: Workload<unknown>): StageFigures {
  return stages[workload.stage ?? ''] ?? plain;
}
