import type { Workload } from '../../workloads/workload.ts';
import type { ModelId, Scenario } from '../../../shared/scenario/scenario.ts';
import type { EventSink } from '../../../shared/trace/trace.ts';
import type { Column } from '../output/table.ts';
import { boards } from './boards.ts';
import { queue } from './queue.ts';
import { requests } from './requests.ts';
import type { Account } from './account.ts';

/** A fold whose outcome is a few figures by name. */
export interface SummaryFold extends EventSink {
  /** The figures at `now` (virtual seconds), which is not before the last event. */
  summaryAt(now: number): Readonly<Record<string, number>>;
}

/** When a closed form says that it is over. */
export interface Theory {
  readonly makespan: number;
  readonly masterFinished: number;
  /** Whether nothing is left to chance: then the run has to agree. */
  readonly exact: boolean;
}

/** What can be told about the workloads of one stage kind, beyond what holds for every run. */
export interface StageFigures {
  fold(model: ModelId): SummaryFold;
  /** When the run ought to be over, null where no closed form is known. */
  theory(scenario: Scenario): Theory | null;
  /** Columns of its own in a table of runs. */
  readonly columns: readonly (Column & { readonly cell: (account: Account) => string })[];
  /** Figures of a single run, in words. */
  lines(account: Account): readonly [name: string, text: string][];
  /** What is worth saying about some runs of one workload. */
  sentences(accounts: readonly Account[]): string[];
  /** The same as data. */
  facts(accounts: readonly Account[]): Record<string, unknown>;
}

/** A stage about which nothing special is known. */
const plain: StageFigures = {
  fold: () => ({ event() {}, summaryAt: () => ({}) }),
  theory: () => null,
  columns: [],
  lines: () => [],
  sentences: () => [],
  facts: () => ({}),
};

const stages: Readonly<Record<string, StageFigures>> = { boards, queue, requests };

export function figuresOf(workload: Workload<unknown>): StageFigures {
  return stages[workload.stage] ?? plain;
}
