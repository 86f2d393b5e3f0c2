import { expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { modelIds } from '../../shared/scenario/scenario.ts';

// Beyond 2^24 s a nanosecond is less than what doubles tell apart.
test.each(modelIds)('runs of years come to their end under %s', (model) => {
  const params = { boards: 3, pairMoves: 20, master: 1_000_000, opponent: 1_000_000 };
  const session = new Session(workloads, {
    scenario: { workload: 'exhibition', params },
    lanes: [model === 'threads' || model === 'processes' ? { model, workers: 3 } : { model }],
  });
  let slices = 0;
  while (session.compute() && slices < 2000) slices++;
  const { makespan } = session.lanes[0]!;
  const each = { synchronous: 120, asynchronous: 61, threads: 61, processes: 40 }[model];
  expect(makespan).toBe(each * 1_000_000);
});
