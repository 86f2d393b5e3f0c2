/**
 * A run in figures: what the command line prints, the page shows and an export holds. Instants and spans are virtual
 * seconds, shares 0..1. The fold can be fed slice by slice; it keeps nothing but a few numbers for each task.
 */
import type { WaitTotals, WorkTotals } from '../theory/operational.ts';
import { utilisation } from '../theory/utilisation.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink, Trace } from '../trace/trace.ts';
import { ExhibitionFold, type ExhibitionSummary } from './exhibition.ts';
import { grown } from '../grown.ts';
import { Occupancy } from './occupancy.ts';
import { processorsOf, type Machine } from './processors.ts';
import { WaitsFold } from './waits.ts';

/** What a summary needs to know of a scenario. */
export interface SummaryInfo extends Machine {
  /** The kind of stage of the workload; `boards` has figures of its own. */
  readonly stage?: string;
  /** Workers that the program has beside those of the model. */
  readonly ownWorkers?: number;
}

export interface Summary {
  /** The instant that it is about. */
  readonly now: number;
  /** When the main task ended; null while it has not. */
  readonly makespan: number | null;
  /** The program's tasks: the main task is one of them only where it is alone. */
  readonly tasks: number;
  /** These tasks by how they ended. */
  readonly ended: { readonly returned: number; readonly failed: number; readonly cancelled: number };
  /** Scheduling decisions: how often a task was given a worker, or went on with the one it had. */
  readonly steps: number;
  /** Of all tasks, the main one included. */
  readonly stepsPerTask: { readonly mean: number; readonly max: number };
  /** Processor seconds used. */
  readonly busy: number;
  /** The share of the processors' time that was used, up to the end of the main task. */
  readonly processorUse: number;
  /** The share of the workers' time for which a task occupied them, up to the same. */
  readonly workerUse: number;
  /** How long tasks that could go on had to wait; see `WaitsFold`. */
  readonly waits: {
    readonly count: number;
    readonly mean: number;
    readonly median: number;
    readonly p95: number;
    readonly max: number;
  };
  /** Figures of an exhibition. */
  readonly exhibition?: ExhibitionSummary;
}

export class SummaryFold implements EventSink {
  readonly #info: SummaryInfo;
  #waits = new WaitsFold();
  #occupancy = new Occupancy();
  #exhibition: ExhibitionFold | null;
  #steps = new Uint32Array(0);
  #stepsTaken = 0;
  #ended = [0, 0, 0];
  #mainEnded = -1;
  // The main task's end, and what was used by then.
  #makespan = NaN;
  #busyThen = NaN;
  #occupiedThen = NaN;
  #waitingThen: WaitTotals | null = null;
  #workThen: WorkTotals | null = null;

  constructor(info: SummaryInfo) {
    this.#info = info;
    this.#exhibition = info.stage === 'boards' ? new ExhibitionFold(info.model) : null;
  }

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    this.#exhibition?.event(at, kind, task, value);
    if (kind === Kind.SKIP) this.#occupancy.event(at, kind, task, value, line);
    if (kind > Kind.CANCELLED || task < 0) return;
    this.#waits.event(at, kind, task);
    this.#occupancy.event(at, kind, task, value);
    if (kind === Kind.RUN) {
      if (task >= this.#steps.length) this.#steps = grown(this.#steps, task + 1);
      this.#steps[task]!++;
      this.#stepsTaken++;
    } else if (kind >= Kind.DONE) {
      if (task > 0) this.#ended[kind - Kind.DONE]!++;
      else this.#mainEnds(at, kind - Kind.DONE);
    }
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#waits.size;
  }

  /** The figures at instant `t`, which is not before the last event. */
  at(t: number): Summary {
    const over = !Number.isNaN(this.#makespan);
    const end = over ? this.#makespan : t;
    // The main task is counted by nobody who looks at its hundred speakers.
    const counted =
      this.size > 1 ? this.#ended : this.#ended.map((ended, how) => ended + (how === this.#mainEnded ? 1 : 0));
    const [returned, failed, cancelled] = counted as [number, number, number];
    const waits = this.#waits.over;
    const all = this.size;
    return {
      now: t,
      makespan: over ? end : null,
      tasks: all > 1 ? all - 1 : all,
      ended: { returned, failed, cancelled },
      steps: this.#stepsTaken,
      stepsPerTask: { mean: all === 0 ? 0 : this.#stepsTaken / all, max: this.#mostSteps() },
      busy: this.#occupancy.busyUntil(t),
      processorUse: utilisation(over ? this.#busyThen : this.#occupancy.busyUntil(t), processorsOf(this.#info) * end),
      workerUse: utilisation(
        over ? this.#occupiedThen : this.#occupancy.occupiedUntil(t),
        (this.#info.workers + (this.#info.ownWorkers ?? 0)) * end,
      ),
      waits: {
        count: waits.count,
        mean: waits.mean,
        median: waits.quantile(0.5),
        p95: waits.quantile(0.95),
        max: waits.max,
      },
      ...(this.#exhibition === null ? {} : { exhibition: this.#exhibition.summaryAt(t) }),
    };
  }

  /** The waits of tasks for a worker or the processor. */
  get waits(): WaitsFold {
    return this.#waits;
  }

  /** How long the run has taken at `t`: up to the end of the main task at most. */
  lengthAt(t: number): number {
    return Number.isNaN(this.#makespan) ? t : this.#makespan;
  }

  /** Tasks that wait for a worker or the processor, up to `t` or, where that is earlier, the end of the main task. */
  waitingUntil(t: number): WaitTotals {
    return this.#waitingThen ?? this.#waiting(t);
  }

  /** What has been worked up to the same. */
  workUntil(t: number): WorkTotals {
    return this.#workThen ?? this.#occupancy.workUntil(t);
  }

  copy(): SummaryFold {
    const copy = new SummaryFold(this.#info);
    copy.#waits = this.#waits.copy();
    copy.#occupancy = this.#occupancy.copy();
    copy.#exhibition = this.#exhibition?.copy() ?? null;
    copy.#steps = this.#steps.slice(0, this.size);
    copy.#stepsTaken = this.#stepsTaken;
    copy.#ended = [...this.#ended];
    copy.#mainEnded = this.#mainEnded;
    copy.#makespan = this.#makespan;
    copy.#busyThen = this.#busyThen;
    copy.#occupiedThen = this.#occupiedThen;
    copy.#waitingThen = this.#waitingThen;
    copy.#workThen = this.#workThen;
    return copy;
  }

  #mainEnds(at: number, how: number): void {
    this.#mainEnded = how;
    this.#makespan = at;
    this.#busyThen = this.#occupancy.busyUntil(at);
    this.#occupiedThen = this.#occupancy.occupiedUntil(at);
    this.#waitingThen = this.#waiting(at);
    this.#workThen = this.#occupancy.workUntil(at);
  }

  #waiting(t: number): WaitTotals {
    const { total: waited, count: served } = this.#waits.over;
    return { area: this.#occupancy.queuedUntil(t), waited, served, present: this.#waits.pending };
  }

  #mostSteps(): number {
    let most = 0;
    for (const steps of this.#steps) most = Math.max(most, steps);
    return most;
  }
}

/** The figures of a run at instant `t`: of what happened up to then. `t` Infinity is the last event of the trace. */
export function summarise(trace: Trace, info: SummaryInfo, t: number): Summary {
  const now = t === Infinity ? trace.endsAt : t;
  const fold = new SummaryFold(info);
  trace.feed(fold, 0, trace.countUntil(now));
  return fold.at(now);
}
