import { workloads } from '../../electron/workloads/registry.ts';
import { catalogueOf } from '../../electron/host/catalogue.ts';
import { Session } from '../../electron/session/session.ts';
import type { ChartLane, ChartView } from '../../renderer/charts/view.ts';
import { everyKind, kindOf } from '../../renderer/stage/kinds.ts';
import { laneTitle } from '../../renderer/stage/titles.ts';
import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { theoryOf } from '../../shared/theory/theory.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';

// In the page each comes when it is wanted.
await everyKind();

/** The catalogue's entries of all programs, and that of the exhibition. */
export const entries: readonly CatalogueEntry[] = catalogueOf(workloads).workloads;
export const entry = entries.find(({ id }) => id === 'exhibition')!;

/** The trace of a program's defaults, run to its end. */
export function traceOf(workload: string): Trace {
  const session = new Session(workloads, { scenario: { workload }, lanes: [{ model: 'asynchronous' }] });
  while (session.compute());
  return session.lanes[0]!.trace;
}

const usual: readonly LaneChoice[] = [{ model: 'synchronous' }, { model: 'asynchronous' }];

/** Lanes of an exhibition that have been computed to their ends, as the page's stores hold them. */
export function exhibitionLanes(params: Readonly<Record<string, unknown>> = {}, choices = usual): ChartLane[] {
  return lanesOf('exhibition', params, choices);
}

/** The same of any program. */
export function lanesOf(
  workload: string,
  params: Readonly<Record<string, unknown>> = {},
  choices: readonly LaneChoice[] = usual,
): ChartLane[] {
  const kind = kindOf(entryOf(workload));
  const scenario = { workload, params };
  const session = new Session(workloads, { scenario, lanes: choices.map((choice) => ({ ...choice })) });
  while (session.compute());
  return session.lanes.map((lane, index) => ({
    index,
    title: laneTitle(lane.scenario, kind),
    info: { ...choices[index]!, scenario: lane.scenario },
    theory: theoryOf(entryOf(workload).theory, lane.scenario),
    theoryId: entryOf(workload).theory,
    trace: lane.trace,
    reached: lane.reached,
    end: lane.makespan ?? lane.trace.endsAt,
    makespan: lane.makespan,
    rewrites: 0,
    rewrittenFrom: Infinity,
  }));
}

/** What charts are made of at instant `at`. */
export function viewAt(lanes: readonly ChartLane[], at: number): ChartView {
  const kind = kindOf(entryOf(lanes[0]!.info.scenario.workload));
  return { lanes, at, endsAt: Math.max(...lanes.map(({ trace }) => trace.endsAt)), kind };
}

/** A program's entry in the catalogue. */
export function entryOf(workload: string): CatalogueEntry {
  return entries.find(({ id }) => id === workload)!;
}
