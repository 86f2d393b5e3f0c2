import type { Account } from '../figures/account.ts';
import { speedUpOf } from '../figures/speed.ts';
import { csvLine } from './csv.ts';
import { roundedFigures } from './result.ts';
import { datum } from './datum.ts';

/** A run among others as a row of data. What cannot be said, or is not finite, is null. */
export function rowOf(account: Account, reference: Account | null): Record<string, unknown> {
  const { scenario, makespan, theory, summary } = account;
  const ratio = speedUpOf(account, reference);
  return {
    model: scenario.model,
    workers: scenario.workers,
    makespan: makespan === null ? null : datum(makespan),
    speedUp: ratio === null || !Number.isFinite(ratio) ? null : datum(ratio),
    processorUse: datum(account.processorUse),
    ...roundedFigures(summary),
    theory: theory === null ? null : datum(theory.makespan),
  };
}

/** Rows of one kind as CSV. */
export function rowsAsCsv(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return csvLine(names) + rows.map((row) => csvLine(names.map((name) => row[name]))).join('');
}
