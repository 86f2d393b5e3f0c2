/**
 * The figures by which runs are compared, side by side in the window and by `simul compare`: one fold, so that a number is
 * the same in both. Instants and spans are virtual seconds.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { endsPair, ExhibitionFold } from './exhibition.ts';
import { LagFold } from './lag.ts';
import { LawsFold, type LawTotals } from './laws.ts';
import type { Samples, SamplesData } from './samples.ts';
import type { SummaryInfo } from './summary.ts';
import { SwitchesFold } from './switches.ts';

/** What is compared, in the order of its columns. Null is what cannot be said. */
export interface ComparisonFigures {
  /** When the main task ended; null while it has not. */
  readonly makespan: number | null;
  /** The share of the processors' time that was used, 0..1. */
  readonly processorUse: number;
  /** The waits of the kind of stage: of boards for her, of items in their queue, else of ready tasks for a worker. */
  readonly waitMean: number;
  readonly waitMedian: number;
  readonly waitP95: number;
  readonly waitP99: number;
  readonly waitMax: number;
  /** Pairs of moves, items or tasks done, over the whole run. */
  readonly throughputPerSecond: number | null;
  /** How often a worker went over to another task. */
  readonly switches: number;
  /** How long ready tasks waited until they were run. */
  readonly lagMean: number;
  readonly lagP95: number;
  readonly lagMax: number;
}

/** A whole run in figures: what is told of a run of which not every event is kept. */
export interface WholeRun {
  readonly figures: ComparisonFigures;
  /** Pairs of moves, items or tasks done. */
  readonly units: number;
  readonly laws: LawTotals;
  /** The waits of the kind of stage, and how long ready tasks waited until they were run. */
  readonly waits: SamplesData;
  readonly lags: SamplesData;
}

export class ComparisonFold implements EventSink {
  readonly #laws: LawsFold;
  readonly #boards: ExhibitionFold | null;
  readonly #lag = new LagFold();
  readonly #switches = new SwitchesFold();
  #pairs = 0;
  #takes = 0;

  constructor(info: SummaryInfo) {
    this.#laws = new LawsFold(info);
    this.#boards = info.stage === 'boards' ? new ExhibitionFold(info.model) : null;
  }

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    this.#laws.event(at, kind, task, value, line);
    this.#boards?.event(at, kind, task, value);
    this.#lag.event(at, kind, task);
    this.#switches.event(at, kind, task, value);
    if (endsPair(kind)) this.#pairs++;
    if (kind === Kind.TAKE) this.#takes++;
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** The figures of what has happened; `now` is not before the last event. */
  at(now: number): ComparisonFigures {
    const { makespan, processorUse, ended } = this.#laws.summary.at(now);
    const waits = this.#waits;
    const { lags } = this.#lag;
    return {
      makespan,
      processorUse,
      waitMean: waits.mean,
      waitMedian: waits.quantile(0.5),
      waitP95: waits.quantile(0.95),
      waitP99: waits.quantile(0.99),
      waitMax: waits.max,
      throughputPerSecond: makespan === null || makespan === 0 ? null : this.#units(ended.returned) / makespan,
      switches: this.#switches.count,
      lagMean: lags.mean,
      lagP95: lags.quantile(0.95),
      lagMax: lags.max,
    };
  }

  /** The whole run in figures; `now` is not before the last event. */
  whole(now: number): WholeRun {
    return {
      figures: this.at(now),
      units: this.#units(this.#laws.summary.at(now).ended.returned),
      laws: this.#laws.totals(now),
      waits: this.#waits.data(),
      lags: this.#lag.lags.data(),
    };
  }

  #units(returned: number): number {
    if (this.#boards !== null) return this.#pairs;
    return this.#laws.ofItems ? this.#takes : returned;
  }

  get #waits(): Samples {
    if (this.#boards !== null) return this.#boards.waits;
    return this.#laws.ofItems ? this.#laws.items.over : this.#laws.summary.waits.over;
  }
}
