import { describe, expect, test } from 'vitest';
import { boardsAt, boardsOf, BoardsStageFold } from '../../renderer/stage/boards/fold.ts';
import { foldOf, keepUp, type FoldedLane } from '../../renderer/stores/folds.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace, type EventSink } from '../../shared/trace/trace.ts';
import { exhibitionLanes } from './lanes.ts';

class Counter implements EventSink {
  count = 0;

  event(): void {
    this.count++;
  }
}

function laneOf(trace: Trace): FoldedLane & { rewrites: number; rewrittenFrom: number } {
  return { trace, rewrites: 0, rewrittenFrom: Infinity };
}

const grow = (trace: Trace) => trace.event(trace.length, Kind.OWN, 0, 0, 0);

describe('the folds of a lane', () => {
  test('take in what has come each frame, whether or not anybody asks in that frame', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    for (let frame = 1; frame <= 10; frame++) {
      grow(trace);
      keepUp(lane);
      expect(fold.count).toBe(frame);
    }
  });

  test('are left where they are when nobody has asked for a while, and go on when somebody does', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    for (let frame = 0; frame < 100; frame++) {
      grow(trace);
      keepUp(lane);
    }
    expect(fold.count).toBe(60);
    expect(foldOf(lane, 'counter', () => new Counter())).toBe(fold);
    expect(fold.count).toBe(100);
    grow(trace);
    keepUp(lane);
    expect(fold.count).toBe(101);
  });

  test('wait for the next who asks where events were replaced', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    grow(trace);
    grow(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    trace.truncate(1);
    Object.assign(lane, { rewrites: 1, rewrittenFrom: 1 });
    grow(trace);
    grow(trace);
    keepUp(lane);
    expect(fold.count).toBe(2);
    expect(foldOf(lane, 'counter', () => new Counter()).count).toBe(3);
  });
});

test('a fold is right although its trace was rewritten twice since it was last asked for', () => {
  const [first, second, third] = [5, 9, 12].map((master) => exhibitionLanes({ boards: 3, pairMoves: 4, master })[1]!);
  const trace = new Trace();
  const grow = (from: Trace, until: number) => {
    for (let index = trace.length; index < until; index++) {
      const { at, kind, task, value, line } = from.at(index);
      trace.event(at, kind, task, value, line);
    }
  };
  const lane = { ...first!, trace, rewrites: 0, rewrittenFrom: Infinity };
  const rewrite = (length: number, from: Trace) => {
    trace.truncate(length);
    lane.rewrites++;
    lane.rewrittenFrom = length;
    grow(from, from.length);
  };
  const shown = ({ boards, occupancy, pairs }: BoardsStageFold) => [
    pairs,
    occupancy.busyUntil(trace.endsAt),
    ...[1, 2, 3].map((board) => boards.board(board)),
  ];
  const asked = () => [boardsAt(lane, trace.endsAt), boardsOf(lane)].map(shown);
  const fresh = () => {
    const fold = new BoardsStageFold('asynchronous');
    trace.feed(fold, 0, trace.length);
    return shown(fold);
  };

  grow(first!.trace, first!.trace.length / 2);
  expect(asked()).toEqual([fresh(), fresh()]);
  // The first rewrite replaces what has been folded; the last one, which alone is told of, begins behind that.
  rewrite(4, second!.trace);
  rewrite(second!.trace.length - 3, third!.trace);
  expect(asked()).toEqual([fresh(), fresh()]);
});
