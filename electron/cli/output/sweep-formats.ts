import { axisLength } from '../../../shared/experiment/axis-values.ts';
import { quantile, type Interval } from '../../../shared/experiment/interval.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { differenceOf, intervalOf, series, speedUpIn, type Point } from '../../../shared/experiment/points.ts';
import { metricsOf } from '../../../shared/experiment/record.ts';
import { datumOrNull } from '../../../shared/experiment/row.ts';
import { RunsCsv } from '../../../shared/experiment/runs-csv.ts';
import { datum } from '../../../shared/datum.ts';
import type { Prepared } from '../sweep/task.ts';
import { spanLike, times } from './clock.ts';
import { modelName } from './compare-table.ts';
import { inLook, styled, type Look } from './look.ts';
import { paramWords, valueText } from './params.ts';
import { paramsOf, seedOf } from './result.ts';
import { table, wrapped, type Column } from './table.ts';

/** What the formats need to know of a sweep: its plan, and the scenario from which the axes depart. */
export interface Told extends Prepared {
  readonly base: Scenario;
}

/** Writes the points of a sweep, which come one by one, as pieces of text. */
export type SweepFormat = (told: Told, points: AsyncIterable<Point>, look: Look) => AsyncGenerator<string>;

/** The runs at one point under one lane. */
interface Cell {
  readonly lane: number;
  readonly workers: number;
  /** Virtual seconds up to which the first of them went. */
  readonly now: number;
  readonly makespans: readonly (number | null)[];
  /** Null where one of the runs is not over. */
  readonly interval: Interval | null;
  readonly speedUp: number | null;
}

/** A row for each point and lane, with bars. */
export const sweepAsTable: SweepFormat = async function* (told, points, look) {
  const { plan, base, workload } = told;
  const paths = plan.spec.over.map(({ path }) => path);
  const rows: { values: readonly unknown[]; cells: Cell[] }[] = [];
  for await (const point of points) rows.push({ values: point.values, cells: cellsOf(told, point) });
  const all = rows.flatMap(({ cells }) => cells);
  const longest = all.reduce((most, { interval, now }) => Math.max(most, interval?.mean ?? now), 0);
  const written = spanLike(longest);
  const several = all.some(({ makespans }) => makespans.length > 1);
  const speeds = plan.lanes.length > 1;
  const against = plan.lanes.find(({ model }) => model === 'synchronous') ?? plan.lanes[0]!;
  const columns: Column[] = [
    ...paths.map((head, i) => ({ head, left: rows.some(({ values }) => typeof values[i] !== 'number') })),
    { head: 'model', left: true },
    { head: several ? 'mean\nmakespan' : 'makespan' },
    ...(several ? [{ head: '± at\n95 %' }, { head: 'shortest' }, { head: 'longest' }] : []),
    ...(speeds ? [{ head: against.model === 'synchronous' ? 'speed\nup' : `speed-up over\n${against.model}` }] : []),
  ];
  const lines = rows.flatMap(({ values, cells }) =>
    cells.map(({ lane, workers, now, makespans, interval, speedUp }, i) => {
      const known = makespans.filter((makespan) => makespan !== null);
      const extremes = known.length === 0 ? ['–', '–'] : [leastOf(known), mostOf(known)].map(written);
      const { halfWidth } = interval ?? { halfWidth: null };
      const { model, policy } = plan.lanes[lane]!;
      return {
        cells: [
          ...values.map((value) => (i === 0 ? valueText(value) : '')),
          `${modelName({ model, workers } as Scenario)}${policy === null ? '' : `, ${policy}`}`,
          interval === null ? `> ${written(now)}` : written(interval.mean),
          ...(several ? [halfWidth === null ? '–' : written(halfWidth), ...extremes] : []),
          ...(speeds ? [speedUp === null ? '–' : times(speedUp)] : []),
        ],
        share: longest === 0 || interval === null ? 0 : interval.mean / longest,
      };
    }),
  );
  const varied = [...paths, 'seed', ...(plan.spec.policies === undefined ? [] : ['policy'])];
  const words = paramWords(base).filter((word) => !varied.some((name) => word.startsWith(`${name}=`)));
  const last = plan.seed(plan.replications - 1);
  const seeds = several && plan.rule === null ? `seeds ${plan.seed(0)} to ${last}` : `seed=${plan.seed(0)}`;
  const heading = [
    styled(look, 'bold', `${workload.title}, over ${paths.join(' and ')}`),
    ...wrapped([...words, seeds], look.width, '  ').map((line) => styled(look, 'dim', line)),
    '',
  ];
  yield inLook(look, `${[...heading, ...table(look, columns, lines)].join('\n')}\n`);
};

/** One object: what was varied, and for each point and lane the makespans, seed by seed, with what they say. */
export const sweepAsJson: SweepFormat = async function* (told, points) {
  const { plan, base, workload } = told;
  const { over, policies } = plan.spec;
  const [first, second] = over;
  const rows: object[] = [];
  for await (const point of points) {
    for (const { lane, workers, makespans, interval, speedUp } of cellsOf(told, point)) {
      const { model, policy } = plan.lanes[lane]!;
      rows.push({
        value: point.values[0],
        ...(second === undefined ? {} : { second: point.values[1] }),
        model,
        ...(policies === undefined ? {} : { policy }),
        workers,
        makespan: datumOrNull(interval?.mean ?? null),
        speedUp: datumOrNull(speedUp),
        makespans: makespans.map(datumOrNull),
        ...(makespans.length < 2 ? {} : { metrics: metricsAt(told, point, lane) }),
      });
    }
  }
  const seeds = Array.from({ length: plan.replications }, (_, i) => seedOf({ ...base, seed: plan.seed(i) }));
  const object = {
    workload: workload.id,
    params: paramsOf({ ...base, model: 'asynchronous' }),
    over: first!.path,
    ...(second === undefined ? {} : { overSecond: second.path, points: over.map(axisLength) }),
    ...(plan.rule === null ? { seeds } : { firstSeed: seeds[0], until: plan.rule }),
    rows,
  };
  yield `${JSON.stringify(object, null, 2)}\n`;
};

/** A row for every single run. */
export const sweepAsCsv: SweepFormat = async function* ({ plan }, points) {
  const csv = new RunsCsv(plan);
  for await (const point of points) yield csv.lines(point);
};

export const sweepFormats = { table: sweepAsTable, json: sweepAsJson, csv: sweepAsCsv } as const;
export type SweepFormatName = keyof typeof sweepFormats;

function cellsOf({ plan }: Told, point: Point): Cell[] {
  return plan.lanes.map((_, lane) => {
    const makespans = series(point, lane, 'makespan');
    // Each run is measured against the one that had the same numbers.
    const ratios = point.runs.map((records) => speedUpIn(plan, records, lane));
    const { workers, now } = point.runs[0]![lane]!;
    const interval = intervalOf(makespans);
    return { lane, workers, now, makespans, interval, speedUp: intervalOf(ratios)?.mean ?? null };
  });
}

/** What the replications say of each metric: the mean with its interval, the band, the difference to the reference. */
function metricsAt({ plan }: Told, point: Point, lane: number): object {
  const confidence = plan.rule?.confidence;
  const entries = metricsOf(plan).map((metric) => {
    const values = series(point, lane, metric);
    const interval = intervalOf(values, confidence);
    if (interval === null) return [metric, null];
    const difference = differenceOf(plan, point, lane, metric);
    const band = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => datum(quantile(values as number[], p)));
    const [p5, p25, median, p75, p95] = band;
    return [
      metric,
      {
        ...inData(interval),
        p5,
        p25,
        median,
        p75,
        p95,
        ...(difference === null ? {} : { difference: inData(difference) }),
      },
    ];
  });
  return Object.fromEntries(entries) as object;
}

function inData({ count, mean, halfWidth, deviation }: Interval): object {
  return { count, mean: datum(mean), halfWidth: datumOrNull(halfWidth), deviation: datum(deviation) };
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, x) => Math.min(least, x), Infinity);
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, x) => Math.max(most, x), -Infinity);
}
