import type { Coroutine, Kernel, ReadyQueue } from '../kernel/index.ts';
import type { Random } from '../random/random.ts';
import type { Mistake } from '../../shared/listing/mistake.ts';
import type { ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { Texts } from '../../shared/listing/texts.ts';
import type { ModelId, WorkloadShape } from '../../shared/scenario/scenario.ts';
import type { TheoryId } from '../../shared/theory/theory.ts';
import type { Vocabulary } from '../../shared/trace/events.ts';

/** What a program is given to run on. */
export interface RunContext<P> {
  /** The parameters as they are now; an edit replaces the object, so read it anew at each use. */
  readonly params: P;
  /** The variant of the program; null for the program as it is. */
  readonly variant: string | null;
  readonly model: ModelId;
  /** Whether the workers wait out a sleep: one task at a time each. */
  readonly blocking: boolean;
  /** Whether there is one worker that waits out a sleep: one thing at a time. */
  readonly alone: boolean;
  /** The random numbers of stream k of this run; all k are one generator when draws are shared. */
  random(k: number): Random;
}

/** One run of a workload. */
export interface Program {
  /** Chooses the task that gets a free worker next; first in, first out when left out. */
  readonly policy?: ReadyQueue;
  /** The main coroutine. The run ends when it returns. */
  main(kernel: Kernel): Coroutine<unknown>;
}

/** A set of parameters with a name. */
export interface Preset<P> {
  readonly id: string;
  readonly title: string;
  /** A sentence on what it shows. */
  readonly help: string;
  readonly params: Partial<P>;
  /** The seed that it is about, if it is about one. */
  readonly seed?: string;
  /** Whether it may end in a deadlock: then that is what it shows, and no failure. */
  readonly deadlock?: boolean;
}

/** An experiment that shows at once what a program is about. */
export type FirstExperiment = Pick<ExperimentSpec, 'over' | 'models' | 'replications'> & {
  /** The figure that is drawn; the makespan when left out. */
  readonly figure?: string;
  /** Whether its axis goes up in equal ratios. */
  readonly logY?: boolean;
};

/** A program that people learn async/await from: what it is called, what can be set, and how it runs. */
export interface Workload<P> extends WorkloadShape<P> {
  readonly title: string;
  /** One sentence for a reader that has never seen it. */
  readonly description: string;
  readonly presets: readonly Preset<P>[];
  /** The closed forms that foretell its runs; left out where there are none. */
  readonly theory?: TheoryId;
  /** The kind of picture that shows it; left out where the general one does, which shows any program as its tasks. */
  readonly stage?: string;
  /** Virtual seconds a second at which its defaults can be followed. */
  readonly speed: number;
  /** What it writes into the trace beyond what the kernel does, and how that is said. */
  readonly vocabulary: Vocabulary;
  /** The program in Python, a text for each model. The program on the kernel says on which line of it it waits. */
  readonly texts: Texts;
  /** The experiment that opens first; one over its first number when left out. */
  readonly experiment?: FirstExperiment;
  /** What people do wrong in this program. */
  readonly mistakes?: readonly Mistake<P>[];
  /** Why a run with these parameters can never end, in a clause; null when it can. */
  endless?(params: P): string | null;
  /** Tasks that have a thread or a process of their own, beside the pool of workers, where there are such. */
  readonly ownWorkers?: number;
  program(context: RunContext<P>): Program;
}
