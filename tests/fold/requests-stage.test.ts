import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { requests } from '../../electron/workloads/requests.ts';
import { HoldersFold } from '../../shared/fold/holders.ts';
import { LagFold } from '../../shared/fold/lag.ts';
import { occupies } from '../../shared/fold/marks.ts';
import { requestEvents, RequestsStageFold } from '../../shared/fold/requests-stage.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { modelIds, readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import { viewRequests } from '../../renderer/stage/requests/view.ts';
import { runs } from '../support/runs.ts';
import { waits } from './brute.ts';

interface Sample {
  readonly trace: Trace;
  readonly toString: () => string;
}

function sampleOf(input: {
  model?: string;
  workers?: number;
  seed?: number;
  variant?: string;
  params?: object;
}): Sample {
  const run = new Run(readScenario({ workload: 'requests', ...input }, requests), requests);
  run.advance();
  return { trace: run.trace, toString: () => JSON.stringify(input) };
}

const anyRequests: Arbitrary<Sample> = fc
  .record({
    model: fc.constantFrom(...modelIds),
    seed: fc.nat(1000),
    workers: fc.integer({ min: 1, max: 3 }),
    variant: fc.constantFrom(undefined, 'locked', 'lock-across-await', 'quota', 'check-then-act'),
    params: fc.record({
      requests: fc.integer({ min: 1, max: 8 }),
      client: fc.constantFrom('awaiting', 'blocking'),
      parse: fc.constantFrom(0, 0.1, 0.7),
    }),
  })
  .map(({ variant, workers, ...rest }) =>
    sampleOf({
      ...rest,
      workers: ['threads', 'processes'].includes(rest.model) ? workers : 1,
      ...(variant === undefined || rest.model !== 'asynchronous' ? {} : { variant }),
    }),
  );

/** The lags of a run: from ready until served. */
const lagsOf = ({ trace }: Sample): number[] => waits([...trace]);

const foldOf = ({ trace }: Sample, count = trace.length) => {
  const fold = new RequestsStageFold();
  trace.feed(fold, 0, count);
  return fold;
};

describe('the lag of the loop', () => {
  test('is at worst the longest time from ready to running, as the fold of all lags has it', () => {
    fc.assert(
      fc.property(anyRequests, (sample) => {
        const { lag } = foldOf(sample);
        expect(lag.worstAt(sample.trace.endsAt)).toBe(Math.max(0, ...lagsOf(sample)));
        expect(lag.lags.count).toBe(lagsOf(sample).length);
      }),
      runs(150),
    );
  });

  test('grows while one keeps the loop, and is gone when the other runs', () => {
    const [loop, lag] = [new HoldersFold(), new LagFold()];
    const tell = (at: number, kind: number, task: number) => {
      loop.event(at, kind, task);
      lag.event(at, kind, task);
    };
    tell(0, Kind.SPAWN, 0);
    tell(0, Kind.RUN, 0);
    tell(0, Kind.SPAWN, 1);
    tell(0, Kind.SLEEP, 0);
    tell(0, Kind.RUN, 1);
    tell(0, Kind.BLOCK, 1);
    expect([lag.lagAt(1), lag.worstAt(1), loop.holders, loop.holdsSince(1)]).toEqual([0, 0, [1], 0]);
    tell(1, Kind.SPAWN, 2);
    expect([lag.lagAt(1.5), lag.worstAt(1.5)]).toEqual([0.5, 0.5]);
    tell(1.5, Kind.RUN, 2);
    tell(1.5, Kind.DONE, 2);
    tell(2, Kind.READY, 0);
    expect([lag.lagAt(5), lag.worstAt(5), loop.holders]).toEqual([3, 3, [1]]);
    tell(6, Kind.RUN, 1);
    tell(6, Kind.DONE, 1);
    tell(6, Kind.RUN, 0);
    expect([lag.lagAt(9), lag.worstAt(9), loop.holders, loop.holdsSince(0)]).toEqual([0, 4, [0], 6]);
  });

  test('is kept by those who occupy a worker, whoever has done so longest first', () => {
    fc.assert(
      fc.property(anyRequests, fc.nat(), (sample, n) => {
        const { holding: loop, states } = foldOf(sample, n % (sample.trace.length + 1));
        const occupying = Array.from({ length: states.size }, (_, task) => task).filter((task) =>
          occupies(states.stateOf(task)),
        );
        expect([...loop.holders].sort((a, b) => a - b)).toEqual(occupying);
        const since = loop.holders.map((task) => loop.holdsSince(task));
        expect(since).toEqual([...since].sort((a, b) => a - b));
      }),
      runs(100),
    );
  });
});

describe('the picture of requests', () => {
  test('takes each page through its steps, and counts what the events say', () => {
    fc.assert(
      fc.property(anyRequests, fc.nat(), (sample, n) => {
        const count = n % (sample.trace.length + 1);
        const fold = foldOf(sample, count);
        const events = [...sample.trace].slice(0, count);
        const of = (wanted: number) => events.filter(({ kind }) => kind === wanted);
        const own = requestEvents.kind;
        const { sent, answered, checked, skipped } = fold.counts;
        expect([sent, answered, checked, skipped, fold.beatCount]).toEqual(
          [own.sent, own.answered, own.checked, own.skipped, own.beat].map((kind) => of(kind).length),
        );
        for (const { task, value } of of(own.checked)) {
          expect([fold.page(task).doing, fold.page(task).took]).toEqual(['checked', value]);
        }
        const pages = Array.from({ length: fold.size }, (_, task) => fold.page(task).doing);
        expect(pages.filter((doing) => doing === 'travels' || doing === 'arrived')).toHaveLength(sent - answered);
        expect(pages.filter((doing) => doing === 'parsing' || doing === 'waits')).toHaveLength(answered - checked);
      }),
      runs(150),
    );
  });

  test('tells when a beat was due, and that a blocking client makes it late', () => {
    const blocked = foldOf(sampleOf({ params: { client: 'blocking', parse: 0.1 } }));
    const awaited = foldOf(sampleOf({ params: { client: 'awaiting', parse: 0.1 } }));
    const latest = ({ beats }: RequestsStageFold) => Math.max(...beats.map(({ dueAt, at }) => at - dueAt));
    expect(latest(awaited)).toBeLessThan(0.3);
    expect(latest(blocked)).toBeGreaterThan(0.5);
    expect(blocked.lag.worstAt(0)).toBeGreaterThan(awaited.lag.worstAt(0));
  });

  test('has a large figure that says what each mistake costs: the longest wait is longer where it is made', () => {
    const longest = (variant: string | null, right: string | null) =>
      [right, variant].map((each) => {
        const mistake = requests.mistakes!.find(({ id }) => id === variant)!;
        const { params } = mistake;
        const sample = sampleOf({ params, ...(each === null ? {} : { variant: each }) });
        const pages = Array.from({ length: params.requests! }, (_, page) => page + 2);
        return viewRequests(foldOf(sample), { heart: 1, pages }, 0, sample.trace.endsAt).stuck;
      });
    const told = requests.mistakes!.map(({ id, right }) => longest(id, right).map((seconds) => seconds.toFixed(1)));
    expect(told).toEqual([
      ['0.1', '1.3'],
      ['1.1', '12.1'],
      ['0.3', '1.1'],
    ]);
  });

  test('is the same when one goes back, and a copy goes its own way', () => {
    const picture = (fold: RequestsStageFold, t: number) => ({
      pages: Array.from({ length: fold.size }, (_, task) => fold.page(task)),
      beats: [...fold.beats],
      loop: [fold.counts, fold.ready, fold.lag.lagAt(t), fold.lag.worstAt(t), fold.holding.holders, fold.lag.heldAt(t)],
    });
    fc.assert(
      fc.property(anyRequests, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (sample, indices) => {
        const snapshots = new Snapshots(sample.trace, () => new RequestsStageFold(), { every: 8 });
        for (const index of indices.map((n) => n % (sample.trace.length + 1))) {
          expect(picture(snapshots.atIndex(index), 100)).toEqual(picture(foldOf(sample, index), 100));
        }
        const original = foldOf(sample, 20);
        const copy = original.copy();
        const before = picture(copy, 100);
        sample.trace.feed(original, 20);
        expect(picture(copy, 100)).toEqual(before);
      }),
      runs(60),
    );
  });
});
