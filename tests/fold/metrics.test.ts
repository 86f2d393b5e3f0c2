import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { ProgressFold } from '../../shared/fold/progress.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { ReadyFold } from '../../shared/fold/ready.ts';
import { completions, throughput } from '../../shared/fold/throughput.ts';
import { UtilisationFold } from '../../shared/fold/utilisation.ts';
import { WaitsFold } from '../../shared/fold/waits.ts';
import { meanNumber } from '../../shared/theory/little.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { busyUntil, countIn, integral, until, waits, type Events } from './brute.ts';
import {
  anyExhibition,
  anyRun,
  exhibitionSample,
  foldAll,
  foldInTwo,
  foldUntil,
  withInstant,
  type Sample,
} from './traces.ts';

const sample = fc.oneof(anyRun, anyExhibition);
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Events of some kinds; the end of the main task is none of them where there are other tasks. */
const countOf = (events: Events, kinds: readonly number[]) =>
  events.filter(({ kind, task }, index) => {
    const main = task === 0 && kind === Kind.DONE && events.slice(0, index).some((before) => before.task > 0);
    return kinds.includes(kind) && !main;
  }).length;
const queueing = (events: Events) => countIn(events, ['new', 'ready', 'contending']);
const waiting = (events: Events) => countIn(events, ['waiting']);
const processors = ({ model, workers }: Sample) => (model === 'processes' ? workers : 1);

describe('progress', () => {
  const kinds = fc.subarray([Kind.RUN, Kind.SLEEP, Kind.TAKE, Kind.DONE, Kind.OWN, Kind.OWN + 1, Kind.OWN + 2]);

  test('counts the events of its kinds at every instant', () => {
    fc.assert(
      fc.property(withInstant(sample), kinds, share, ({ sample, t }, kinds, share) => {
        const expected = countOf(until(sample.events, t), kinds);
        const fold = foldInTwo(sample, share, new ProgressFold(kinds));
        expect(fold.done.valueAt(t)).toBe(expected);
        expect(fold.units).toBe(countOf(sample.events, kinds));
        expect(foldUntil(sample, t, new ProgressFold(kinds)).units).toBe(expected);
      }),
      runs(300),
    );
  });

  test('of the classic exhibition is 1440 moves, 720 pairs and 24 games', () => {
    const sample = exhibitionSample({ model: 'asynchronous' });
    const units = (...kinds: number[]) => foldAll(sample, new ProgressFold(kinds)).units;
    const { masterMoved, opponentMoved, lastReply } = exhibitionEvents.kind;
    const [pairs, games] = [units(opponentMoved, lastReply), units(lastReply)];
    expect([units(masterMoved, opponentMoved, lastReply), pairs, games]).toEqual([1440, 720, 24]);
  });
});

describe('throughput', () => {
  test('is the completions of a window over its true length', () => {
    const width = fc.constantFrom(0.5, 1, 2, 7);
    fc.assert(
      fc.property(withInstant(sample), width, share, ({ sample, t }, width, share) => {
        const { done } = foldAll(sample, new ProgressFold([Kind.RUN]));
        const within = (from: number, to: number) =>
          sample.events.filter(({ kind, at }) => kind === Kind.RUN && at <= to && (at > from || from <= 0)).length;
        const from = t * share;
        expect(completions(done, from, t)).toBe(within(from, t));
        const bars = throughput(done, from, t, width);
        for (const { from, to, value } of bars) expect(value).toBe(within(from, to) / (to - from));
        const total = bars.reduce((sum, { from, to, value }) => sum + value * (to - from), 0);
        expect(total).toBeCloseTo(t > from ? within(from, t) : 0, 6);
      }),
      runs(300),
    );
  });

  test('of the classic exhibition is twelve of her moves a minute, and 24 replies a round', () => {
    const sample = exhibitionSample({ model: 'asynchronous' });
    const hers = foldAll(sample, new ProgressFold([exhibitionEvents.kind.masterMoved])).done;
    expect(throughput(hers, 0, 3600, 60).map(({ value }) => value)).toEqual(new Array<number>(60).fill(12 / 60));
    expect(throughput(hers, 3600, 3655, 60)).toEqual([{ from: 3600, to: 3655, value: 0 }]);
  });
});

describe('who could go on', () => {
  test('is counted at every instant, and so is who waits', () => {
    fc.assert(
      fc.property(withInstant(sample), share, ({ sample, t }, share) => {
        const fold = foldInTwo(sample, share, new ReadyFold());
        const events = until(sample.events, t);
        expect([fold.queueing.valueAt(t), fold.waiting.valueAt(t)]).toEqual([queueing(events), waiting(events)]);
      }),
      runs(300),
    );
  });

  test('is none before the first event and after the end', () => {
    const fold = foldAll(exhibitionSample({ model: 'threads', workers: 5 }), new ReadyFold());
    expect([fold.queueing.valueAt(-1), fold.queueing.last, fold.waiting.last]).toEqual([0, 0, 0]);
    // Five workers have a game each; one plays, four think about nothing but the processor or wait for a reply.
    expect(fold.queueing.valueAt(2)).toBe(24 - 1);
  });
});

describe('waits', () => {
  test('are as many and as long as the pairs of events that bound them', () => {
    fc.assert(
      fc.property(withInstant(sample), share, ({ sample, t }, share) => {
        const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
        const check = (fold: WaitsFold, events: Events) => {
          const expected = sorted(waits(events));
          const { count, mean, max } = fold.over;
          expect([count, max]).toEqual([expected.length, expected.at(-1) ?? 0]);
          expect(mean * count).toBeCloseTo(
            expected.reduce((sum, wait) => sum + wait, 0),
            9,
          );
          for (const q of [0, 0.25, 0.5, 0.9, 1]) {
            const place = Math.max(0, Math.ceil(q * expected.length) - 1);
            expect(fold.over.quantile(q)).toBe(expected[place] ?? 0);
          }
        };
        check(foldUntil(sample, t, new WaitsFold()), until(sample.events, t));
        check(foldInTwo(sample, share, new WaitsFold()), sample.events);
      }),
      runs(300),
    );
  });

  test('obey Little’s law at every instant: the integral of the number is the sum of the waits', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const { queueing: number } = foldAll(sample, new ReadyFold());
        const fold = foldUntil(sample, t, new WaitsFold());
        expect(number.areaUntil(t)).toBeCloseTo(fold.over.total + fold.pendingAt(t), 6);
        expect(number.areaUntil(t)).toBeCloseTo(integral(sample.events, t, queueing), 6);
      }),
      runs(200),
    );
  });

  test('obey L = λ W over a whole exhibition, which begins and ends empty', () => {
    fc.assert(
      fc.property(anyExhibition, (sample) => {
        const end = sample.trace.endsAt;
        fc.pre(end > 0);
        const { over } = foldAll(sample, new WaitsFold());
        const number = foldAll(sample, new ReadyFold()).queueing.mean(0, end);
        expect(over.count).toBeGreaterThan(0);
        expect(number).toBeCloseTo(meanNumber(over.count / end, over.mean), 9);
      }),
      runs(200),
    );
  });

  test('of a copy stay when the original goes on', () => {
    const { trace } = exhibitionSample({ model: 'asynchronous' });
    const fold = new WaitsFold();
    trace.feed(fold, 0, 1000);
    const copy = fold.copy();
    const figures = ({ over }: WaitsFold) => [over.count, over.total, over.max, over.quantile(0.5)];
    const then = figures(copy);
    trace.feed(fold, 1000);
    expect(figures(copy)).toEqual(then);
    expect([figures(fold), copy.size]).not.toEqual([then, 0]);
    trace.feed(copy, 1000);
    expect(figures(copy)).toEqual(figures(fold));
  });
});

describe('queues', () => {
  test('hold what was put and not taken, at every instant', () => {
    fc.assert(
      fc.property(withInstant(anyRun), share, ({ sample, t }, share) => {
        const fold = foldInTwo(sample, share, new QueuesFold());
        const events = until(sample.events, t);
        const moved = sample.events.filter(({ kind }) => kind === Kind.PUT || kind === Kind.TAKE);
        expect(fold.queues.map(({ resource }) => resource)).toEqual([...new Set(moved.map(({ value }) => value))]);
        for (const { resource, depth, put, taken } of fold.queues) {
          const of = (events: Events, kind: number) =>
            events.filter((event) => event.kind === kind && event.value === resource).length;
          expect(depth.valueAt(t)).toBe(of(events, Kind.PUT) - of(events, Kind.TAKE));
          expect([put, taken]).toEqual([of(sample.events, Kind.PUT), of(sample.events, Kind.TAKE)]);
          expect(fold.queue(resource)?.depth).toBe(depth);
        }
      }),
      runs(300),
    );
  });
});

describe('utilisation', () => {
  test('times time is what has been worked, in the middle of it too', () => {
    fc.assert(
      fc.property(withInstant(sample), share, ({ sample, t }, share) => {
        const available = processors(sample);
        const check = (fold: UtilisationFold) => {
          expect(fold.busyUntil(t)).toBeCloseTo(busyUntil(sample.events, t), 6);
          expect(fold.useAt(t) * available * t).toBeCloseTo(busyUntil(sample.events, t), 6);
        };
        check(foldInTwo(sample, share, new UtilisationFold(sample)));
        check(foldUntil(sample, t, new UtilisationFold(sample)));
      }),
      runs(300),
    );
  });

  test('never exceeds what there is, in any window', () => {
    fc.assert(
      fc.property(withInstant(sample), fc.constantFrom(0.5, 1, 3, 1e9), ({ sample, t }, width) => {
        const fold = foldAll(sample, new UtilisationFold(sample));
        const windows = fold.use(0, t, width);
        for (const { value } of windows) {
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
        const worked = windows.reduce((sum, { from, to, value }) => sum + value * (to - from), 0);
        expect(worked * fold.processors).toBeCloseTo(busyUntil(sample.events, t), 6);
      }),
      runs(300),
    );
  });

  test('counts several processors that end in another order than they began', () => {
    const trace = new Trace();
    for (const [at, task, value] of [
      [0, 0, 10],
      [1, 1, 2],
      [2, 2, 4],
      [7, 1, 1],
      [20, 0, 2],
    ] as const) {
      trace.event(at, Kind.WORK, task, value, 0);
    }
    const fold = new UtilisationFold({ model: 'processes', workers: 3 });
    trace.feed(fold);
    const busy = [0, 1, 2, 3, 6, 7, 8, 10, 20, 21, 30].map((t) => fold.busyUntil(t));
    expect(busy).toEqual([0, 1, 3, 6, 12, 13, 15, 17, 17, 18, 19]);
  });

  test('of the classic exhibition is 3600 s of 43,200 s, and 1 up to her last move table to table', () => {
    const one = exhibitionSample({ model: 'synchronous' });
    const together = exhibitionSample({ model: 'asynchronous' });
    const fold = foldAll(one, new UtilisationFold(one));
    expect([fold.busyUntil(43_200), fold.useAt(43_200)]).toEqual([3600, 1 / 12]);
    const busy = foldAll(together, new UtilisationFold(together));
    expect([busy.useAt(3600), busy.useAt(1802.5), busy.busyUntil(3655)]).toEqual([1, 1, 3600]);
    expect(busy.use(0, 3655, 3600).map(({ value }) => value)).toEqual([1, 0]);
    expect(busy.useAt(0)).toBe(0);
  });
});
