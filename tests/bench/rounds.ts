/**
 * The order of a benchmark: in each round every contender runs every workload once, one after the other (A B A B), so
 * that what else the machine does meets all of them. A workload whose turn would not fit into the time that is left
 * is skipped from then on; the first round is run whatever it takes.
 */
import type { Contender } from './contenders.ts';
import type { Printed } from './repeat.ts';

export interface RoundsOptions {
  readonly workloads: readonly string[];
  readonly rounds: number;
  /** Wall time for all of it. */
  readonly seconds: number;
  readonly slow: boolean;
  /** Says what is going on; never silent for more than five seconds. */
  readonly progress: (line: string) => void;
  /** Wall time in seconds. */
  readonly clock?: () => number;
}

/** The processes of each contender, by workload and name. */
export type Results = Map<string, Map<string, Printed[][]>>;

const PROGRESS_MS = 5000;

export async function runRounds(all: readonly Contender[], options: RoundsOptions): Promise<Results> {
  const results: Results = new Map();
  const { clock = () => performance.now() / 1000 } = options;
  const began = clock();
  const spent = () => clock() - began;
  const took = new Map<string, number>();
  let doing = '';
  const beat = setInterval(() => options.progress(`${doing} (${spent().toFixed(0)} s)`), PROGRESS_MS);
  try {
    for (let round = 1; round <= options.rounds; round++) {
      for (const workload of options.workloads) {
        const from = spent();
        if (round > 1 && from + took.get(workload)! > options.seconds) continue;
        const ofWorkload = results.get(workload) ?? new Map<string, Printed[][]>();
        results.set(workload, ofWorkload);
        for (const contender of all) {
          if (!options.slow && contender.slow(workload)) continue;
          doing = `round ${round}, ${workload}: ${contender.name}`;
          const processes = ofWorkload.get(contender.name) ?? [];
          processes.push(await contender.run(workload));
          ofWorkload.set(contender.name, processes);
        }
        took.set(workload, spent() - from);
      }
      options.progress(`round ${round} is done (${spent().toFixed(0)} s)`);
    }
  } finally {
    clearInterval(beat);
  }
  return results;
}
