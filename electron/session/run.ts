import { Kernel, model, type Pause, type Statistics } from '../kernel/index.ts';
import { stream } from '../random/stream.ts';
import { Random } from '../random/random.ts';
import type { RunContext, Workload } from '../workloads/workload.ts';
import { withEdit, type Edit, type Scenario } from '../../shared/scenario/scenario.ts';
import { deadlockOf, type Deadlock } from '../../shared/trace/deadlock.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';

/** The generator that runs draw from, for shells that check it against Python's. */
export { Random };

/** Steps a run may take before it is thought never to end: many minutes of computing. */
export const STEPS_MAX = 1_000_000_000;
/** The same for a run of which it is known that it never ends. */
export const ENDLESS_STEPS_MAX = 5_000_000;

/** What became of a run. */
export interface Outcome {
  readonly pause: Pause;
  /** Virtual seconds up to which the run has gone. */
  readonly now: number;
  /** When the main coroutine ended; null while it has not. */
  readonly makespan: number | null;
  /** What the main coroutine returned. */
  readonly result: unknown;
  /** What it threw. */
  readonly failure: unknown;
  /** The tasks that wait for ever; null unless the run has ended in a deadlock. */
  readonly deadlock: Deadlock | null;
  /** Errors of other tasks that nobody asked for. */
  readonly neverRetrieved: readonly { readonly task: string; readonly error: unknown }[];
}

/** A scenario being executed: the kernel, the program on it, and the trace that they leave. */
export class Run<P = unknown, T extends Trace = Trace> {
  readonly scenario: Scenario<P>;
  readonly workload: Workload<P>;
  readonly trace: T;
  readonly #kernel: Kernel;
  readonly #context: { -readonly [K in keyof RunContext<P>]: RunContext<P>[K] };
  readonly #edits: readonly Edit[];
  #applied = 0;
  #reached = 0;
  #pause: Pause = 'until';

  /** `trace` is where its events go. */
  constructor(scenario: Scenario<P>, workload: Workload<P>, trace = new Trace() as T) {
    this.trace = trace;
    this.scenario = scenario;
    this.workload = workload;
    this.#edits = scenario.edits;
    const shared = scenario.draws === 'shared' ? new Random(scenario.seed) : null;
    const runtime = model(scenario.model, scenario.workers + (workload.ownWorkers ?? 0));
    this.#context = {
      params: scenario.params,
      variant: scenario.variant,
      blocking: runtime.sleepHolds,
      alone: scenario.model === 'synchronous',
      random: (k) => shared ?? stream(scenario.seed, k),
    };
    const program = workload.program(this.#context);
    this.#kernel = new Kernel({
      model: runtime,
      observer: this.trace,
      ...(program.policy === undefined ? {} : { policy: program.policy }),
    });
    this.#kernel.spawn(program.main(this.#kernel), { name: 'main' });
  }

  /** Virtual seconds up to which everything has happened. */
  get now(): number {
    return Math.max(this.#reached, this.#kernel.now);
  }

  /** The parameters as they are now. */
  get params(): P {
    return this.#context.params;
  }

  get over(): boolean {
    return this.#pause === 'finished' || this.#pause === 'failed' || this.#pause === 'deadlock';
  }

  get statistics(): Statistics {
    return this.#kernel.statistics();
  }

  /**
   * Goes on until virtual instant `until` (inclusive), for `maxSteps` steps or for `maxEdits` edits, whichever comes
   * first. Edits take hold at their instants, before anything else that happens then.
   */
  advance(until = Infinity, maxSteps = Infinity, maxEdits = Infinity): Pause {
    const stepsBefore = this.#kernel.statistics().steps;
    const lastEdit = this.#applied + maxEdits;
    while (!this.over) {
      const edit = this.#edits[this.#applied];
      const stop = edit === undefined ? until : Math.min(until, before(edit.at));
      const left = maxSteps - (this.#kernel.statistics().steps - stepsBefore);
      this.#pause = this.#kernel.advance(stop, left);
      if (this.#pause !== 'until' || edit === undefined || edit.at > until) break;
      if (this.#applied >= lastEdit) {
        this.#pause = 'steps';
        break;
      }
      this.#apply(edit);
    }
    if (this.#pause === 'until') this.#reached = Math.max(this.#reached, until);
    return this.#pause;
  }

  get outcome(): Outcome {
    const kernel = this.#kernel;
    const ended = kernel.mainEndedAt !== null;
    const failed = ended && kernel.endingOf(0) !== 'returned';
    return {
      pause: this.#pause,
      now: this.now,
      makespan: kernel.mainEndedAt,
      result: ended && !failed ? kernel.contentOf(0) : undefined,
      failure: failed ? kernel.contentOf(0) : undefined,
      deadlock: this.#pause === 'deadlock' ? deadlockOf(kernel.blocked()) : null,
      neverRetrieved: kernel.neverRetrieved(),
    };
  }

  #apply(edit: Edit): void {
    this.#context.params = withEdit(this.#context.params, edit, this.workload);
    this.trace.event(edit.at, Kind.EDIT, -1, this.#applied, 0);
    this.#applied++;
  }
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The last instant before `at`: the next smaller number. Before zero there is nothing, for which -1 stands. */
export function before(at: number): number {
  if (at === 0) return -1;
  double[0] = at;
  bits[0]! -= 1n;
  return double[0];
}
