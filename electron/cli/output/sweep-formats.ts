import type { Account } from '../figures/account.ts';
import { referenceOf, speedUpOf } from '../figures/speed.ts';
import type { Point, Sweep } from '../figures/sweep.ts';
import { scenarioOf } from '../input/scenario.ts';
import { spanLike, times } from './clock.ts';
import { modelName, speedColumn } from './compare-table.ts';
import { inLook, styled, type Look } from './look.ts';
import { paramWords, valueText } from './params.ts';
import { paramsOf, seedOf } from './result.ts';
import { rowOf, rowsAsCsv } from './rows.ts';
import { table, wrapped, type Column } from './table.ts';
import { datum } from './datum.ts';

/** The runs at one value under one model, over all seeds; null where one of them is not over. */
interface Cell {
  readonly first: Account;
  readonly makespans: readonly (number | null)[];
  readonly mean: number | null;
  readonly speedUp: number | null;
}

/** A row for each value and model, with bars. */
export function sweepAsTable(sweep: Sweep, look: Look): string {
  const { request, path, seeds, points } = sweep;
  const cells = points.map((point) => ({ point, cells: cellsOf(point) }));
  const longest = Math.max(...cells.flatMap((point) => point.cells.map(({ mean, first }) => mean ?? first.now)));
  const written = spanLike(longest);
  const several = seeds.length > 1;
  const speeds = speedColumn(points[0]?.bySeed[0] ?? []);
  const columns: Column[] = [
    { head: path, left: points.some(({ value }) => typeof value !== 'number') },
    { head: 'model', left: true },
    { head: several ? 'mean\nmakespan' : 'makespan' },
    ...(several ? [{ head: 'shortest' }, { head: 'longest' }] : []),
    ...speeds,
  ];
  const rows = cells.flatMap(({ point, cells }) =>
    cells.map(({ first, makespans, mean, speedUp }, i) => {
      const known = makespans.filter((makespan) => makespan !== null);
      const range = [Math.min(...known), Math.max(...known)].map((x) => (known.length === 0 ? '–' : written(x)));
      return {
        cells: [
          i === 0 ? valueText(point.value) : '',
          modelName(first.scenario),
          mean === null ? `> ${written(first.now)}` : written(mean),
          ...(several ? range : []),
          ...(speeds.length > 0 ? [speedUp === null ? '–' : times(speedUp)] : []),
        ],
        share: longest === 0 || mean === null ? 0 : mean / longest,
      };
    }),
  );
  const base = paramWords(scenarioOf(request)).filter(
    (word) => !word.startsWith(`${path}=`) && !word.startsWith('seed='),
  );
  const [from, to] = [seeds[0], seeds.at(-1)];
  const words = [...base, several ? `seeds ${from} to ${to}` : `seed=${from}`];
  const lines = [
    styled(look, 'bold', `${request.workload.title}, over ${path}`),
    ...wrapped(words, look.width, '  ').map((line) => styled(look, 'dim', line)),
    '',
    ...table(look, columns, rows),
  ];
  return inLook(look, `${lines.join('\n')}\n`);
}

/** One object: what was varied, and for each value and model the makespans, seed by seed. */
export function sweepAsJson({ request, path, seeds, points }: Sweep): string {
  const base = scenarioOf(request);
  const object = {
    workload: request.workload.id,
    params: paramsOf({ ...base, model: 'asynchronous' }),
    over: path,
    seeds: seeds.map((seed) => seedOf({ ...base, seed })),
    rows: points.flatMap((point) =>
      cellsOf(point).map(({ first, makespans, mean, speedUp }) => ({
        value: point.value,
        model: first.scenario.model,
        workers: first.scenario.workers,
        makespan: roundedOrNull(mean),
        speedUp: roundedOrNull(speedUp),
        makespans: makespans.map(roundedOrNull),
      })),
    ),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

/** A row for every single run: what a statistics program wants. */
export function sweepAsCsv({ path, seeds, points }: Sweep): string {
  const rows = points.flatMap(({ value, bySeed }) =>
    bySeed.flatMap((accounts, i) =>
      // Named twice: first for its place, then because it wins over a figure of the same name.
      accounts.map((account) => ({
        ...{ [path]: value, seed: seeds[i] },
        ...rowOf(account, referenceOf(accounts)),
        [path]: value,
      })),
    ),
  );
  return rowsAsCsv(rows);
}

function cellsOf({ bySeed }: Point): Cell[] {
  return bySeed[0]!.map((first, model) => {
    const runs = bySeed.map((accounts) => accounts[model]!);
    return {
      first,
      makespans: runs.map(({ makespan }) => makespan),
      mean: meanOf(runs.map(({ makespan }) => makespan)),
      // Each run is measured against the one that had the same numbers.
      speedUp: meanOf(runs.map((run, i) => speedUpOf(run, referenceOf(bySeed[i]!)))),
    };
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum / values.length;
}

function roundedOrNull(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : datum(value);
}
