/** What a worker thread of a sweep runs: the build makes a file of it. */
import { poolData } from '../../experiment/pool.ts';
import { InputError } from '../../../shared/scenario/problem.ts';
import { prepared, type Prepared, type SweepTask } from './task.ts';
import { runUnit, type UnitRecord } from './unit.ts';

let mine: Prepared | undefined;

/** The record of a unit, or the problems of an input: errors lose their class on the way. */
export default async function work(unit: number): Promise<UnitRecord | { readonly problems: InputError['problems'] }> {
  mine ??= prepared(poolData() as SweepTask);
  const { plan, workload, limits } = mine;
  try {
    return await runUnit(plan, workload, unit, limits);
  } catch (error) {
    if (error instanceof InputError)
      return { problems: JSON.parse(JSON.stringify(error.problems)) as InputError['problems'] };
    throw error;
  }
}
