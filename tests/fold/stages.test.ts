import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { ChainsFold } from '../../shared/fold/chains.ts';
import { DRAWS_KEPT, drawEvents, DrawsFold } from '../../shared/fold/draws.ts';
import { LaunchesFold, LaunchPhase } from '../../shared/fold/launches.ts';
import { Snapshots, type Copyable } from '../../shared/fold/snapshots.ts';
import { SpeechesFold } from '../../shared/fold/speeches.ts';
import { readScenario, type ModelId } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { Trace } from '../../shared/trace/trace.ts';

/** The trace of a program that has run to its end; what is not given are its defaults. */
function traceOf(
  workload: string,
  model: ModelId,
  params: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Trace {
  const program = [...workloads].find(({ id }) => id === workload)!;
  const run = new Run(readScenario({ workload, model, params, ...more }, program), program);
  run.advance();
  return run.trace;
}

function at<F extends Copyable<F>>(trace: Trace, t: number, fold: F): F {
  trace.feed(fold, 0, trace.countUntil(t));
  return fold;
}

const kinds = [
  {
    name: 'launch pads',
    workload: 'countdown',
    make: () => new LaunchesFold(),
    all: (fold: LaunchesFold) => [0, 1, 2, 3, 4].map((task) => fold.launch(task)),
  },
  {
    name: 'speakers',
    workload: 'count',
    make: () => new SpeechesFold(),
    all: (fold: SpeechesFold) => [0, 1, 2, 3, 4].map((task) => fold.speech(task)),
  },
  {
    name: 'draws',
    workload: 'makerandom',
    make: () => new DrawsFold(),
    all: (fold: DrawsFold) => [0, 1, 2, 3, 4].map((task) => fold.draws(task)),
  },
  {
    name: 'chains',
    workload: 'chained',
    make: () => new ChainsFold(),
    all: (fold: ChainsFold) => [0, 1, 2, 3, 4].map((task) => fold.chain(task)),
  },
] as const;

for (const { name, workload, ...kind } of kinds) {
  const { make, all } = kind as unknown as { make: () => Copyable<never>; all: (fold: unknown) => unknown };

  describe(name, () => {
    const trace = traceOf(workload, 'asynchronous');
    const direct = Array.from({ length: trace.length + 1 }, (_, index) => {
      const fold = make();
      trace.feed(fold, 0, index);
      return all(fold);
    });

    test('stay in a copy as they were when the original goes on, wherever it was taken', () => {
      for (let cut = 0; cut <= trace.length; cut++) {
        const original = make();
        trace.feed(original, 0, cut);
        const copy = (original as unknown as { copy(): Copyable<never> }).copy();
        trace.feed(original, cut);
        expect(all(copy)).toEqual(direct[cut]);
        trace.feed(copy, cut);
        expect([all(original), all(copy)]).toEqual([direct[trace.length], direct[trace.length]]);
      }
    });

    test('are the same whether one goes forwards to an instant or back to it', () => {
      const snapshots = new Snapshots(trace, make as () => never, { every: 3, most: 4 });
      const indices = Array.from({ length: trace.length + 1 }, (_, index) => index);
      for (const index of [...indices, ...indices.toReversed()]) {
        expect(all(snapshots.atIndex(index))).toEqual(direct[index]);
      }
    });

    test('are the same under every model once all is over, but for when', () => {
      // One generator for all is drawn from in another order under another model; each its own makes them equal.
      const without = (fold: unknown) =>
        JSON.parse(
          JSON.stringify(all(fold), (key, value: unknown) => (/^(since|oneAt|twoAt|from|to)$/.test(key) ? 0 : value)),
        ) as unknown;
      const [first, ...others] = (['asynchronous', 'synchronous', 'threads', 'processes'] as const).map((model) => {
        const trace = traceOf(
          workload,
          model,
          {},
          { draws: 'keyed', ...(model === 'threads' || model === 'processes' ? { workers: 2 } : {}) },
        );
        return without(at(trace, Infinity, make()));
      });
      for (const other of others) expect(other).toEqual(first);
    });
  });
}

describe('a countdown', () => {
  test('is held for its delay, counts, and lifts off', () => {
    const trace = traceOf('countdown', 'asynchronous');
    const b = (t: number) => at(trace, t, new LaunchesFold()).launch(2);
    const B = { delay: 2, length: 3 };
    expect([b(1.9), b(2), b(4.5), b(5)]).toEqual([
      { ...B, phase: LaunchPhase.HOLD, since: 0, remaining: 0, length: NaN },
      { ...B, phase: LaunchPhase.COUNTS, since: 2, remaining: 3 },
      { ...B, phase: LaunchPhase.COUNTS, since: 2, remaining: 1 },
      { ...B, phase: LaunchPhase.LIFTED, since: 5, remaining: 0 },
    ]);
  });

  test('without numbers lifts off at once, and knows that it had none', () => {
    const trace = traceOf('countdown', 'asynchronous', { rockets: [{ label: 'x', length: 0, delay: 1 }] });
    const launch = at(trace, 1, new LaunchesFold()).launch(1);
    expect(launch).toEqual({ phase: LaunchPhase.LIFTED, since: 1, delay: 1, remaining: 0, length: 0 });
  });

  test('that nothing was heard of is idle', () => {
    expect(new LaunchesFold().launch(7)).toEqual({
      phase: LaunchPhase.IDLE,
      since: NaN,
      delay: NaN,
      remaining: 0,
      length: NaN,
    });
  });
});

test('speakers say two a second after one: all at once, or one after the other', () => {
  const spoken = (model: ModelId) => {
    const fold = at(traceOf('count', model), Infinity, new SpeechesFold());
    return [1, 2, 3].map((task) => fold.speech(task));
  };
  expect(spoken('asynchronous')).toEqual(Array(3).fill({ oneAt: 0, twoAt: 1 }));
  expect(spoken('synchronous')).toEqual([0, 1, 2].map((oneAt) => ({ oneAt, twoAt: oneAt + 1 })));
});

describe('draws', () => {
  test('keep their order up to the one that beats the threshold', () => {
    const trace = traceOf('makerandom', 'asynchronous', {}, { seed: 1 });
    const fold = at(trace, Infinity, new DrawsFold());
    for (const [task, threshold] of [
      [1, 9],
      [2, 8],
      [3, 7],
    ] as const) {
      const { values, tries, beaten, ...rest } = fold.draws(task);
      const events = [...trace].filter(
        (event) => event.task === task && event.kind > Kind.OWN && event.kind <= drawEvents.kind.finished,
      );
      expect(values).toEqual(events.map(({ value }) => value).slice(-DRAWS_KEPT));
      expect(values.findIndex((value) => value > threshold)).toBe(values.length - 1);
      expect([tries, beaten, rest.threshold, rest.since]).toEqual([events.length, true, threshold, events.at(-1)!.at]);
    }
  });

  test('beyond those that are kept are counted still', () => {
    const fold = new DrawsFold();
    fold.event(0, drawEvents.kind.initiated, 1, 10);
    for (let n = 0; n < 200; n++) fold.event(n, drawEvents.kind.retry, 1, n % 11);
    const { tries, values, beaten, since } = fold.draws(1);
    expect({ tries, values, beaten, since }).toEqual({
      tries: 200,
      values: Array.from({ length: DRAWS_KEPT }, (_, place) => (200 - DRAWS_KEPT + place) % 11),
      beaten: false,
      since: 199,
    });
  });
});

test('chains tell each step with its seconds, and the published ones take 11 s', () => {
  const trace = traceOf('chained', 'asynchronous', {}, { seed: 444 });
  const now = at(trace, 5, new ChainsFold());
  const steps = (task: number) => now.chain(task).steps.map(({ from, seconds, to }) => [from, seconds, to]);
  expect([steps(1), steps(2), steps(3)]).toEqual([
    [
      [0, 4, 4],
      [4, 7, NaN],
    ],
    [
      [0, 4, 4],
      [4, 4, NaN],
    ],
    [
      [0, 0, 0],
      [0, 4, 4],
    ],
  ]);
  const over = at(trace, 11, new ChainsFold());
  expect([1, 2, 3].map((task) => [now.chain(task).took, over.chain(task).took])).toEqual([
    [NaN, 11],
    [NaN, 8],
    [4, 4],
  ]);
});
