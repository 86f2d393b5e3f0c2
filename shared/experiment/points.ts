import { speedUp } from '../theory/speedup.ts';
import type { Grid } from './grid.ts';
import { meanInterval, pairedInterval, type Interval } from './interval.ts';
import { figureOf, type RunRecord, type UnitRecord } from './record.ts';

/** All that was found at one point: for each replication, a run for each lane. */
export interface Point {
  readonly values: readonly unknown[];
  readonly runs: readonly (readonly RunRecord[])[];
}

/** The units of a plan, which come in their order, put together to points. */
export async function* pointsOf(plan: Grid, records: AsyncIterable<UnitRecord>): AsyncGenerator<Point> {
  let runs: (readonly RunRecord[])[] = [];
  for await (const record of records) {
    const { point, replication } = plan.place(record.unit);
    runs.push(...record.runs);
    // A point is handed on with its last replication: its rows are there when the sweep is interrupted.
    if (replication !== null && replication < plan.replications - 1) continue;
    yield { values: plan.values(point), runs };
    runs = [];
  }
}

/** The lane that a lane is measured against: one thing at a time, under the same policy, if that is among them. */
export function referenceLane({ lanes }: Pick<Grid, 'lanes'>, lane: number): number {
  const { policy } = lanes[lane]!;
  const slow = lanes.findIndex((each) => each.model === 'synchronous' && each.policy === policy);
  return slow >= 0 ? slow : lanes.findIndex((each) => each.policy === policy);
}

/** How many times faster than its reference a lane was in a replication; null while one of them is not over, or did other work. */
export function speedUpIn(plan: Pick<Grid, 'lanes'>, records: readonly RunRecord[], lane: number): number | null {
  const [own, other] = [records[lane]!, records[referenceLane(plan, lane)]!];
  if (own.makespan === null || other.makespan === null || own.work !== other.work) return null;
  return speedUp(other.makespan, own.makespan);
}

/** A metric at a point under one lane, in the order of the seeds. */
export function series({ runs }: Point, lane: number, metric: string): (number | null)[] {
  return runs.map((records) => figureOf(records[lane]!, metric));
}

/** The mean of values with its interval; null where one of them is not there. */
export function intervalOf(values: readonly (number | null)[], confidence?: number): Interval | null {
  return values.every((value) => value !== null) ? meanInterval(values, confidence) : null;
}

/** By how much a lane differs from its reference, seed by seed; null for the reference itself. */
export function differenceOf(plan: Grid, point: Point, lane: number, metric: string): Interval | null {
  const reference = referenceLane(plan, lane);
  if (reference === lane) return null;
  const [own, other] = [series(point, lane, metric), series(point, reference, metric)];
  if (own.includes(null) || other.includes(null)) return null;
  return pairedInterval(own as number[], other as number[], plan.rule?.confidence);
}
