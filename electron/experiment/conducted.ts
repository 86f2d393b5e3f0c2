/**
 * An experiment under way for a page: units are done elsewhere, from coarse to fine, and what comes of them is told in
 * batches. It says how long the rest takes, asks before it takes long, and can be ended at any time.
 */
import { coarseFirst } from '../../shared/experiment/coarse.ts';
import type { Plan } from '../../shared/experiment/plan.ts';
import type { UnitRecord } from '../../shared/experiment/record.ts';
import type { SweepTask } from '../../shared/experiment/task.ts';
import type { ExperimentPush, ExperimentState } from '../../shared/protocol/pushes.ts';
import { messageOf } from '../../shared/message-of.ts';
import { InputError, type Problem } from '../../shared/scenario/problem.ts';

/** Wall milliseconds between two batches. */
export const BATCH_MS = 100;
/** An experiment that takes longer, in wall milliseconds, or has more runs, is asked about. */
export const ASKED_FROM_MS = 60_000;
export const ASKED_FROM_RUNS = 100_000;
/** Wall milliseconds of work, and units, from which on an estimate is worth something. */
const ESTIMATE_MS = 1000;
const ESTIMATE_UNITS = 16;
/** Wall milliseconds after which there is one whatever is known. */
const ESTIMATE_LATEST_MS = 3000;
/** Runs that wait to be told; while there are as many, no more are begun. */
const WAITING_MAX = 5000;

/** How much was done, and how many wall milliseconds of work that took. */
interface Stood {
  readonly done: number;
  readonly tookMs: number;
}

const NOTHING: Stood = { done: 0, tookMs: 0 };

/** What comes of a unit: its record with the wall milliseconds it took, or what is wrong with its values. */
export type Outcome = (UnitRecord & { readonly tookMs: number }) | { readonly problems: readonly Problem[] };

/** Does units in any order, `jobs` at once; what comes of them is taken as it comes. */
export interface Workers {
  readonly jobs: number;
  work(task: SweepTask, units: Iterable<number>, signal: AbortSignal): AsyncIterable<Outcome>;
}

/** What an experiment needs of the process it lives in. */
export interface Surroundings {
  nowMs(): number;
  schedule(delayMs: number, turn: () => void): () => void;
  /** Whether the page cannot take more just now. */
  congested(): boolean;
  push(push: ExperimentPush): void;
  /** Told of errors that are no bad input. */
  onDefect(error: unknown): void;
}

export class Conducted {
  readonly id: number;
  readonly #plan: Plan;
  readonly #sure: boolean;
  readonly #jobs: number;
  readonly #around: Surroundings;
  readonly #ending = new AbortController();
  readonly #beganMs: number;
  #state: ExperimentState = 'running';
  #message: string | null = null;
  #records: UnitRecord[] = [];
  #waiting = 0;
  #done = 0;
  #tookMs = 0;
  // How it stood when the last power of two was done, and the one before: what came first took long, because the workers
  // had only just begun.
  #lately: readonly [Stood, Stood] = [NOTHING, NOTHING];
  #cancelFlush: (() => void) | null = null;
  #drained: (() => void) | null = null;

  constructor(id: number, plan: Plan, task: SweepTask, sure: boolean, workers: Workers, around: Surroundings) {
    this.id = id;
    this.#plan = plan;
    this.#sure = sure;
    this.#jobs = workers.jobs;
    this.#around = around;
    this.#beganMs = around.nowMs();
    const units = plan.rule === null ? coarseFirst(plan.points, plan.replications) : coarseFirst(plan.points, 1);
    // The answer to whoever began it comes first.
    this.#cancelFlush = around.schedule(0, () => this.#flush());
    void this.#conduct(workers.work(task, units, this.#ending.signal));
  }

  /** Ends it; what is there has been told. */
  cancel(): void {
    this.#end('cancelled');
  }

  /** Ends it without another word: nobody is there any more. */
  free(): void {
    if (this.#state !== 'running') return;
    this.#state = 'cancelled';
    this.#cancelFlush?.();
    this.#ending.abort();
    this.#drained?.();
  }

  async #conduct(outcomes: AsyncIterable<Outcome>): Promise<void> {
    try {
      for await (const outcome of outcomes) {
        if (this.#state !== 'running') return;
        this.#take(outcome);
        if (!this.#isRunning) return;
        // Not taking more is what stops the workers.
        while (this.#waiting >= WAITING_MAX && this.#isRunning) {
          await new Promise<void>((resolve) => (this.#drained = resolve));
        }
      }
      this.#end('done');
    } catch (error) {
      if (this.#state !== 'running') return;
      if (!(error instanceof InputError)) this.#around.onDefect(error);
      this.#end('failed', messageOf(error));
    }
  }

  get #isRunning(): boolean {
    return this.#state === 'running';
  }

  #take(outcome: Outcome): void {
    if ('problems' in outcome) return this.#end('failed', outcome.problems[0]?.message ?? '');
    const { tookMs, ...record } = outcome;
    if (record.failure !== undefined) return this.#end('failed', record.failure);
    this.#done++;
    this.#tookMs += tookMs;
    // A power of two has one bit.
    if ((this.#done & (this.#done - 1)) === 0)
      this.#lately = [{ done: this.#done, tookMs: this.#tookMs }, this.#lately[0]];
    this.#records.push(record);
    this.#waiting += record.runs.length * this.#plan.lanes.length;
    if (this.#mustAsk()) return this.#end('asking');
    this.#cancelFlush ??= this.#around.schedule(BATCH_MS, () => this.#flush());
  }

  #mustAsk(): boolean {
    if (this.#sure || this.#done === this.#plan.units) return false;
    const passed = this.#around.nowMs() - this.#beganMs;
    const known = this.#done >= ESTIMATE_UNITS && passed >= ESTIMATE_MS;
    if (!known && passed < ESTIMATE_LATEST_MS) return false;
    return this.#plan.runs > ASKED_FROM_RUNS || (this.#leftMs ?? 0) > ASKED_FROM_MS;
  }

  /** What is left at the mean of what was done lately, divided among the workers. */
  get #leftMs(): number | null {
    if (this.#done === 0) return null;
    const left = this.#plan.units - this.#done;
    const [, { done, tookMs }] = this.#lately;
    const mean = (this.#tookMs - tookMs) / (this.#done - done);
    return (mean * left) / Math.max(1, Math.min(this.#jobs, left));
  }

  #flush(): void {
    this.#cancelFlush = null;
    if (this.#around.congested()) {
      this.#cancelFlush = this.#around.schedule(BATCH_MS, () => this.#flush());
      return;
    }
    this.#tell();
    this.#drained?.();
    this.#drained = null;
  }

  #end(state: ExperimentState, message: string | null = null): void {
    if (this.#state !== 'running') return;
    this.#state = state;
    this.#message = message;
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#ending.abort();
    this.#drained?.();
    this.#tell();
  }

  #tell(): void {
    const records = this.#records;
    this.#records = [];
    this.#waiting = 0;
    this.#around.push({
      type: 'experiment',
      id: this.id,
      state: this.#state,
      done: this.#done,
      units: this.#plan.units,
      leftMs: this.#leftMs,
      records,
      message: this.#message,
    });
  }
}
