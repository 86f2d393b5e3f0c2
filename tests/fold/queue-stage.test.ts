import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { queue } from '../../electron/workloads/queue.ts';
import { queueEvents, QueueStageFold } from '../../shared/fold/queue-stage.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { modelIds, readScenario } from '../../shared/scenario/scenario.ts';
import type { Trace, TraceEvent } from '../../shared/trace/trace.ts';
import { packPair } from '../../shared/trace/events.ts';
import { runs } from '../support/runs.ts';

interface Sample {
  readonly trace: Trace;
  readonly producers: number;
  readonly capacity: number | null;
  readonly toString: () => string;
}

function sampleOf(input: { model?: string; workers?: number; seed?: number; params?: object }): Sample {
  const run = new Run(readScenario({ workload: 'queue', ...input }, queue), queue);
  run.advance();
  const { producers, capacity } = run.scenario.params;
  return { trace: run.trace, producers, capacity, toString: () => JSON.stringify(input) };
}

const anyQueue: Arbitrary<Sample> = fc
  .record({
    model: fc.constantFrom(...modelIds),
    seed: fc.nat(1000),
    params: fc.record({
      producers: fc.integer({ min: 1, max: 5 }),
      consumers: fc.integer({ min: 1, max: 5 }),
      capacity: fc.constantFrom(null, 1, 2, 3),
      items: fc.integer({ min: 0, max: 6 }),
    }),
  })
  .map((input) => {
    const { producers, consumers } = input.params;
    return sampleOf({ ...input, workers: ['threads', 'processes'].includes(input.model) ? producers + consumers : 1 });
  });

/** Everything that a fold says at an instant. */
function picture(fold: QueueStageFold, t: number): unknown {
  const tasks = Array.from({ length: fold.size }, (_, index) => index + 1);
  return {
    counts: [fold.made, fold.taken, fold.queued, fold.deepest, fold.heldBack, fold.longestAt(t)],
    items: Array.from({ length: fold.queued }, (_, index) => fold.item(index)),
    tasks: tasks.map((task) => [fold.doing(task), fold.count(task), fold.hand(task), fold.states.task(task)]),
  };
}

/** The same from the workload's events alone: what has been put and not been got yet, in order. */
function queuedBy(events: readonly TraceEvent[]): number[] {
  const of = (wanted: number) => events.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  const got = new Set(of(queueEvents.kind.got));
  return of(queueEvents.kind.put).filter((item) => !got.has(item));
}

describe('the picture of a queue', () => {
  test('holds the items that were put and not got, in order, and never loses one', () => {
    fc.assert(
      fc.property(anyQueue, fc.nat(), ({ trace, producers, capacity }, n) => {
        const { at } = trace.at(n % trace.length);
        const count = trace.countUntil(at);
        const fold = new QueueStageFold(producers);
        trace.feed(fold, 0, count);
        const events = [...trace].slice(0, count);
        expect(Array.from({ length: fold.queued }, (_, index) => fold.item(index).number)).toEqual(queuedBy(events));
        const counted = Array.from({ length: fold.size }, (_, index) => fold.count(index + 1));
        const sum = (from: number, to?: number) => counted.slice(from, to).reduce((all, one) => all + one, 0);
        expect([sum(0, producers), sum(producers)]).toEqual([fold.made, fold.taken]);
        expect(fold.made).toBe(fold.taken + fold.queued);
        expect(fold.queued).toBeLessThanOrEqual(capacity ?? Infinity);
        expect(fold.queued).toBeLessThanOrEqual(fold.deepest);
      }),
      runs(150),
    );
  });

  test('knows how long each item has waited, as the program tells when it is got', () => {
    fc.assert(
      fc.property(anyQueue, ({ trace, producers }) => {
        const fold = new QueueStageFold(producers);
        let told = 0;
        let longest = 0;
        const events = [...trace];
        events.forEach(({ at, kind, task, value, line }, index) => {
          fold.event(at, kind, task, value, line);
          if (kind !== queueEvents.kind.got) return;
          const { number, madeAt } = fold.hand(task)!;
          const waited = events[index + 1]!.value;
          expect([number, at - madeAt]).toEqual([value, waited]);
          longest = Math.max(longest, waited);
          told++;
        });
        expect([told, fold.longestAt(trace.endsAt)]).toEqual([fold.taken, longest]);
      }),
      runs(100),
    );
  });

  test('shows the item that a producer holds while there is no room', () => {
    const { trace, producers } = sampleOf({
      params: { producers: 2, consumers: 1, capacity: 1, making: 1, taking: 10 },
    });
    const fold = new QueueStageFold(producers);
    trace.feed(fold, 0, trace.countUntil(2));
    expect([fold.queued, fold.heldBack, fold.doing(1), fold.doing(2), fold.doing(3)]).toEqual([
      1,
      2,
      'room',
      'room',
      'pauses',
    ]);
    expect([fold.item(0).number, fold.hand(1)?.number, fold.hand(2)?.number]).toEqual([
      packPair(0, 0),
      packPair(0, 1),
      packPair(1, 0),
    ]);
    expect([fold.hand(1)?.madeAt, fold.hand(2)?.madeAt, fold.longestAt(5)]).toEqual([2, 1, 4]);
  });

  test('is the same when one goes back, and a copy goes its own way', () => {
    fc.assert(
      fc.property(anyQueue, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), ({ trace, producers }, indices) => {
        const snapshots = new Snapshots(trace, () => new QueueStageFold(producers), { every: 8 });
        for (const index of indices.map((n) => n % (trace.length + 1))) {
          const fold = new QueueStageFold(producers);
          trace.feed(fold, 0, index);
          expect(picture(snapshots.atIndex(index), 1000)).toEqual(picture(fold, 1000));
        }
      }),
      runs(60),
    );
    const { trace, producers } = sampleOf({ params: { producers: 8, consumers: 2 } });
    const original = new QueueStageFold(producers);
    trace.feed(original, 0, 60);
    const copy = original.copy();
    const before = JSON.stringify(picture(copy, 9));
    trace.feed(original, 60);
    expect(JSON.stringify(picture(copy, 9))).toBe(before);
  });
});
