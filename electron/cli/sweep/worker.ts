/** What a worker thread of a sweep runs: the build makes a file of it. */
import { poolData } from '../../experiment/pool.ts';
import { giveWay, type GENTLE } from '../../experiment/workers.ts';
import { InputError } from '../../../shared/scenario/problem.ts';
import type { SweepTask } from '../../../shared/experiment/task.ts';
import { figureTheory, type FigureTheory } from '../../../shared/theory/theory.ts';
import { prepared, type Prepared } from './task.ts';
import { runUnit } from './unit.ts';
import type { UnitRecord } from '../../../shared/experiment/record.ts';

/** What a worker is given: the task, and whether it works for a page, to which it gives way. */
type Given = SweepTask & Partial<typeof GENTLE>;

let mine: Prepared | undefined;

/** The record of a unit, or the problems of an input: errors lose their class on the way. */
export default async function work(
  unit: number,
): Promise<(UnitRecord & { readonly tookMs?: number }) | { readonly problems: InputError['problems'] }> {
  const { gentle = false, ...task } = poolData() as Given;
  if (mine === undefined && gentle) giveWay();
  mine ??= prepared(task);
  const { plan, workload, limits } = mine;
  const began = performance.now();
  try {
    const record = await runUnit(plan, workload, unit, limits);
    return gentle ? { ...record, theory: theoryAt(mine, unit), tookMs: performance.now() - began } : record;
  } catch (error) {
    if (error instanceof InputError)
      return { problems: JSON.parse(JSON.stringify(error.problems)) as InputError['problems'] };
    throw error;
  }
}

/** What theory says of each lane at the point of a unit; it is the same for every seed, and told with the first. */
function theoryAt({ plan, workload }: Prepared, unit: number): FigureTheory[] {
  const { point, replication } = plan.place(unit);
  if (replication !== null && replication > 0) return [];
  return plan.scenarios(point, 0).map((scenario) => figureTheory(workload.theory ?? null, scenario));
}
