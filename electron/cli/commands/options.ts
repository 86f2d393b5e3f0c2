import type { ScenarioOptions } from '../input/scenario.ts';

/** Options of every command that runs something, as they are typed. */
export interface RunOptions extends ScenarioOptions {
  readonly until?: string;
  readonly steps?: string;
  readonly format: string;
  readonly out?: string;
}

/** Options of the commands that run something under several models. */
export interface ComparedOptions extends RunOptions {
  readonly models?: string;
}

/** Options of a sweep. */
export interface SweepOptions extends ComparedOptions {
  readonly over: readonly string[];
  readonly policies?: string;
  readonly metrics?: string;
  readonly warmUp?: string;
  readonly seeds?: string;
  readonly untilWidth?: string;
  readonly shard?: string;
  readonly jobs?: string;
  readonly yes?: boolean;
}
