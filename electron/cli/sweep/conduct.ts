import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { asDone, inOrder } from '../../experiment/pool.ts';
import type { Pace } from '../../experiment/pace.ts';
import { InputError, type Problem } from '../../../shared/scenario/problem.ts';
import { breathe } from '../breathe.ts';
import { Failure } from '../failure.ts';
import { figure } from '../output/clock.ts';
import { durationOf } from '../output/duration.ts';
import { Watch } from './watch.ts';
import type { Prepared } from './task.ts';
import { runUnit } from './unit.ts';
import type { UnitRecord } from '../../../shared/experiment/record.ts';

/** Wall milliseconds of work from which on worker threads are worth their start. */
const POOL_FROM_MS = 1500;

/** The entry of the workers lies where the build puts it: beside the command line, and as deep as the shared parts. */
export const SWEEP_WORKER = new URL('../cli/sweep-worker.js', import.meta.url);

/** How a sweep is worked on. */
export interface Conduct {
  /** The units that are to be done, in their order. */
  readonly units: Iterable<number>;
  /** How many those are. */
  readonly count: number;
  /** How many of the sweep, or of its shard, were done before. */
  readonly before: number;
  /** Worker threads; null for as many as are worth it. */
  readonly jobs: number | null;
  /** Whether results are wanted in the order of the units. */
  readonly ordered: boolean;
  readonly pace: Pace;
}

/** Works on the units of a sweep, here or in worker threads, and hands out what comes of them. */
export async function* conduct(sweep: Prepared, how: Conduct): AsyncGenerator<UnitRecord> {
  const { pace } = how;
  const left = how.units[Symbol.iterator]();
  const watch = new Watch(
    () => `${figure(pace.done)} of ${figure(how.before + how.count)} ${wordOf(sweep)}${leftOf(pace)}`,
    () => pace.share,
  );
  const counted = (record: UnitRecord) => {
    pace.step();
    watch.look();
    if (record.failure !== undefined) throw new Failure(record.failure);
    return record;
  };
  try {
    watch.look();
    const most = existsSync(SWEEP_WORKER) ? (how.jobs ?? availableParallelism()) : 1;
    for (let here = 0; most === 1 || how.jobs === null; here++) {
      // How long it will take shows with the first unit.
      if (most > 1 && here > 0 && (pace.leftMs ?? 0) > POOL_FROM_MS) break;
      const next = left.next();
      if (next.done === true) return;
      yield counted(await runUnit(sweep.plan, sweep.workload, next.value, sweep.limits));
      await breathe();
    }
    const jobs = Math.min(most, Math.max(1, how.count - (pace.done - how.before)));
    const pool = { entry: SWEEP_WORKER, data: sweep.task, jobs };
    const rest = { [Symbol.iterator]: () => left };
    const work = how.ordered ? inOrder : asDone;
    for await (const { result } of work<number, UnitRecord | { readonly problems: readonly Problem[] }>(rest, pool)) {
      if ('problems' in result) throw new InputError(result.problems);
      yield counted(result);
    }
  } finally {
    watch.end();
  }
}

/** What the units of a sweep are called. */
export function wordOf({ plan }: Prepared): string {
  return plan.rule === null ? 'comparisons' : 'points';
}

function leftOf(pace: Pace): string {
  const { leftMs } = pace;
  return leftMs === null ? '' : `, ${durationOf(leftMs)} left`;
}
