import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TracksFold, type Span } from '../../shared/fold/tracks.ts';
import { State, stateIds } from '../../shared/fold/marks.ts';
import { Strips } from '../../shared/fold/strips.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { runs } from '../support/runs.ts';
import { lane, tasksOf, until, type PlainSpan } from './brute.ts';
import { anyExhibition, anyRun, exhibitionSample, foldAll, foldInTwo, foldUntil, withInstant } from './traces.ts';

const sample = fc.oneof(anyRun, anyExhibition);
const inWords = ({ from, to, state }: Span): PlainSpan => ({ from, to, state: stateIds[state]! });

/** A stretch of a lane, cut out of the whole of it. */
const cut = <S extends PlainSpan | Span>(spans: readonly S[], from: number, to: number): S[] =>
  spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) }));

/** A lane of many stretches, from 0 to the sum of the lengths, after which it goes on. */
function laneOf(lengths: readonly number[]): { lanes: TracksFold; end: number } {
  const kinds = [Kind.RUN, Kind.SLEEP, Kind.READY];
  const lanes = new TracksFold();
  let end = 0;
  for (const [index, length] of lengths.entries()) {
    lanes.event(end, kinds[index % 3]!, 0);
    end += length;
  }
  return { lanes, end };
}

/** Merges spans as it is promised: from the beginning of the lane, shorter ones until they make up the width. */
function merged(spans: readonly Span[], width: number): Span[] {
  const result: Span[] = [];
  const show = (group: readonly Span[]) => {
    const seconds = new Map<number, number>();
    for (const { from, to, state } of group) seconds.set(state, (seconds.get(state) ?? 0) + to - from);
    const state = Math.min(...[...seconds.keys()].filter((key) => seconds.get(key) === Math.max(...seconds.values())));
    const [from, to] = [group[0]!.from, group.at(-1)!.to];
    const last = result.at(-1);
    if (last?.state === state) result[result.length - 1] = { ...last, to };
    else result.push({ from, to, state });
  };
  let group: Span[] = [];
  for (const span of spans) {
    if (span.to - span.from >= width) {
      if (group.length > 0) show(group);
      show([span]);
      group = [];
    } else {
      group.push(span);
      if (span.to - group[0]!.from >= width) show(group.splice(0));
    }
  }
  if (group.length > 0) show(group);
  return result;
}

describe('lanes', () => {
  test('are what every task did from when to when, at every instant', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const lanes = foldUntil(sample, t, new TracksFold());
        const events = until(sample.events, t);
        for (const task of tasksOf(events)) {
          expect(lanes.spans(task, 0, t).map(inWords)).toEqual(lane(events, task, t));
        }
      }),
      runs(200),
    );
  });

  test('are cut off where a window ends', () => {
    fc.assert(
      fc.property(withInstant(sample), fc.double({ min: 0, max: 1, noNaN: true }), ({ sample, t: to }, share) => {
        const lanes = foldAll(sample, new TracksFold());
        const from = to * share;
        for (const task of tasksOf(sample.events)) {
          expect(lanes.spans(task, from, to).map(inWords)).toEqual(cut(lane(sample.events, task, to), from, to));
        }
      }),
      runs(200),
    );
  });

  test('come out the same whether the events are fed at once or in portions, at every level of detail', () => {
    fc.assert(
      fc.property(
        sample,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 1, 2, 8),
        (sample, share, least) => {
          const whole = foldAll(sample, new TracksFold());
          const end = sample.trace.endsAt + 1;
          const portions = new TracksFold();
          const middle = Math.floor(share * sample.trace.length);
          const drawn = (lanes: TracksFold) => tasksOf(sample.events).map((task) => lanes.spans(task, 0, end, least));
          sample.trace.feed(portions, 0, middle);
          // What is drawn on the way must not show afterwards.
          drawn(portions);
          sample.trace.feed(portions, middle);
          expect(drawn(portions)).toEqual(drawn(whole));
          expect(drawn(foldInTwo(sample, share, new TracksFold()))).toEqual(drawn(whole));
        },
      ),
      runs(200),
    );
  });

  test('are not merged too soon: a wait that seemed to be over may go on', () => {
    const lanes = new TracksFold();
    lanes.event(0, Kind.RUN, 0);
    lanes.event(1, Kind.SLEEP, 0);
    lanes.event(4, Kind.READY, 0);
    expect(lanes.spans(0, 0, 9, 4)).toEqual([
      { from: 0, to: 4, state: State.WAITING },
      { from: 4, to: 9, state: State.READY },
    ]);
    lanes.event(4, Kind.RUN, 0);
    lanes.event(4, Kind.SLEEP, 0);
    expect(lanes.spans(0, 0, 9, 4)).toEqual([
      { from: 0, to: 1, state: State.RUNNING },
      { from: 1, to: 9, state: State.WAITING },
    ]);
  });

  const lengths = fc.array(fc.constantFrom(0.25, 0.5, 1, 1, 3, 9), { minLength: 1, maxLength: 60 });

  test('merge what is too short to be seen into the state that took most of the time', () => {
    fc.assert(
      fc.property(lengths, fc.constantFrom(1, 2, 4, 8), fc.nat(), fc.nat(), (lengths, width, a, b) => {
        const { lanes, end } = laneOf(lengths);
        const expected = merged(lanes.spans(0, 0, 1e9), width);
        expect(lanes.spans(0, 0, 1e9, width)).toEqual(expected);
        const [from, to] = [Math.min(a % end, b % end), Math.max(a % end, b % end) + 1];
        expect(lanes.spans(0, from, to, width)).toEqual(cut(expected, from, to));
        // Levels are powers of two: in between, it is the finer one.
        expect(lanes.spans(0, from, to, width * 1.9)).toEqual(cut(expected, from, to));
      }),
      runs(500),
    );
  });

  test('have few enough spans for every width, without a gap', () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0.1, max: 50, noNaN: true }), (lengths, least) => {
        const { lanes, end } = laneOf(lengths);
        const spans = lanes.spans(0, 0, end, least);
        expect(spans.length).toBeLessThanOrEqual((4 * end) / least + 8);
        expect([spans[0]!.from, spans.at(-1)!.to]).toEqual([0, end]);
        for (const [index, span] of spans.slice(1).entries()) expect(span.from).toBe(spans[index]!.to);
      }),
      runs(500),
    );
  });

  test('are a few spans when twelve hours are seen from afar', () => {
    const { trace } = exhibitionSample({ model: 'synchronous' });
    const lanes = foldAll({ trace }, new TracksFold());
    const count = (least: number) => lanes.spans(12, 0, 43_200, least).length;
    expect([count(0), count(60), count(120), count(3600)]).toEqual([61, 61, 2, 2]);
  });

  test('show nobody before the beginning and after the end of a task', () => {
    const { trace } = exhibitionSample({ model: 'asynchronous', params: { boards: 1, pairMoves: 1 } });
    const lanes = foldAll({ trace }, new TracksFold());
    const { RUNNING, WAITING } = State;
    expect([lanes.size, lanes.spans(1, -10, 100), lanes.spans(1, 60, 100), lanes.spans(7, 0, 100)]).toEqual([
      2,
      [
        { from: 0, to: 5, state: RUNNING },
        { from: 5, to: 60, state: WAITING },
      ],
      [],
      [],
    ]);
    expect([lanes.spans(1, 60, 100, 1), lanes.spans(7, 0, 100, 1), lanes.spans(1, 9, 9)]).toEqual([[], [], []]);
    expect(lanes.spans(1, 4, 6, 0.5)).toEqual(cut(lanes.spans(1, 0, 60), 4, 6));
  });
});

describe('strips', () => {
  test('are lists of their own in one place, however they grow', () => {
    const puts = fc.array(fc.record({ row: fc.nat(6), after: fc.nat(2), code: fc.nat(3) }), { maxLength: 300 });
    fc.assert(
      fc.property(puts, fc.nat(400), (puts, t) => {
        const strips = new Strips();
        const lists: { from: number; code: number }[][] = [[], [], [], [], [], [], []];
        let from = 0;
        for (const { row, after, code } of puts) {
          strips.put(row, (from += after), code);
          const list = lists[row]!;
          if (list.at(-1)?.from === from) list.pop();
          if (list.at(-1)?.code !== code) list.push({ from, code });
        }
        for (const [row, list] of lists.entries()) {
          const entries = Array.from({ length: strips.count(row) }, (_, index) => ({
            from: strips.from(row, index),
            code: strips.code(row, index),
          }));
          expect(entries).toEqual(list);
          expect(strips.indexAt(row, t)).toBe(list.findLastIndex((entry) => entry.from <= t));
        }
      }),
      runs(300),
    );
  });
});
