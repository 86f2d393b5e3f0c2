import { csvLine } from '../csv.ts';
import type { Grid } from './grid.ts';
import { speedUpIn, type Point } from './points.ts';
import { row } from './row.ts';

/** Runs as CSV: a row for every single run, which is what a statistics program wants. */
export class RunsCsv {
  readonly #plan: Grid;
  #names: string[] | null = null;

  constructor(plan: Grid) {
    this.#plan = plan;
  }

  /** The lines of the next point; those of the first one begin with the heads of the columns. */
  lines({ values, runs }: Point): string {
    const plan = this.#plan;
    const paths = plan.spec.over.map(({ path }) => path);
    const at = Object.fromEntries(paths.map((path, i) => [path, values[i]]));
    const lines = runs.flatMap((records, replication) =>
      records.map((record, lane) => {
        const { model, policy } = plan.lanes[lane]!;
        const varied = policy === null ? {} : { policy };
        const speedUp = speedUpIn(plan, records, lane);
        // Named twice: first for its place, then because it wins over a figure of the same name.
        const told: Record<string, unknown> = {
          ...at,
          ...varied,
          seed: plan.seed(replication),
          ...row({ ...record, model, speedUp }),
          ...at,
        };
        return told;
      }),
    );
    const heading: string = this.#names === null ? csvLine((this.#names = Object.keys(lines[0] ?? {}))) : '';
    const names = this.#names;
    return heading + lines.map((line) => csvLine(names.map((name) => line[name]))).join('');
  }
}
