import { existsSync, readlinkSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome, Workers } from './conducted.ts';
import { asDone } from './pool.ts';

/** What workers find beside their task when they are to give way to everything else. */
export const GENTLE = { gentle: true } as const;

/** Worker threads for experiments of a page; null where their file is not there: it comes with the build. */
export function pageWorkers(entry: URL, jobs = pageJobs()): Workers | null {
  if (!existsSync(fileURLToPath(entry))) return null;
  return {
    jobs,
    async *work(task, units, signal) {
      const pool = { entry, data: { ...task, ...GENTLE }, jobs, signal };
      for await (const { result } of asDone<number, Outcome>(units, pool)) yield result;
    },
  };
}

/** A thread can give way on Linux alone; elsewhere a processor is left to the page. */
function pageJobs(): number {
  const processors = availableParallelism();
  return process.platform === 'linux' ? processors : Math.max(1, processors - 1);
}

/** Has the thread it is called in give way to others: on Linux each has a priority of its own. */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed the thread works like every other.
  }
}
