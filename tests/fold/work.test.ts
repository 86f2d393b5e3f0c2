import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { underModels } from '../../shared/experiment/lanes.ts';
import { sameWork, WorkFold } from '../../shared/fold/work.ts';

/** The runs of a program under all of its models, as a comparison makes them. */
function lanes(id: string, input: object = {}) {
  const workload = workloads.find((each) => each.id === id) as Workload<unknown>;
  return underModels(workload, { workload: id, ...input }, workload.models).map((scenario) => {
    const run = new Run(scenario, workload);
    run.advance();
    const fold = new WorkFold();
    run.trace.feed(fold);
    return { scenario, trace: run.trace, work: () => fold.digest };
  });
}

const items = ({ trace }: ReturnType<typeof lanes>[number]) =>
  [...trace].filter(({ kind, task }) => trace.names.tasks[task]?.startsWith('producer') && kind === 13).length;

describe('lanes beside each other', () => {
  test.each(workloads.map(({ id }) => id))('of %s do the same work when nobody says otherwise', (id) => {
    const all = lanes(id);
    const { draws } = all[0]!.scenario;
    expect([draws, sameWork(all)]).toEqual(['keyed', true]);
  });

  test('have as many items each when a task draws from a stream of its own, and not from one stream', () => {
    const counts = (input: object) => lanes('queue', input).map(items);
    expect(new Set(counts({})).size).toBe(1);
    expect(new Set(counts({ draws: 'shared' })).size).toBeGreaterThan(1);
  });

  test.each(['queue', 'chained', 'makerandom'])('of %s that share their draws do different work', (id) => {
    expect(sameWork(lanes(id, { draws: 'shared' }))).toBe(false);
  });

  test('that share their draws do the same work where nothing is left to chance, or where it comes out so', () => {
    const constant = { kind: 'constant', value: 2 };
    const fixed = lanes('queue', { draws: 'shared', params: { items: constant, making: constant, taking: constant } });
    expect([sameWork(fixed), sameWork(lanes('countdown', { draws: 'shared' })), sameWork([])]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
