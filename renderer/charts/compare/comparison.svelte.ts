import type { ChartView } from '../view.ts';
import type { Difference, FigureId } from './figures.ts';
import { keyOf, rowsOf, sorted, type ComparedRow, type Order } from './rows.ts';

/** What is shown of a comparison: its rows in their order, the one that the others are held against, the longest run. */
export interface ShownComparison {
  readonly rows: readonly ComparedRow[];
  readonly chosen: ComparedRow | undefined;
  readonly run: number;
}

/** How lanes are compared: against which of them, in which order, with which differences. */
class Comparison {
  #chosen = $state.raw<string | null>(null);
  #order = $state.raw<Order | null>(null);
  #difference = $state.raw<Difference>('none');

  get order(): Order | null {
    return this.#order;
  }

  get difference(): Difference {
    return this.#difference;
  }

  set difference(how: Difference) {
    this.#difference = how;
  }

  choose(key: string): void {
    this.#chosen = key;
  }

  /** Rising, then falling, then as they stand. */
  sortBy(by: FigureId | 'title'): void {
    const order = this.#order;
    if (order?.by !== by) this.#order = { by, falling: false };
    else this.#order = order.falling ? null : { by, falling: true };
  }

  of({ lanes }: Pick<ChartView, 'lanes'>, stage: string | undefined): ShownComparison {
    // The first lane, where the one that was chosen is not there any more.
    const place = Math.max(0, lanes.findIndex((lane) => keyOf(lane) === this.#chosen)); // prettier-ignore
    const rows = rowsOf(lanes, place, stage);
    const run = Math.max(0, ...rows.map(({ values }) => values.makespan ?? 0));
    return { rows: sorted(rows, this.#order), chosen: rows[place], run };
  }
}

export const comparison = new Comparison();
