// Laws of the queue program, whatever its parameters, under every model.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { queue } from '../../electron/workloads/queue.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { readLog } from '../../shared/trace/log.ts';
import { runs } from '../support/runs.ts';

const seconds = fc.oneof(
  fc.nat(3),
  fc.constant({ kind: 'integer', low: 0, high: 4 }),
  fc.constant({ kind: 'exponential', mean: 2 }),
);
const scenarios: fc.Arbitrary<Omit<ScenarioInput, 'workload'>> = fc.record({
  model: fc.constantFrom(...queue.models),
  workers: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(1000),
  draws: fc.constantFrom('shared', 'keyed'),
  params: fc.record({
    producers: fc.integer({ min: 1, max: 5 }),
    consumers: fc.integer({ min: 1, max: 5 }),
    capacity: fc.constantFrom(null, 1, 2, 3),
    items: fc.oneof(fc.nat(6), fc.constant({ kind: 'integer', low: 0, high: 6 })),
    making: seconds,
    taking: seconds,
  }),
});

function executed(input: Omit<ScenarioInput, 'workload'>) {
  const run = new Run(readScenario({ workload: 'queue', ...input }, queue), queue);
  run.advance(Infinity, 100_000);
  const log = readLog(run.trace, queue.vocabulary);
  const items = (event: string) => log.flatMap((entry) => (entry.event === event ? [String(entry['item'])] : []));
  return { run, log, put: items('put'), got: items('got'), events: [...run.trace] };
}

describe('the queue program', () => {
  test('delivers every item once, to the first who asks, in the order in which they were put', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const { run, events, put, got } = executed(input);
        expect(run.outcome.pause).toBe('finished');
        expect(got.toSorted()).toEqual(put.toSorted());
        expect(new Set(put).size).toBe(put.length);
        // What lies in the queue goes out in the order in which it came in.
        const fold = new QueuesFold();
        run.trace.feed(fold);
        const [line] = fold.queues;
        expect([line?.put ?? 0, line?.taken ?? 0]).toEqual([put.length, got.length]);
        const passed = (kind: number) => events.filter((event) => event.kind === kind).length;
        expect([passed(Kind.PUT), passed(Kind.TAKE)]).toEqual([put.length, got.length]);
      }),
      runs(300),
    );
  });

  test('never holds more than its capacity, and holds items only between put and get', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const { capacity } = input.params as { capacity: number | null };
        let depth = 0;
        for (const { kind } of executed(input).events) {
          if (kind === Kind.PUT) depth++;
          else if (kind === Kind.TAKE) depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(depth).toBeLessThanOrEqual(capacity ?? Infinity);
        }
      }),
      runs(150),
    );
  });

  test('is over exactly when the last item is dealt with and the last producer is done', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const { run, log, events } = executed({ ...input, model: 'asynchronous' });
        const producers = Number((input.params as { producers: number }).producers);
        const done = events.filter(({ kind, task }) => kind === Kind.DONE && task >= 1 && task <= producers);
        const last = Math.max(
          0,
          ...log.flatMap(({ t, event }) => (event === 'got' ? [t] : [])),
          ...done.map(({ at }) => at),
        );
        expect(done).toHaveLength(producers);
        expect(run.outcome.makespan).toBeCloseTo(last, 3);
      }),
      runs(150),
    );
  });

  test('cancels every consumer, and nobody else', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const { run, events } = executed({ ...input, model: 'asynchronous' });
        const cancelled = events.flatMap(({ kind, task }) =>
          kind === Kind.CANCELLED ? [run.trace.taskName(task)] : [],
        );
        const { consumers } = input.params as { consumers: number };
        expect(cancelled.toSorted()).toEqual(Array.from({ length: consumers }, (_, k) => `consumer-${k}`).toSorted());
      }),
      runs(150),
    );
  });

  test('without a join leaves behind what was not taken', () => {
    const params = { producers: 8, consumers: 2 };
    const joined = executed({ seed: 3, draws: 'keyed', params });
    const { put, got } = executed({ seed: 3, draws: 'keyed', params, variant: 'no-join' });
    expect(joined.got).toHaveLength(joined.put.length);
    expect(put).toEqual(joined.put.slice(0, put.length));
    expect(got.length).toBeLessThan(put.length);
    expect(joined.got.slice(0, got.length)).toEqual(got);
  });

  test('that is bounded holds its producers back; unbounded it grows', () => {
    const params = { producers: 8, consumers: 2, capacity: 3 };
    const depth = (variant: string | null) => {
      let [depth, most] = [0, 0];
      for (const { kind } of executed({ seed: 3, draws: 'keyed', params, variant }).events) {
        depth += kind === Kind.PUT ? 1 : kind === Kind.TAKE ? -1 : 0;
        most = Math.max(most, depth);
      }
      return most;
    };
    expect(depth(null)).toBe(3);
    expect(depth('unbounded')).toBeGreaterThan(10);
  });
});
