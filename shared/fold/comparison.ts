/**
 * The figures by which runs are compared, side by side in the window and by `simul compare`: one fold, so that a number is
 * the same in both. Instants and spans are virtual seconds.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { ExhibitionFold, pairKinds } from './exhibition.ts';
import { LagFold } from './lag.ts';
import { QueueWaitsFold } from './queue-waits.ts';
import type { Samples } from './samples.ts';
import { SummaryFold, type SummaryInfo } from './summary.ts';
import { SwitchesFold } from './switches.ts';
import { WaitsFold } from './waits.ts';

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

export class ComparisonFold implements EventSink {
  readonly #summary: SummaryFold;
  readonly #boards: ExhibitionFold | null;
  readonly #items = new QueueWaitsFold();
  readonly #tasks = new WaitsFold();
  readonly #lag = new LagFold();
  readonly #switches = new SwitchesFold();
  #pairs = 0;
  #takes = 0;
  #queues: boolean;

  constructor(info: SummaryInfo) {
    this.#summary = new SummaryFold({ ...info, stage: '' });
    this.#boards = info.stage === 'boards' ? new ExhibitionFold(info.model) : null;
    this.#queues = info.stage === 'queue';
  }

  event(at: number, kind: number, task: number, value: number): void {
    this.#summary.event(at, kind, task, value);
    this.#boards?.event(at, kind, task, value);
    this.#items.event(at, kind, task, value);
    this.#tasks.event(at, kind, task);
    this.#lag.event(at, kind, task);
    this.#switches.event(at, kind, task, value);
    if (pairKinds.includes(kind)) this.#pairs++;
    if (kind === Kind.PUT || kind === Kind.TAKE) this.#queues = true;
    if (kind === Kind.TAKE) this.#takes++;
  }

  /** The figures of what has happened; `now` is not before the last event. */
  at(now: number): ComparisonFigures {
    const { makespan, processorUse, ended } = this.#summary.at(now);
    const units = this.#boards !== null ? this.#pairs : this.#queues ? this.#takes : ended.returned;
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
      throughputPerSecond: makespan === null || makespan === 0 ? null : units / makespan,
      switches: this.#switches.count,
      lagMean: lags.mean,
      lagP95: lags.quantile(0.95),
      lagMax: lags.max,
    };
  }

  get #waits(): Samples {
    if (this.#boards !== null) return this.#boards.waits;
    return this.#queues ? this.#items.over : this.#tasks.over;
  }
}
