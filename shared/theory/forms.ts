import type { Scenario } from '../scenario/scenario.ts';
import type { Measures } from './measures.ts';

/** What the closed forms foretell of a run. Instants and spans in virtual seconds. */
export interface Prediction {
  readonly makespan: number;
  /** When the master's last move ends; null in programs without a master. */
  readonly masterFinished: number | null;
  /** Units done in the whole run, every amount at its mean; null where no units are counted. */
  readonly units: number | null;
  /** Whether nothing is left to chance: then the run has to agree. */
  readonly exact: boolean;
}

/** Where more of something begins to cost time. */
export interface Knee {
  /** The fewest that keep the worker busy without a pause; Infinity where its work takes no time. */
  readonly least: number;
  /** How many there are. */
  readonly boards: number;
  /** How long one of them takes from one turn to the next, and how much of that is work. */
  readonly round: number;
  readonly work: number;
  /** Whether nothing is left to chance: else every amount stands at its mean. */
  readonly exact: boolean;
}

/** A run as the closed forms see it: without edits, and without a variant. */
export type PlainScenario = Pick<Scenario, 'params' | 'model' | 'workers'>;

/** The closed forms of one program. */
export interface Forms {
  /** What a run of the program comes to, or, where no closed form is known, why not, in a sentence. */
  predict(scenario: PlainScenario): Prediction | string;
  /** Units that a run of the program or of one of its variants does; null where chance decides, or none are counted. */
  total?(params: unknown): number | null;
  knee?(params: unknown): Knee;
  /** The parameter of which the knee is a value. */
  readonly kneeOf?: string;
  /** What is known of other figures than the makespan; where it says something of that too, it is the better one. */
  measures?(scenario: PlainScenario): Measures;
  /** What a simpler law says of a figure that another value is known of: drawn beside it, to be compared. */
  beside?(scenario: PlainScenario): Measures;
  /** The share of waits that are no longer than so many seconds, in the steady state; null where it is not known. */
  waitsWithin?(scenario: PlainScenario): ((seconds: number) => number) | null;
  /** Why nothing is known of a figure, in a sentence. */
  whyNot?(scenario: PlainScenario): string;
}
