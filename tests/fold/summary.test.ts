import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { summarise, SummaryFold, type Summary } from '../../shared/fold/summary.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { busyUntil, countIn, integral, taskAfter, tasksOf, until, waits } from './brute.ts';
import { anyExhibition, anyRun, exhibitionSample, withInstant, type Sample } from './traces.ts';

const sample = fc.oneof(anyRun, anyExhibition);

/** The same figures from the list of events; times are compared by the caller. */
function plain({ events, model, workers }: Sample, t: number): Omit<Summary, 'exhibition'> {
  const seen = until(events, t);
  const ends = [Kind.DONE, Kind.FAIL, Kind.CANCELLED];
  const main = seen.find(({ task, kind }) => task === 0 && ends.includes(kind as never));
  const end = main?.at ?? t;
  const tasks = tasksOf(seen);
  // The main task is counted where it is alone.
  const counted = tasks.length > 1 ? tasks.filter((task) => task > 0) : tasks;
  const endedAs = (state: string) => counted.filter((task) => taskAfter(seen, task).state === state).length;
  const steps = tasks.map((task) => seen.filter((event) => event.task === task && event.kind === Kind.RUN).length);
  const waited = waits(seen).sort((a, b) => a - b);
  const rank = (q: number) => waited[Math.max(0, Math.ceil(q * waited.length) - 1)] ?? 0;
  const share = (seconds: number, of: number) => (end > 0 ? seconds / (of * end) : 0);
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  return {
    now: t,
    makespan: main?.at ?? null,
    tasks: counted.length,
    ended: {
      returned: endedAs('returned'),
      failed: endedAs('failed'),
      cancelled: endedAs('cancelled'),
    },
    steps: total(steps),
    stepsPerTask: { mean: total(steps) / Math.max(1, tasks.length), max: Math.max(0, ...steps) },
    busy: busyUntil(seen, t),
    processorUse: share(busyUntil(events, end), model === 'processes' ? workers : 1),
    workerUse: share(
      integral(events, end, (list) => countIn(list, ['running', 'holding', 'contending'])),
      workers,
    ),
    waits: {
      count: waited.length,
      mean: total(waited) / Math.max(1, waited.length),
      median: rank(0.5),
      p95: rank(0.95),
      max: waited.at(-1) ?? 0,
    },
  };
}

/** Sums come out in another order, so that the last bits may differ. */
const rounded = (summary: unknown): unknown =>
  JSON.parse(JSON.stringify(summary, (_, x: unknown) => (typeof x === 'number' ? Number(x.toFixed(6)) : x)));

describe('the summary of a run', () => {
  test('has the figures of all events up to the instant, for every run and instant', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        expect(rounded(summarise(sample.trace, sample, t))).toEqual(rounded(plain(sample, t)));
      }),
      runs(300),
    );
  });

  test('is right after every single event, also in the middle of a step', () => {
    fc.assert(
      fc.property(sample, ({ events, trace, ...machine }) => {
        const fold = new SummaryFold(machine);
        for (const [index, { at }] of events.entries()) {
          trace.feed(fold, index, index + 1);
          const seen = { ...machine, trace, events: events.slice(0, index + 1) };
          expect(fold.at(at).busy).toBeCloseTo(busyUntil(seen.events, at), 9);
          expect(fold.at(at + 7).busy).toBeCloseTo(busyUntil(seen.events, at + 7), 9);
        }
      }),
      runs(50),
    );
  });

  test('is the same from a fold that is fed in portions, copied, or asked for earlier instants', () => {
    fc.assert(
      fc.property(withInstant(sample), fc.integer({ min: 1, max: 9 }), ({ sample, t }, every) => {
        const info = { model: sample.model, workers: sample.workers, stage: 'boards' };
        const snapshots = new Snapshots(sample.trace, () => new SummaryFold(info), { every, most: 4 });
        snapshots.atIndex(sample.trace.length);
        expect(snapshots.at(t).at(t)).toEqual(summarise(sample.trace, info, t));
        expect(snapshots.at(t).copy().at(t)).toEqual(summarise(sample.trace, info, t));
      }),
      runs(200),
    );
  });

  test('of the classic exhibition says 12 hours or an hour and 55 seconds', () => {
    const figures = (model: Sample['model']) => {
      const { trace } = exhibitionSample({ model });
      const { now, makespan, processorUse, workerUse, steps, tasks, exhibition } = summarise(
        trace,
        { model, workers: 1, stage: 'boards' },
        Infinity,
      );
      expect(now).toBe(makespan);
      return { makespan, processorUse, workerUse, steps, tasks, games: exhibition?.games };
    };
    const steps = 24 * (30 * 2 + 1) + 2;
    expect(figures('synchronous')).toEqual({
      makespan: 43_200, processorUse: 3600 / 43_200, workerUse: 1, steps, tasks: 24, games: 24,
    }); // prettier-ignore
    expect(figures('asynchronous')).toEqual({
      makespan: 3655, processorUse: 3600 / 3655, workerUse: 3600 / 3655, steps, tasks: 24, games: 24,
    }); // prettier-ignore
  });

  test('gives shares of the time up to the end of the main task, whatever goes on after it', () => {
    const trace = new Trace();
    for (const [at, kind, task, value] of [
      [0, Kind.SPAWN, 0, -1],
      [0, Kind.SPAWN, 1, 0],
      [0, Kind.RUN, 0, 0],
      [0, Kind.SLEEP, 0, 8],
      [2, Kind.RUN, 1, 0],
      [2, Kind.WORK, 1, 10],
      [8, Kind.RUN, 0, 1],
      [8, Kind.DONE, 0, 0],
      [12, Kind.RUN, 1, 0],
      [12, Kind.CANCELLED, 1, 0],
    ] as const) {
      trace.event(at, kind, task, value, 0);
    }
    const { makespan, busy, processorUse, workerUse } = summarise(trace, { model: 'processes', workers: 2 }, 20);
    expect({ makespan, busy, processorUse, workerUse }).toEqual({
      makespan: 8, busy: 10, processorUse: 6 / 16, workerUse: 6 / 16,
    }); // prettier-ignore
  });

  test('counts up to the instant and not the work that is still ahead', () => {
    const { trace } = exhibitionSample({ model: 'asynchronous' });
    const info = { model: 'asynchronous', workers: 1, stage: 'boards' } as const;
    const { now, makespan, busy, processorUse, exhibition } = summarise(trace, info, 1802.5);
    expect({ now, makespan, busy, processorUse }).toEqual({
      now: 1802.5,
      makespan: null,
      busy: 1802.5,
      processorUse: 1,
    });
    expect(exhibition).toMatchObject({ masterBusy: 1802.5, masterFinished: 1800 });
    expect(summarise(trace, { model: 'asynchronous', workers: 1 }, 1800)).not.toHaveProperty('exhibition');
  });
});
