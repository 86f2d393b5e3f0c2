/** The rows of a comparison: a lane each, those of a pinned run behind them. */
import { ComparisonFold } from '../../../shared/fold/comparison.ts';
import { sameWork, WorkFold } from '../../../shared/fold/work.ts';
import { speedUp } from '../../../shared/theory/speedup.ts';
import type { ExportTable } from '../../exports/data.ts';
import { foldOf } from '../../stores/folds.ts';
import { compare as words } from '../../words/en/compare.ts';
import { endOf, type ChartLane } from '../view.ts';
import { differenceText, figures, type Difference, type Figure, type FigureId } from './figures.ts';

export interface ComparedRow {
  /** Tells rows apart: lanes of the session and of the pinned run have the same numbers. */
  readonly key: string;
  readonly lane: ChartLane;
  readonly title: string;
  readonly values: Readonly<Record<FigureId, number | null>>;
  /** Whether it has done the work of the chosen lane: else nothing is faster. */
  readonly comparable: boolean;
  /** Whether it ended in a deadlock. */
  readonly never: boolean;
}

/** Rows against lane number `chosen` of them; `stage` is the kind of stage of the program. */
export function rowsOf(lanes: readonly ChartLane[], chosen: number, stage: string | undefined): ComparedRow[] {
  const against = lanes[chosen] ?? lanes[0];
  return lanes.map((lane) => {
    const comparable = against !== undefined && sameWork([worked(lane), worked(against)]);
    return {
      key: keyOf(lane),
      lane,
      title: lane.title,
      comparable,
      never: lane.deadlock !== undefined && lane.deadlock !== null,
      values: valuesOf(lane, comparable ? against : null, stage),
    };
  });
}

export function keyOf(lane: ChartLane): string {
  return `${lane.ghost === true ? 'pinned' : 'lane'}-${lane.index}`;
}

function valuesOf(lane: ChartLane, against: ChartLane | null, stage: string | undefined): ComparedRow['values'] {
  const { makespan, ...rest } = figuresOf(lane, stage);
  const reference = against === null ? null : figuresOf(against, stage).makespan;
  const faster = makespan === null || reference === null ? null : speedUp(reference, makespan);
  return { makespan, speedUp: faster, ...rest };
}

/** The figures of the whole run of a lane, as far as it is computed. */
export function figuresOf(lane: ChartLane, stage: string | undefined) {
  if ((lane.whole ?? null) !== null) return lane.whole!.figures;
  const info = { ...lane.info.scenario, ...(stage === undefined ? {} : { stage }) };
  return foldOf(lane, 'comparison', () => new ComparisonFold(info)).at(Math.max(endOf(lane), lane.trace.endsAt));
}

/** What the figures are of where lanes are sampled: of every event once the host has told them; null where all is kept. */
export function sampledNote(lanes: readonly ChartLane[]): string | null {
  const sampled = lanes.filter(({ ratio }) => (ratio ?? null) !== null);
  if (sampled.length === 0) return null;
  return sampled.every(({ whole }) => (whole ?? null) !== null) ? words.everyEvent : words.sample;
}

function worked(lane: ChartLane) {
  const { scenario } = lane.info;
  return { scenario, work: () => foldOf(lane, 'work-whole', () => new WorkFold()).digest };
}

/** How rows are ordered: by a figure, rising or falling; as they stand where that is null. */
export interface Order {
  readonly by: FigureId | 'title';
  readonly falling: boolean;
}

/** What has no value comes last, whichever way. */
export function sorted(rows: readonly ComparedRow[], order: Order | null): ComparedRow[] {
  if (order === null) return [...rows];
  const { by, falling } = order;
  const way = falling ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (by === 'title') return way * a.title.localeCompare(b.title, 'en');
    const [x, y] = [a.values[by], b.values[by]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return way * (x - y);
  });
}

/** What a cell says: the value, and below it the difference from that of the chosen row. */
export function cellOf(
  figure: Figure,
  row: ComparedRow,
  chosen: ComparedRow | undefined,
  how: Difference,
  run: number,
): { readonly value: string; readonly difference: string | null } {
  const value = row.values[figure.id];
  if (value === null) {
    const why = figure.id === 'makespan' && row.never ? words.never : '–';
    return { value: figure.id === 'speedUp' && !row.comparable ? words.differentWork : why, difference: null };
  }
  const difference =
    chosen === undefined || chosen === row || figure.id === 'speedUp'
      ? null
      : differenceText(figure, how, value, chosen.values[figure.id], run);
  return { value: figure.text(value, run), difference };
}

/** The rows as data: values as they are, and where differences are shown the column of each difference behind. */
export function comparisonTable(
  rows: readonly ComparedRow[],
  chosen: ComparedRow | undefined,
  how: Difference,
): ExportTable {
  const columns = figures.flatMap((figure) => [
    { name: figure.id, unit: figure.unit, of: (row: ComparedRow) => row.values[figure.id] },
    ...(how === 'none' || figure.id === 'speedUp'
      ? []
      : [
          {
            name: `${figure.id}${how === 'percent' ? '_percent' : '_difference'}`,
            unit: how === 'percent' ? '%' : figure.unit,
            of: (row: ComparedRow) => by(row.values[figure.id], chosen?.values[figure.id] ?? null, how),
          },
        ]),
  ]);
  return {
    head: ['lane', ...columns.map(({ name }) => name)],
    units: [null, ...columns.map(({ unit }) => unit)],
    rows: rows.map((row) => [row.title, ...columns.map(({ of }) => precise(of(row)))]),
  };
}

/** The rows as they are on screen, each difference in brackets behind its value. */
export function toldTable(
  rows: readonly ComparedRow[],
  chosen: ComparedRow | undefined,
  how: Difference,
  run: number,
): ExportTable {
  const cell = (figure: Figure, row: ComparedRow) => {
    const { value, difference } = cellOf(figure, row, chosen, how, run);
    return difference === null ? value : `${value} (${difference})`;
  };
  return {
    head: [words.lane, ...figures.map(({ title }) => title)],
    rows: rows.map((row) => [row.title, ...figures.map((figure) => cell(figure, row))]),
  };
}

function by(value: number | null, chosen: number | null, how: Difference): number | null {
  if (value === null || chosen === null) return null;
  if (how === 'absolute') return value - chosen;
  return chosen === 0 ? null : ((value - chosen) / chosen) * 100;
}

/** Without the last digits of a double, which are those of sums and quotients. */
function precise(value: number | null): number | string {
  return value === null ? '' : Number(value.toPrecision(12));
}
