import { ComparisonFold, type WholeRun } from '../../shared/fold/comparison.ts';
import type { LaneStatus } from '../../shared/protocol/pushes.ts';
import type { Edit, Scenario } from '../../shared/scenario/scenario.ts';
import { shown } from '../../shared/scenario/problem.ts';
import { deadlockSentence, type Deadlock } from '../../shared/trace/deadlock.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { SampledTrace, type SampledOptions } from '../../shared/trace/sampled-trace.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import type { Workload } from '../workloads/workload.ts';
import { Run, type Outcome } from './run.ts';
import type { Decision } from './step.ts';

/** Steps between two looks at the wall clock: less than a millisecond, also before the code has been compiled. */
const STEPS_AT_ONCE = 100;
/** Edits that are made between two such looks: each makes new parameters, and some of them are long lists. */
const EDITS_AT_ONCE = 20;
/** Events from which on a lane is not computed further: an hour of computing, or a program that never ends. */
export const LANE_EVENTS_MAX = 10_000_000_000;
/** The same for a run of which it is known that it never ends. */
export const ENDLESS_EVENTS_MAX = 50_000;

type SampledRun = Run<unknown, SampledTrace>;

/**
 * One run of a session. It is computed ahead of the clock, as fast as the host has time for it, because every view
 * reads the trace: playing, stepping and scrubbing move the clock and leave the run alone.
 *
 * An edit under way means that the run from there on is another one. Coroutines cannot be copied, so it is
 * executed again from the start, and must leave the same trace up to the edit.
 */
export class Lane {
  readonly workload: Workload<unknown>;
  readonly #sampling: SampledOptions | undefined;
  // What adds up every event of a run whose trace does not keep all of them.
  readonly #sums = new WeakMap<SampledRun, ComparisonFold>();
  #run: SampledRun;
  // The run that takes the place of this one once it has come to the edit that makes it another.
  #next: { readonly run: SampledRun; readonly at: number } | null = null;
  #full = false;
  // For each generation how many of its first events are the same as in the one before.
  readonly #kept: number[] = [];

  /** `sampling` says from where on its trace is sampled. */
  constructor(scenario: Scenario, workload: Workload<unknown>, sampling?: SampledOptions) {
    this.workload = workload;
    this.#sampling = sampling;
    this.#run = this.#runOf(scenario);
  }

  get scenario(): Scenario {
    return (this.#next?.run ?? this.#run).scenario;
  }

  get trace(): Trace {
    return this.#run.trace;
  }

  /** How many events have happened; the trace of a long run holds only some of them. */
  get seen(): number {
    return this.#run.trace.seen;
  }

  /** Counts up when the run is replaced. */
  get generation(): number {
    return this.#kept.length;
  }

  /** How many of the first events are the same as they were in an earlier generation. */
  keptSince(generation: number): number {
    return this.#kept.slice(generation).reduce((least, kept) => Math.min(least, kept), this.trace.length);
  }

  /** Virtual seconds up to which the trace is complete; while it is computed, more may follow at that very instant. */
  get reached(): number {
    const run = this.#run;
    const told = Math.min(run.now, run.trace.toldUntil);
    if (this.#next !== null) return Math.min(this.#next.at, told);
    return run.over ? Infinity : told;
  }

  get computing(): boolean {
    return this.#next !== null || (!this.#run.over && !this.#full);
  }

  /** When everything in the trace has happened; null while it is being computed. */
  get endsAt(): number | null {
    return this.computing ? null : this.trace.endsAt;
  }

  get makespan(): number | null {
    return this.#run.outcome.makespan;
  }

  get status(): LaneStatus {
    if (this.computing) return 'computing';
    const { pause } = this.#run.outcome;
    return pause === 'finished' || pause === 'failed' || pause === 'deadlock' ? pause : 'stopped';
  }

  /** The tasks that wait for ever; null unless the run has ended in a deadlock. */
  get deadlock(): Deadlock | null {
    return this.computing ? null : this.#run.outcome.deadlock;
  }

  /** Why a run that did not finish stopped, in a sentence; null when it finished or goes on. */
  get message(): string | null {
    if (!this.#full) return explain(this.#run.outcome);
    const events = this.#most(this.#run).toLocaleString('en');
    const endless = this.workload.endless?.(this.#run.params) ?? null;
    if (endless !== null) return `Stopped after ${events} events: ${endless}.`;
    return `Stopped after ${events} events, and it is not over.`;
  }

  /** The whole run in figures, where its trace holds only some of its events; null elsewhere, and while it is computed. */
  get whole(): WholeRun | null {
    const run = this.#run;
    if (this.computing || run.trace.gaps.length === 0) return null;
    const { makespan, now } = run.outcome;
    return this.#sums.get(run)!.whole(Math.max(makespan ?? now, run.trace.endsAt));
  }

  /** Computes on for a moment: a hundred steps, or fewer where edits are made. */
  compute(): void {
    if (this.#next !== null) {
      this.#catchUp(this.#next.run, this.#next.at);
      return;
    }
    this.#run.advance(Infinity, STEPS_AT_ONCE, EDITS_AT_ONCE);
    if (this.#fills(this.#run)) this.#full = true;
    if (!this.computing) this.#run.trace.finish();
  }

  /** Runs the scenario with other edits; what happened before instant `at` stays as it is. */
  replace(edits: readonly Edit[], at: number): void {
    const run = this.#runOf({ ...this.scenario, edits });
    this.#next = { run, at: Math.min(at, this.#next?.at ?? Infinity) };
  }

  #runOf(scenario: Scenario): SampledRun {
    const { stage } = this.workload;
    const told = new ComparisonFold({ ...scenario, ...(stage === undefined ? {} : { stage }) });
    const run: SampledRun = new Run(scenario, this.workload, new SampledTrace({ ...this.#sampling, told }));
    this.#sums.set(run, told);
    return run;
  }

  /** Whether a run has as many events as it may have, and is not over. */
  #fills(run: SampledRun): boolean {
    // Asking whether it can end takes its time: not before it matters.
    const { seen } = run.trace;
    return seen >= ENDLESS_EVENTS_MAX && seen >= this.#most(run) && !run.over;
  }

  /** Events from which on a run is not computed further. */
  #most({ params }: Run): number {
    return (this.workload.endless?.(params) ?? null) === null ? LANE_EVENTS_MAX : ENDLESS_EVENTS_MAX;
  }

  #catchUp(run: SampledRun, at: number): void {
    run.advance(at, STEPS_AT_ONCE, EDITS_AT_ONCE);
    const full = this.#fills(run);
    if (run.now < at && !run.over && !full) return;
    this.#kept.push(Math.min(this.trace.countBefore(at), run.trace.length));
    this.#run = run;
    this.#next = null;
    this.#full = full;
    if (!this.computing) run.trace.finish();
  }

  /**
   * The first scheduling decision among the events from number `from` on; null when there is none, undefined while that
   * is not known: it comes no sooner than `reached`.
   */
  decisionFrom(from: number): Decision | null | undefined {
    const { trace } = this;
    const valid = this.#next?.at ?? Infinity;
    for (let index = from; index < trace.length; index++) {
      const event = trace.at(index);
      if (event.at >= valid) break;
      // What sums up a gap are no decisions.
      if (event.kind === Kind.GAP) index += event.value - 1;
      if (event.kind === Kind.RUN) return { at: event.at, index };
    }
    return this.computing ? undefined : null;
  }

  /**
   * The last scheduling decision among the first `count` events, all that have happened up to `at`; null when there is
   * none, undefined while that is not known.
   */
  decisionBefore(count: number, at: number): Decision | null | undefined {
    if (this.computing && this.reached < at) return undefined;
    const { trace } = this;
    for (let index = Math.min(count, trace.length) - 1; index >= 0; index--) {
      const event = trace.at(index);
      if (event.kind === Kind.RESUME) index = trace.gapAround(index)!.from;
      if (event.kind === Kind.RUN) return { at: event.at, index };
    }
    return null;
  }
}

/** Why a run that is over did not finish; null when it did, or goes on. */
export function explain(outcome: Outcome): string | null {
  if (outcome.deadlock !== null) return deadlockSentence(outcome.deadlock);
  if (outcome.pause !== 'failed') return null;
  return `The program failed: ${outcome.failure instanceof Error ? outcome.failure.message : shown(outcome.failure)}.`;
}
