import type { ModelId } from '../scenario/scenario.ts';
import { axisLength, axisValue } from './axis-values.ts';
import type { ExperimentSpec } from './spec.ts';
import { RULE, type Rule } from './stopping.ts';

/** One of the runs that stand beside each other in a replication. */
export interface PlannedLane {
  readonly model: ModelId;
  /** Null where the experiment does not vary it. */
  readonly policy: string | null;
}

/** Where a unit of work lies. */
export interface Place {
  /** Counted from 0; the second axis goes round faster. */
  readonly point: number;
  /** Counted from 0; null where the unit is all replications of its point. */
  readonly replication: number | null;
}

/**
 * An experiment as a list of units, none of which is made before it is asked for. A unit is one replication of a
 * point under every lane; where the width of an interval decides how many replications there are, it is all of them.
 */
export class Grid {
  readonly spec: ExperimentSpec;
  readonly lanes: readonly PlannedLane[];
  readonly points: number;
  readonly units: number;
  /** The rule by which replications end; null where their number is fixed. */
  readonly rule: Rule | null;
  /** Replications of each point; the most there may be where a rule decides. */
  readonly replications: number;
  readonly #lengths: readonly number[];

  /** @param models those that the program makes sense under: what is compared where the experiment does not say. */
  constructor(spec: ExperimentSpec, models: readonly ModelId[]) {
    this.spec = spec;
    const compared = spec.models ?? models;
    const policies = spec.policies ?? [null];
    this.lanes = policies.flatMap((policy) => compared.map((model) => ({ model, policy })));
    this.#lengths = spec.over.map(axisLength);
    this.points = this.#lengths.reduce((product, length) => product * length, 1);
    this.rule = spec.until === undefined ? null : { ...RULE, ...defined(spec.until) };
    this.replications = this.rule?.most ?? spec.replications ?? 1;
    this.units = this.rule === null ? this.points * this.replications : this.points;
  }

  /** Points for each value of the first axis. */
  get inner(): number {
    return this.#lengths[1] ?? 1;
  }

  /** Runs, at most where a rule decides. */
  get runs(): number {
    return this.points * this.replications * this.lanes.length;
  }

  place(unit: number): Place {
    if (this.rule !== null) return { point: unit, replication: null };
    return { point: Math.floor(unit / this.replications), replication: unit % this.replications };
  }

  /** The values of the axes at a point. */
  values(point: number): unknown[] {
    const [first, second] = this.spec.over;
    if (second === undefined) return [axisValue(first!, point)];
    const { inner } = this;
    return [axisValue(first!, Math.floor(point / inner)), axisValue(second, point % inner)];
  }

  seed(replication: number): string {
    return String(BigInt(this.spec.seed ?? 0) + BigInt(replication));
  }
}

function defined(rule: NonNullable<ExperimentSpec['until']>): Partial<Rule> {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}
