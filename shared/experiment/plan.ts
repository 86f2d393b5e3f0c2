import type { WorkloadShape, ModelId, Scenario, ScenarioInput } from '../scenario/scenario.ts';
import { axisLength, axisValue } from './axis.ts';
import { underModels, withParameter } from './lanes.ts';
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
export class Plan {
  readonly spec: ExperimentSpec;
  readonly lanes: readonly PlannedLane[];
  readonly points: number;
  readonly units: number;
  /** The rule by which replications end; null where their number is fixed. */
  readonly rule: Rule | null;
  /** Replications of each point; the most there may be where a rule decides. */
  readonly replications: number;
  readonly #shape: WorkloadShape<unknown>;
  readonly #lengths: readonly number[];

  constructor(spec: ExperimentSpec, shape: WorkloadShape<unknown>) {
    this.spec = spec;
    this.#shape = shape;
    const models = spec.models ?? shape.models;
    const policies = spec.policies ?? [null];
    this.lanes = policies.flatMap((policy) => models.map((model) => ({ model, policy })));
    this.#lengths = spec.over.map(axisLength);
    this.points = this.#lengths.reduce((product, length) => product * length, 1);
    this.rule = spec.until === undefined ? null : { ...RULE, ...defined(spec.until) };
    this.replications = this.rule?.most ?? spec.replications ?? 1;
    this.units = this.rule === null ? this.points * this.replications : this.points;
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
    const inner = this.#lengths[1]!;
    return [axisValue(first!, Math.floor(point / inner)), axisValue(second, point % inner)];
  }

  seed(replication: number): string {
    return String(BigInt(this.spec.seed ?? 0) + BigInt(replication));
  }

  /**
   * The scenarios of a replication, one for each lane.
   *
   * @throws InputError for values that the program does not take.
   */
  scenarios(point: number, replication: number): Scenario[] {
    const { workload, variant = null, params, draws, workers, edits } = this.spec;
    const given = { workload, variant, params, draws, workers, edits };
    let input = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as unknown as ScenarioInput;
    const values = this.values(point);
    for (const [i, { path }] of this.spec.over.entries()) input = withParameter(this.#shape, input, path, values[i]);
    const seed = this.seed(replication);
    const models = this.spec.models ?? this.#shape.models;
    const under = (policy: string | null) => {
      const here = policy === null ? input : withParameter(this.#shape, input, 'policy', policy);
      return underModels(this.#shape, here, models, { seed });
    };
    return (this.spec.policies ?? [null]).flatMap(under);
  }
}

function defined(rule: NonNullable<ExperimentSpec['until']>): Partial<Rule> {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}
