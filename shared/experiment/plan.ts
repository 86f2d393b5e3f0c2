import type { WorkloadShape, Scenario, ScenarioInput } from '../scenario/scenario.ts';
import { Grid } from './grid.ts';
import { underModels, withParameter } from './lanes.ts';
import type { ExperimentSpec } from './spec.ts';

/** An experiment with its program: it knows the scenarios of each point. */
export class Plan extends Grid {
  readonly #shape: WorkloadShape<unknown>;

  constructor(spec: ExperimentSpec, shape: WorkloadShape<unknown>) {
    super(spec, shape.models);
    this.#shape = shape;
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
