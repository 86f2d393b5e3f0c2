import type { Account } from '../figures/account.ts';
import { speedUpOf } from '../figures/speed.ts';
import { csvLine } from '../../../shared/csv.ts';
import { row } from '../../../shared/experiment/row.ts';

/** A run among others as a row of data. */
export function rowOf(account: Account, reference: Account | null): Record<string, unknown> {
  const { scenario, theory } = account;
  const { model, workers } = scenario;
  return row({
    ...account,
    model,
    workers,
    speedUp: speedUpOf(account, reference),
    theory: theory.prediction?.makespan ?? null,
  });
}

/** Rows of one kind as CSV. */
export function rowsAsCsv(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return csvLine(names) + rows.map((row) => csvLine(names.map((name) => row[name]))).join('');
}
