import { datum } from '../datum.ts';

/** What a row tells of a run; null is what cannot be said. */
export interface RowFigures {
  readonly model: string;
  readonly workers: number;
  readonly makespan: number | null;
  readonly speedUp: number | null;
  readonly processorUse: number;
  readonly summary: Readonly<Record<string, number | null>>;
  readonly theory: number | null;
}

/** The row of a run. What is not finite is null. */
export function row(figures: RowFigures): Record<string, unknown> {
  const { model, workers, makespan, speedUp, processorUse, summary, theory } = figures;
  const names = Object.entries(summary).map(([name, value]) => [name, datumOrNull(value)] as const);
  return {
    model,
    workers,
    makespan: datumOrNull(makespan),
    speedUp: datumOrNull(speedUp),
    processorUse: datumOrNull(processorUse),
    ...Object.fromEntries(names),
    theory: datumOrNull(theory),
  };
}

/** A figure as it is written into data, null where there is none. */
export function datumOrNull(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : datum(value);
}
