import { Conducted, type Surroundings, type Workers } from '../experiment/conducted.ts';
import { Plan } from '../../shared/experiment/plan.ts';
import { readSpec, type ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { CallArguments, ExperimentStarted } from '../../shared/protocol/calls.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { STEPS_MAX } from '../session/run.ts';
import type { Workload } from '../workloads/workload.ts';

/** Most runs of an experiment whose results a page keeps. */
export const RUNS_MAX = 1_000_000;

/** The experiment of one page: one at a time. */
export class Experiments {
  readonly #workloads: readonly Workload<unknown>[];
  readonly #workers: Workers | null;
  readonly #around: Surroundings;
  #current: Conducted | null = null;
  #started = 0;

  constructor(workloads: readonly Workload<unknown>[], workers: Workers | null, around: Surroundings) {
    this.#workloads = workloads;
    this.#workers = workers;
    this.#around = around;
  }

  /**
   * Begins an experiment in place of the one under way. Nothing of it is computed here.
   *
   * @throws InputError when it cannot be begun; the one under way then goes on.
   */
  begin({ spec: given, sure = false }: CallArguments<'experiment'>): ExperimentStarted {
    const workers = this.#workers;
    if (workers === null)
      throw new InputError([problem('experiment', 'no workers', 'begun in a built app: npm run build')]);
    const { plan, workload, spec } = this.#plan(given);
    if (plan.runs > RUNS_MAX) {
      const many = `${plan.runs.toLocaleString('en')} runs`;
      throw new InputError([
        problem(
          'over',
          many,
          `at most ${RUNS_MAX.toLocaleString('en')} runs in the window; simul sweep has no such limit`,
        ),
      ]);
    }
    checkCorners(plan, workload);
    this.free();
    const id = ++this.#started;
    const task = { spec, until: null, steps: STEPS_MAX };
    this.#current = new Conducted(id, plan, task, sure, workers, this.#around);
    return { id, runs: plan.runs, jobs: workers.jobs };
  }

  cancel(): void {
    this.#current?.cancel();
  }

  /** Ends the experiment under way without another word. */
  free(): void {
    this.#current?.free();
    this.#current = null;
  }

  /**
   * What opens a run of an experiment: the lanes of its policy at that point, with the seed of that replication.
   *
   * @throws InputError when there is no such run.
   */
  opening({ spec: given, point, replication, lane }: CallArguments<'openPoint'>): CallArguments<'open'> {
    const { plan } = this.#plan(given);
    const within = (path: string, value: number, count: number) => {
      if (value >= count) throw new InputError([problem(path, value, `a whole number below ${count}`)]);
    };
    within('point', point, plan.points);
    within('replication', replication, plan.replications);
    within('lane', lane, plan.lanes.length);
    const { policy } = plan.lanes[lane]!;
    const beside = plan.scenarios(point, replication).filter((_, index) => plan.lanes[index]!.policy === policy);
    return {
      scenario: { ...beside[0]! },
      lanes: beside.map(({ model, workers, variant }) => ({ model, workers, variant })),
    };
  }

  #plan(given: unknown): { plan: Plan; workload: Workload<unknown>; spec: ExperimentSpec } {
    const read = readSpec(given);
    const workload = this.#workloads.find(({ id }) => id === read.workload);
    const known = this.#workloads.map(({ id }) => id).join(', ');
    if (workload === undefined) throw new InputError([problem('workload', read.workload, `one of ${known}`)]);
    // Lanes of an experiment face the same numbers unless it says otherwise.
    const spec = { ...read, draws: read.draws ?? ('keyed' as const) };
    return { plan: new Plan(spec, workload), workload, spec };
  }
}

/**
 * Looks at the ends of each axis before anything is run, so that a bad value is told at once; whoever comes later is
 * checked when its turn has come.
 *
 * @throws InputError for values that the program does not take, or with which it cannot end.
 */
function checkCorners(plan: Plan, workload: Workload<unknown>): void {
  const { inner } = plan;
  for (const point of new Set([0, inner - 1, plan.points - inner, plan.points - 1])) {
    for (const { params } of plan.scenarios(point, 0)) {
      const why = workload.endless?.(params) ?? null;
      if (why !== null) throw new InputError([problem('params', params, `such that runs can end: ${why}`)]);
    }
  }
}
