import { memory } from './memory.ts';
import { workloads, type Measurement } from './workloads.ts';
import { Trace } from '../../shared/trace/trace.ts';

/** Least and most often a process repeats a workload, and how long it may take, in seconds. */
const REPEATS = { least: 2, most: 6, seconds: 4 };

/** What every contender prints, a line of JSON for each run of the workload in its process. */
export interface Printed extends Measurement {
  /** Bytes of memory just before the first run, and the most up to the end of this one; 0 where unknown. */
  readonly before: number;
  readonly peak: number;
}

/**
 * What a process of the kernel does: it runs the workload again and again, because the engine compiles what it runs
 * while it runs it. The first run is the cold one.
 */
export function repeat(workload: string, traced: boolean): void {
  const program = workloads[workload];
  if (program === undefined) throw new Error(`there is no workload ${workload}`);
  const before = memory('VmRSS');
  let spent = 0;
  for (let run = 0; run < REPEATS.least || (run < REPEATS.most && spent < REPEATS.seconds); run++) {
    const measured = program(traced ? () => new Trace() : undefined);
    spent += measured.seconds;
    const printed: Printed = { ...measured, before, peak: memory('VmHWM') };
    process.stdout.write(`${JSON.stringify(printed)}\n`);
  }
}
