// Every mistake of the catalogue beside what is right: where the two part, and what each comes to.
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { costFold, costOf, isSpan } from '../../shared/fold/cost.ts';
import { Divergence, divergenceOf } from '../../shared/fold/divergence.ts';
import type { Mistake } from '../../shared/listing/mistake.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { readLog } from '../../shared/trace/log.ts';
import { Trace } from '../../shared/trace/trace.ts';
import type { Vocabulary } from '../../shared/trace/events.ts';

interface Pair {
  readonly workload: Workload<unknown>;
  readonly mistake: Mistake;
  readonly right: Trace;
  readonly wrong: Trace;
}

const pairs = (workloads as readonly Workload<unknown>[]).flatMap((workload) =>
  (workload.mistakes ?? []).map((mistake): [string, Pair] => {
    const { draws, params, model } = mistake;
    const [right, wrong] = [mistake.right, mistake.id].map((variant) => {
      const run = new Run(readScenario({ workload: workload.id, variant, model, draws, params }, workload), workload);
      run.advance();
      return run.trace;
    });
    return [`${workload.id}: ${mistake.id}`, { workload, mistake, right: right!, wrong: wrong! }];
  }),
);

/** The first instant in whose log entries two runs differ, or at which one has no more of them, the plain way. */
function brute(right: Trace, wrong: Trace, vocabulary: Vocabulary): number | null {
  const [first, second] = [readLog(right, vocabulary), readLog(wrong, vocabulary)];
  for (let place = 0; place < Math.max(first.length, second.length); place++) {
    const [a, b] = [first[place], second[place]];
    if (JSON.stringify(a) !== JSON.stringify(b)) return Math.min(a?.t ?? right.endsAt, b?.t ?? wrong.endsAt);
  }
  return null;
}

describe.each(pairs)('%s', (_, { workload, mistake, right, wrong }) => {
  const { vocabulary } = workload;

  test('parts where the logs first differ, and does part', () => {
    const at = divergenceOf(right, wrong, vocabulary);
    expect(at).not.toBeNull();
    expect(at).toBe(brute(right, wrong, vocabulary) ?? at);
  });

  test('parts at the same instant when the traces come bit by bit, one far behind the other', () => {
    const [first, second] = [new Trace(), new Trace()];
    const parting = new Divergence(first, second, vocabulary);
    const grow = (to: Trace, from: Trace, by: number) => {
      for (let left = by; left > 0 && to.length < from.length; left--) {
        const { at, kind, task, value, line } = from.at(to.length);
        to.event(at, kind, task, value, line);
      }
    };
    for (let turn = 0; !(first.length === right.length && second.length === wrong.length); turn++) {
      grow(first, right, (turn * 7) % 13);
      grow(second, wrong, turn < 40 ? 1 : 1 + right.length / 50);
      parting.follow(first.length === right.length, second.length === wrong.length);
      if (turn > 1e6) throw new Error('it does not come to an end');
    }
    expect(parting.follow(true, true)).toBe(divergenceOf(right, wrong, vocabulary));
    expect(parting.decided).toBe(true);
  });

  test('costs something', () => {
    const [well, badly] = [right, wrong].map((trace) => costOf(mistake.measure, trace, vocabulary));
    expect(badly).not.toBe(well);
    // Whoever claims to need less time than there is has made the mistake as well; lost results are fewer too.
    const less = ['everything-awaited', 'forgotten-await'].includes(mistake.id);
    expect(badly! > well!).toBe(!less);
  });

  test('never parts from itself', () => {
    expect(divergenceOf(right, right, vocabulary)).toBeNull();
  });
});

const words: Vocabulary = [
  { event: 'said', fields: ['loud'], says: '' },
  { event: 'left', fields: ['first', 'second'], says: '', then: 'gone' },
];

/** A trace of events given as [at, kind, task, value]. */
function traceOf(...events: readonly [number, number, number, number][]): Trace {
  const trace = new Trace();
  for (const [at, kind, task, value] of events) trace.event(at, kind, task, value, 0);
  return trace;
}

const [said, left] = [Kind.OWN, Kind.OWN + 1];

test('runs that tell the same part at the first event that differs', () => {
  const [a, b, c] = [3, 4, 5].map((value) => traceOf([0, said, 1, 1], [2, Kind.SLEEP, 1, value]));
  expect(divergenceOf(a!, b!, words)).toBe(2);
  expect(divergenceOf(b!, traceOf([0, said, 1, 1]), words)).toBe(2);
  expect(divergenceOf(c!, c!, words)).toBeNull();
});

test('it is not said before the fields of a note are there, nor before a run that is behind has come so far', () => {
  const [first, second] = [traceOf([1, left, 1, 7], [1, Kind.FIELD, 1, 8]), traceOf([1, left, 1, 7])];
  const parting = new Divergence(first, second, words);
  expect(parting.follow(true, false)).toBeNull();
  expect(parting.decided).toBe(false);
  second.event(1, Kind.FIELD, 1, 9, 0);
  expect(parting.follow(true, false)).toBeNull();
  second.event(4, said, 1, 0, 0);
  expect(parting.follow(true, false)).toBe(1);
  const late = new Divergence(first, traceOf(), words);
  expect([late.follow(true, false), late.follow(true, true)]).toEqual([null, 0]);
});

test('each measure counts what it is called after', () => {
  const trace = traceOf(
    [0, Kind.RUN, 0, 0],
    [0, Kind.PUT, 0, 1],
    [0, Kind.PUT, 0, 2],
    [1, Kind.PUT, 0, 1],
    [1, Kind.TAKE, 1, 1],
    [1, left, 0, 90],
    [1, Kind.FIELD, 0, 50],
    [2, said, 0, 12],
    [3, said, 0, 4],
    [3, Kind.READY, 1, 0],
    [5, Kind.RUN, 1, 0],
    [6, Kind.DONE, 0, 0],
    [7, said, 1, 2],
  );
  const measures = [
    'makespan',
    'depth',
    'left',
    'lag',
    { events: 'said' },
    { events: 'gone' },
    { largest: 'said' },
  ] as const;
  expect(measures.map((measure) => costOf(measure, trace, words))).toEqual([6, 2, 2, 2, 3, 1, 12]);
  expect(measures.map(isSpan)).toEqual([true, false, false, true, false, false, false]);
  expect(costFold('lag', words).value).toBe(0);
});
