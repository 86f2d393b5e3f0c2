import type { Workload } from '../../workloads/workload.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { Account } from '../figures/account.ts';
import { otherWork, referenceOf, speedUpOf } from '../figures/speed.ts';
import { figuresOf } from '../figures/stage.ts';
import { percent, spanLike, times } from './clock.ts';
import { inLook, styled, type Look } from './look.ts';
import { paramWords } from './params.ts';
import { table, wrapped, type Column } from './table.ts';

/** Runs of one program under several models, side by side, and what is worth saying about them. */
export function compareTable(look: Look, workload: Workload<unknown>, accounts: readonly Account[]): string {
  const figures = figuresOf(workload);
  const reference = referenceOf(accounts);
  const longest = Math.max(...accounts.map(lengthOf));
  const written = spanLike(longest);
  const fastest = Math.min(...accounts.map(({ makespan }) => makespan ?? Infinity));
  const columns: Column[] = [
    { head: 'model', left: true },
    { head: 'makespan' },
    ...speedColumn(accounts),
    { head: 'processor\nuse' },
    ...figures.columns,
  ];
  const rows = accounts.map((account) => {
    const ratio = speedUpOf(account, reference);
    return {
      cells: [
        modelName(account.scenario),
        account.deadlock !== null
          ? 'never'
          : account.makespan === null
            ? `> ${written(account.now)}`
            : written(account.makespan),
        ...(accounts.length > 1 ? [ratio === null ? '–' : times(ratio)] : []),
        percent(account.processorUse),
        ...figures.columns.map(({ cell }) => cell(account)),
      ],
      share: longest === 0 ? 0 : lengthOf(account) / longest,
      strong: accounts.length > 1 && account.makespan === fastest,
    };
  });
  const told = [...otherWork(accounts), ...figures.sentences(accounts)].flatMap((sentence) =>
    wrapped(sentence.split(' '), look.width),
  );
  const lines = [
    styled(look, 'bold', workload.title),
    ...wrapped(paramWords(accounts[0]!.scenario), look.width, '  ').map((line) => styled(look, 'dim', line)),
    '',
    ...table(look, columns, rows),
    ...(told.length === 0 ? [] : ['', ...told]),
  ];
  return inLook(look, `${lines.join('\n')}\n`);
}

/** How a column of speed-ups is headed; a single run has nothing to be measured against. */
export function speedColumn(accounts: readonly Account[]): Column[] {
  const reference = referenceOf(accounts)?.scenario.model;
  if (accounts.length < 2 || reference === undefined) return [];
  return [{ head: reference === 'synchronous' ? 'speed\nup' : `speed-up over\n${reference}` }];
}

/** A model with its number of workers, where it has several. */
export function modelName({ model, workers }: Scenario): string {
  return model === 'threads' || model === 'processes' ? `${model} (${workers})` : model;
}

function lengthOf({ makespan, now }: Account): number {
  return makespan ?? now;
}
