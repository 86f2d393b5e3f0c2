/** What is told of runs on the command line: figures that hold for every run, and those of one kind of stage. */
import type { ModelId, Scenario } from '../../../shared/scenario/scenario.ts';
import type { Theory } from '../../../shared/theory/theory.ts';
import type { Deadlock } from '../../../shared/trace/deadlock.ts';
import type { EventSink } from '../../../shared/trace/trace.ts';
import type { Cut } from '../execute.ts';
import type { Failure } from '../failure.ts';
import type { Column } from '../output/table.ts';

/** What became of one run, in figures. */
export interface Account {
  readonly scenario: Scenario;
  /** Null while it is not over. */
  readonly makespan: number | null;
  /** Virtual seconds up to which it went. */
  readonly now: number;
  readonly cut: Cut;
  readonly failure: Failure | null;
  /** The tasks that wait for ever, where the run has ended in a deadlock. */
  readonly deadlock: Deadlock | null;
  readonly result: unknown;
  /** The share of the processors' time that was used, 0..1. */
  readonly processorUse: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly theory: Theory;
  /** What its tasks have done; see `WorkFold`. */
  readonly work: () => string;
  readonly steps: number;
}

/** What a mean is made of. */
export interface MeanOf {
  readonly count: number;
  readonly total: number;
}

/** A fold whose outcome is a few figures by name. */
export interface SummaryFold extends EventSink {
  /** The figures at `now` (virtual seconds), which is not before the last event. */
  summaryAt(now: number): Readonly<Record<string, number>>;
  /** The means among these figures, as what they are means of: so that those of a part of the run can be told. */
  means(): Readonly<Record<string, MeanOf>>;
}

/** What can be told about the workloads of one stage kind, beyond what holds for every run. */
export interface StageFigures {
  fold(model: ModelId): SummaryFold;
  /** Columns of its own in a table of runs. */
  readonly columns: readonly (Column & { readonly cell: (account: Account) => string })[];
  /** Figures of a single run, in words. */
  lines(account: Account): readonly [name: string, text: string][];
  /** What is worth saying about some runs of one workload. */
  sentences(accounts: readonly Account[]): string[];
  /** The same as data. */
  facts(accounts: readonly Account[]): Record<string, unknown>;
}
