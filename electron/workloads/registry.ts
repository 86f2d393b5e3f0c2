import { chained } from './chained.ts';
import { count } from './count.ts';
import { countdown } from './countdown.ts';
import { exhibition } from './exhibition.ts';
import { generators } from './generators.ts';
import { makerandom } from './makerandom.ts';
import { philosophers } from './philosophers.ts';
import { queue } from './queue.ts';
import { requests } from './requests.ts';
import type { Workload } from './workload.ts';

/** Every program there is, in the order in which they are offered. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each has parameters of its own, checked by its schema
export const workloads: readonly Workload<any>[] = [
  exhibition,
  queue,
  countdown,
  count,
  makerandom,
  chained,
  requests,
  philosophers,
  generators,
];
