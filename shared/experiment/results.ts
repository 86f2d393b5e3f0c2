/**
 * What has come of an experiment up to now, as columns of numbers: a run takes a few dozen bytes more than its figures.
 * Units come in any order; a replication is there with all of its lanes or not at all.
 */
import type { FigureTheory } from '../theory/theory.ts';
import type { Grid } from './grid.ts';
import { speedUpIn, type Point } from './points.ts';
import type { RunRecord, UnitRecord } from './record.ts';

/** The columns that every run has; those of its summary follow. */
const OWN = ['workers', 'makespan', 'now', 'processorUse', 'theory'] as const;

/** The runs of a point: `count` replications after each other, of which those that are there have workers. */
interface Cell {
  count: number;
  numbers: Float64Array;
}

export class Results {
  readonly grid: Grid;
  readonly #cells = new Map<number, Cell>();
  readonly #theories = new Map<number, readonly FigureTheory[]>();
  readonly #works = new Map<string, string>();
  #names: readonly string[] = [];
  #runs = 0;

  constructor(grid: Grid) {
    this.grid = grid;
  }

  /** How many runs there are. */
  get runs(): number {
    return this.#runs;
  }

  /** The figures of its runs, by name: makespan first. */
  get figures(): readonly string[] {
    return this.#runs === 0 ? ['makespan'] : ['makespan', 'speedUp', 'processorUse', ...this.#names];
  }

  add({ unit, runs, theory }: UnitRecord): void {
    const { point, replication } = this.grid.place(unit);
    if (theory !== undefined && theory.length > 0) this.#theories.set(point, theory);
    runs.forEach((records, place) => this.#put(point, replication ?? place, records));
  }

  /** What theory says of each lane at a point; null before its first run is there. */
  theory(point: number): readonly FigureTheory[] | null {
    return this.#theories.get(point) ?? null;
  }

  /** The replications that are there at a point, in their order. */
  replications(point: number): number[] {
    const cell = this.#cells.get(point);
    if (cell === undefined) return [];
    const stride = this.#stride;
    return Array.from({ length: cell.count }, (_, place) => place).filter((place) => cell.numbers[place * stride]! > 0);
  }

  /** A figure under one lane at a point, for each of its replications; NaN where a run has none. */
  values(point: number, lane: number, figure: string): number[] {
    if (figure === 'speedUp') {
      return this.replications(point).map((place) => speedUpIn(this.grid, this.#records(point, place), lane) ?? NaN);
    }
    const column = this.#column(figure);
    if (column < 0) return this.replications(point).map(() => NaN);
    const { numbers } = this.#cells.get(point) ?? { numbers: new Float64Array(0) };
    return this.replications(point).map((place) => numbers[place * this.#stride + lane * this.#width + column]!);
  }

  /** All that is there at a point, as it was told. */
  point(point: number): Point {
    const runs = this.replications(point).map((place) => this.#records(point, place));
    return { values: this.grid.values(point), runs };
  }

  /** The points at which something is there, in their order. */
  get points(): number[] {
    return [...this.#cells.keys()].sort((a, b) => a - b);
  }

  get #width(): number {
    return OWN.length + this.#names.length;
  }

  /** Numbers of a replication. */
  get #stride(): number {
    return this.#width * this.grid.lanes.length;
  }

  #column(figure: string): number {
    const own = (OWN as readonly string[]).indexOf(figure);
    if (own >= 0) return own;
    const place = this.#names.indexOf(figure);
    return place < 0 ? -1 : OWN.length + place;
  }

  #put(point: number, replication: number, records: readonly RunRecord[]): void {
    if (this.#runs === 0) this.#names = Object.keys(records[0]?.summary ?? {});
    const cell = this.#cells.get(point) ?? { count: 0, numbers: new Float64Array(0) };
    this.#cells.set(point, cell);
    const stride = this.#stride;
    cell.count = Math.max(cell.count, replication + 1);
    if (cell.count * stride > cell.numbers.length) {
      const numbers = new Float64Array(
        Math.min(this.grid.replications, Math.max(cell.count, cell.count * 2 - 2)) * stride,
      );
      numbers.set(cell.numbers);
      cell.numbers = numbers;
    }
    records.forEach((record, lane) => {
      const at = replication * stride + lane * this.#width;
      const own = OWN.map((name) => record[name]);
      const others = this.#names.map((name) => record.summary[name] ?? null);
      [...own, ...others].forEach((value, column) => (cell.numbers[at + column] = value ?? NaN));
      if (record.work !== undefined) this.#works.set(`${point} ${replication} ${lane}`, record.work);
    });
    this.#runs += records.length;
  }

  #records(point: number, replication: number): RunRecord[] {
    const { numbers } = this.#cells.get(point)!;
    return this.grid.lanes.map((_, lane) => {
      const at = replication * this.#stride + lane * this.#width;
      const value = (column: number) => (Number.isNaN(numbers[at + column]!) ? null : numbers[at + column]!);
      const summary = Object.fromEntries(this.#names.map((name, place) => [name, value(OWN.length + place)]));
      const work = this.#works.get(`${point} ${replication} ${lane}`);
      return {
        workers: numbers[at]!,
        makespan: value(1),
        now: numbers[at + 2]!,
        processorUse: numbers[at + 3]!,
        summary,
        theory: value(4),
        ...(work === undefined ? {} : { work }),
      };
    });
  }
}
