import { expect, test } from 'vitest';
import { datumOrNull } from '../../shared/experiment/row.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { Session } from '../../electron/session/session.ts';
import { ComparisonFold } from '../../shared/fold/comparison.ts';
import { simul } from './simul.ts';

// The window's table has the same fold over the same lanes: tests/renderer/comparison.test.ts.
test.each(['exhibition', 'queue', 'requests', 'makerandom'])(
  'simul compare %s says of each lane what the fold of comparisons says of the lanes of a session',
  async (workload) => {
    const lanes = [{ model: 'synchronous' }, { model: 'asynchronous' }, { model: 'threads', workers: 4 }] as const;
    const models = lanes.map(({ model }) => model).join();
    const told = await simul('compare', workload, '--models', models, '--workers', '4', '--format', 'json');
    const { models: rows } = JSON.parse(told.stdout) as { models: Record<string, unknown>[] };
    const session = new Session(workloads, { scenario: { workload }, lanes: lanes.map((lane) => ({ ...lane })) });
    while (session.compute());
    const stage = workloads.find(({ id }) => id === workload)?.stage;
    for (const [place, { scenario, trace }] of session.lanes.entries()) {
      const fold = new ComparisonFold({ ...scenario, ...(stage === undefined ? {} : { stage }) });
      trace.feed(fold);
      const figures = Object.entries(fold.at(trace.endsAt)).map(([name, value]) => [
        name,
        datumOrNull(value as number | null),
      ]);
      expect(rows[place]).toMatchObject(Object.fromEntries(figures));
    }
  },
);
