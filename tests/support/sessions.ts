import fc from 'fast-check';
import { Run } from '../../electron/session/run.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import type { CallArguments } from '../../shared/protocol/calls.ts';
import { readScenario, type ModelId, type Scenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import type { Trace } from '../../shared/trace/trace.ts';

export const exhibition = workloads.find(({ id }) => id === 'exhibition') as Workload<unknown>;

/** What to open: an exhibition with these parameters, a lane for each model. */
export function exhibitionOf(
  params: object = {},
  models: readonly ModelId[] = ['synchronous', 'asynchronous'],
): CallArguments<'open'> {
  return { scenario: { workload: 'exhibition', params }, lanes: models.map((model) => ({ model, workers: 2 })) };
}

/** A session that looks at an exhibition; nothing of it is computed yet. */
export function sessionOf(params: object = {}, models?: readonly ModelId[]): Session {
  return new Session([exhibition], exhibitionOf(params, models));
}

/** Small exhibitions of every kind that differ in what is drawn and in what happens at once. */
export const smallParams = fc.record({
  boards: fc.integer({ min: 1, max: 5 }),
  pairMoves: fc.integer({ min: 1, max: 4 }),
  master: fc.constantFrom<unknown>(0, 5, { kind: 'uniform', low: 1, high: 9 }),
  opponent: fc.constantFrom<unknown>(0, 55, { kind: 'exponential', mean: 55 }),
  policy: fc.constantFrom('round-robin', 'fifo', 'random'),
});

/** Computes until every lane is done. */
export function settle(session: Session): Session {
  while (session.compute());
  return session;
}

/** The run of a scenario up to an instant, without any session. */
export function runTo(until: number, input: ScenarioInput | Scenario): Run {
  const run = new Run(readScenario({ ...input }, exhibition), exhibition);
  run.advance(until);
  return run;
}

/** The events of a trace up to and including an instant, as rows. */
export function rows(trace: Trace, until = Infinity): number[][] {
  return Array.from({ length: trace.countUntil(until) }, (_, index) => {
    const { at, kind, task, value, line } = trace.at(index);
    return [at, kind, task, value, line];
  });
}
