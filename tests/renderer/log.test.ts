import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LogFold, type LogDetail } from '../../renderer/log/log-fold.ts';
import { countRows, rowsFrom, type LaneLog } from '../../renderer/log/rows.ts';
import { scrollView } from '../../renderer/log/scroll.ts';
import { foldOf } from '../../renderer/stores/folds.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { exhibitionLanes } from './lanes.ts';

function logOf(trace: Trace, detail: LogDetail = 'own'): LaneLog {
  const lines = new LogFold(detail);
  trace.feed(lines);
  return { trace, lines };
}

function traceOf(instants: readonly number[]): Trace {
  const trace = new Trace();
  for (const at of instants) trace.event(at, Kind.OWN, 1, 0, 0);
  return trace;
}

describe('the lines of a log', () => {
  test('are what the program says, what goes wrong and what is changed; every step where that is asked for', () => {
    const trace = new Trace();
    const kinds = [
      Kind.SPAWN,
      Kind.RUN,
      Kind.OWN,
      Kind.FIELD,
      Kind.CANCEL,
      Kind.CANCELLED,
      Kind.FAIL,
      Kind.EDIT,
      Kind.DONE,
    ];
    for (const kind of kinds) trace.event(0, kind, kind === Kind.DONE ? 0 : 1, 0, 0);
    const eventsOf = ({ lines }: LaneLog) =>
      Array.from({ length: lines.size }, (_, line) => kinds[lines.eventOf(line)]);
    expect(eventsOf(logOf(trace))).toEqual([Kind.OWN, Kind.CANCEL, Kind.CANCELLED, Kind.FAIL, Kind.EDIT, Kind.DONE]);
    expect(eventsOf(logOf(trace, 'every'))).toEqual(kinds.filter((kind) => kind !== Kind.FIELD));
  });

  test('come from all lanes, the latest first, wherever the window stands', () => {
    const instants = fc
      .array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.array(instants, { minLength: 1, maxLength: 4 }),
        fc.nat(450),
        fc.nat(1200),
        fc.nat(20),
        (lanes, at, skip, count) => {
          const logs = lanes.map((list) => logOf(traceOf(list)));
          const all = lanes.flatMap((list, lane) =>
            list.map((instant, index) => ({ lane, index, at: instant, task: 1 })),
          );
          const wanted = all
            .filter((row) => row.at <= at)
            .sort((a, b) => b.at - a.at || b.lane - a.lane || b.index - a.index);
          expect(countRows(logs, at)).toBe(wanted.length);
          expect(rowsFrom(logs, at, skip, count)).toEqual(wanted.slice(skip, skip + count));
        },
      ),
    );
  });

  test('are found at once among a million', () => {
    const trace = traceOf(Array.from({ length: 1_000_000 }, (_, place) => place * 0.01));
    const logs = [logOf(trace), logOf(trace)];
    expect(rowsFrom(logs, 1e9, 1_000_000, 2).map(({ lane, index }) => [lane, index])).toEqual([
      [1, 499_999],
      [0, 499_999],
    ]);
  });

  test('of an exhibition are its moves', () => {
    const logs = exhibitionLanes({ boards: 2, pairMoves: 2 }).map(({ trace }) => logOf(trace));
    expect(countRows(logs, 70)).toBe(3 + 6);
  });
});

describe('a list that is too long to be there as a whole', () => {
  test('has only the lines that are seen', () => {
    expect(scrollView(1000, 20, 200, 100)).toEqual({ height: 20_000, first: 10, count: 6, offset: 200 });
    expect(scrollView(3, 20, 0, 100)).toEqual({ height: 60, first: 0, count: 3, offset: 0 });
  });

  test('reaches its last line however long it is', () => {
    for (const rows of [10, 1000, 400_000, 5_000_000]) {
      const { height } = scrollView(rows, 28, 0, 100);
      const end = scrollView(rows, 28, height - 100, 100);
      expect(end.first + end.count, String(rows)).toBe(rows);
      expect(height).toBeLessThanOrEqual(8_000_000);
    }
  });
});

describe('a fold that keeps up with a lane', () => {
  test('is made anew where the lane was rewritten, also if it has grown again since', () => {
    const lane = { trace: traceOf([1, 2, 3]), rewrites: 0, rewrittenFrom: Infinity };
    const size = () => foldOf(lane, 'log', () => new LogFold('own')).size;
    expect(size()).toBe(3);
    lane.trace.truncate(1);
    for (const at of [4, 5, 6]) lane.trace.event(at, Kind.RUN, 1, 0, 0);
    Object.assign(lane, { rewrites: 1, rewrittenFrom: 1 });
    expect(size()).toBe(1);
  });
});
