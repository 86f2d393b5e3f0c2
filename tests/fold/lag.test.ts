import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LagCourse } from '../../shared/fold/lag-course.ts';
import { LagFold } from '../../shared/fold/lag.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { QueueWaitsFold } from '../../shared/fold/queue-waits.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { countIn, longestReady, taskAfter, tasksOf, until, waitsIn, type Events } from './brute.ts';
import { anyExhibition, anyRun, exhibitionSample, foldAll, foldInTwo, foldUntil, withInstant } from './traces.ts';

const sample = fc.oneof(anyRun, anyExhibition);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** For each task how long it occupied a worker while another one wanted one. */
function held(events: Events, t: number): Map<number, number> {
  const seconds = new Map<number, number>();
  const instants = [...new Set(until(events, t).map(({ at }) => at)), t];
  for (const [index, at] of instants.entries()) {
    const length = (instants[index + 1] ?? at) - at;
    if (!(length > 0)) continue;
    const now = until(events, at);
    if (countIn(now, ['new', 'ready']) === 0) continue;
    for (const task of tasksOf(now)) {
      if (!['running', 'holding', 'contending'].includes(taskAfter(now, task).state)) continue;
      seconds.set(task, (seconds.get(task) ?? 0) + length);
    }
  }
  return seconds;
}

describe('loop lag', () => {
  test('is the time from ready until served, and counts while it lasts', () => {
    fc.assert(
      fc.property(withInstant(sample), share, ({ sample, t }, share) => {
        const events = until(sample.events, t);
        const expected = waitsIn(events).map(({ seconds }) => seconds);
        const fold = foldUntil(sample, t, new LagFold());
        const { lags: found } = fold;
        expect(fold.lagAt(t)).toBe(longestReady(events, t));
        expect(fold.worstAt(t)).toBe(Math.max(0, ...expected, longestReady(events, t)));
        expect(found.count).toBe(expected.length);
        expect(found.max).toBe(Math.max(0, ...expected));
        for (const q of [0.25, 0.5, 0.95]) {
          expect(found.quantile(q)).toBe(sorted(expected)[Math.max(1, Math.ceil(q * expected.length)) - 1] ?? 0);
        }
        expect(foldInTwo(sample, share, new LagFold()).lags.total).toBe(foldAll(sample, new LagFold()).lags.total);
      }),
      runs(300),
    );
  });

  test('has somebody who held the loop: whoever occupied a worker while others were ready', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const expected = held(sample.events, t);
        const found = foldUntil(sample, t, new LagFold()).heldAt(t);
        expect(found.map(({ task }) => task).sort()).toEqual([...expected.keys()].sort());
        for (const { task, seconds } of found) expect(seconds).toBeCloseTo(expected.get(task)!, 9);
        expect(found.map(({ seconds }) => -seconds)).toEqual(sorted(found.map(({ seconds }) => -seconds)));
      }),
      runs(150),
    );
  });

  test('has a course whose worst in any window counts what ends in it and what still lasts at its end', () => {
    fc.assert(
      fc.property(withInstant(sample), share, ({ sample, t }, share) => {
        const course = foldInTwo(sample, share, new LagCourse());
        const all = waitsIn(sample.events);
        expect(course.steps).toBe(all.length);
        const from = t * share;
        const within = all.filter(({ at }) => at <= t && (at > from || from <= 0)).map(({ seconds }) => seconds);
        const lasting = longestReady(until(sample.events, t), t);
        expect(course.worstBetween(from, t)).toBeCloseTo(Math.max(0, lasting, ...within), 9);
      }),
      runs(300),
    );
  });

  test('is found in a long course whichever blocks it lies in', () => {
    const trace = new Trace();
    const lagOf = (step: number) => (step * 7919) % 1009;
    for (let step = 0; step < 2000; step++) {
      trace.event(2000 * step, Kind.READY, 1, 0, 0);
      trace.event(2000 * step + lagOf(step), Kind.RUN, 1, 0, 0);
    }
    const course = foldAll({ trace }, new LagCourse());
    for (const [from, to] of [
      [0, 1],
      [3, 700],
      [255, 257],
      [256, 512],
      [100, 1999],
    ] as const) {
      const steps = Array.from({ length: to - from }, (_, step) => lagOf(from + step));
      expect(course.worstBetween(2000 * from - 1, 2000 * to - 1), `${from} to ${to}`).toBe(Math.max(...steps));
    }
  });

  test('is the same from a copy, whichever way an instant is reached', () => {
    fc.assert(
      fc.property(withInstant(sample), fc.array(share, { minLength: 1, maxLength: 4 }), ({ sample, t }, jumps) => {
        const snapshots = new Snapshots(sample.trace, () => new LagFold(), { every: 8 });
        for (const jump of jumps) snapshots.at(sample.trace.endsAt * jump);
        const [found, expected] = [snapshots.at(t), foldUntil(sample, t, new LagFold())];
        expect([found.lags.count, found.lags.total]).toEqual([expected.lags.count, expected.lags.total]);
        expect(found.heldAt(t)).toEqual(expected.heldAt(t));
      }),
      runs(150),
    );
  });

  test('of one game after the other is hours: each game holds the loop from the others, half an hour', () => {
    const fold = foldAll(exhibitionSample({ model: 'synchronous' }), new LagFold());
    expect(fold.lags.max).toBe(23 * 1800);
    // All but the last one: behind it nobody is left.
    expect(fold.heldAt(43_200)).toEqual(Array.from({ length: 23 }, (_, game) => ({ task: game + 1, seconds: 1800 })));
  });
});

describe('waits of items', () => {
  test('add up to the area under the depth of the queue, once it is empty', () => {
    // Little's law, exactly: every item is in the queue from its put to its take.
    const step = fc.record({ after: fc.integer({ min: 0, max: 5 }), puts: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const trace = new Trace();
        let [at, inside] = [0, 0];
        for (const { after, puts } of [...steps, ...steps.map(({ after }) => ({ after, puts: false }))]) {
          at += after;
          if (puts) inside++;
          else if (inside-- === 0) {
            inside = 0;
            continue;
          }
          trace.event(at, puts ? Kind.PUT : Kind.TAKE, 1, 3, 0);
        }
        const [waits, queues] = [foldAll({ trace }, new QueueWaitsFold()), foldAll({ trace }, new QueuesFold())];
        const depth = queues.queue(3)?.depth;
        expect(waits.size).toBe(inside);
        if (inside === 0) expect(waits.over.total).toBeCloseTo(depth?.areaUntil(at) ?? 0, 9);
        expect(waits.over.count).toBe(queues.queue(3)?.taken ?? 0);
      }),
      runs(300),
    );
  });

  test('are those of the first who came, and of each queue for itself', () => {
    const trace = new Trace();
    const put = (at: number, queue: number) => trace.event(at, Kind.PUT, 0, queue, 0);
    const take = (at: number, queue: number) => trace.event(at, Kind.TAKE, 0, queue, 0);
    put(0, 1);
    put(1, 2);
    put(2, 1);
    take(5, 1);
    take(6, 2);
    take(9, 1);
    const { over } = foldAll({ trace }, new QueueWaitsFold());
    expect([over.count, over.total, over.max]).toEqual([3, 17, 7]);
  });

  test('outlast the forgetting of those that were taken, and a copy', () => {
    const fold = new QueueWaitsFold();
    for (let item = 0; item < 5000; item++) {
      fold.event(item, Kind.PUT, 0, 0);
      if (item >= 10) fold.event(item, Kind.TAKE, 0, 0);
    }
    const copy = fold.copy();
    copy.event(6000, Kind.TAKE, 0, 0);
    expect([fold.over.count, fold.over.max, fold.size]).toEqual([4990, 10, 10]);
    expect([copy.over.count, copy.over.max, copy.size]).toEqual([4991, 6000 - 4990, 9]);
  });
});

test('a task that gives way is ready again, and waits for its next turn like any other', () => {
  const trace = new Trace();
  trace.event(0, Kind.SPAWN, 0, -1, 0);
  trace.event(2, Kind.RUN, 0, 0, 0);
  trace.event(2, Kind.YIELD, 0, 0, 0);
  trace.event(7, Kind.RUN, 0, 0, 0);
  const { lags } = foldAll({ trace }, new LagFold());
  expect([lags.count, lags.total]).toEqual([2, 7]);
});
