/** What theory says of runs, as a table tells it. */
import { span } from '../output/clock.ts';
import type { Account, StageFigures } from './figures.ts';

/** The makespan that theory foretells, in a column. */
export const theoryColumn: StageFigures['columns'][number] = {
  head: 'in\ntheory',
  cell: ({ theory: { prediction } }) => (prediction === null ? '–' : span(prediction.makespan)),
};

/** The same in a line of a single run, or why theory says nothing of it. */
export function theoryLine({ theory: { prediction, why } }: Account): [name: string, text: string] {
  if (prediction === null) return ['in theory', why ?? ''];
  return ['in theory', `${span(prediction.makespan)}${prediction.exact ? '' : ', every amount at its mean'}`];
}

/** Whether theory and simulation agree, where theory applies. */
export function theorySentences(accounts: readonly Account[]): string[] {
  const compared = accounts.flatMap(({ scenario, makespan, theory: { prediction } }) =>
    makespan === null || prediction === null ? [] : [{ model: scenario.model, makespan, prediction }],
  );
  if (compared.length === 0) return [];
  if (compared.some(({ prediction }) => !prediction.exact)) {
    return ['Theory takes every amount at its mean; chance makes the difference.'];
  }
  const off = compared.filter(({ makespan, prediction }) => !near(makespan, prediction.makespan));
  if (off.length === 0) return ['Theory and simulation agree.'];
  return [`Theory and simulation differ for ${off.map(({ model }) => model).join(', ')}.`];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, a, b);
}
