import { expect, test } from 'vitest';
import { boardsAt, boardsOf, BoardsStageFold } from '../../renderer/stage/boards/fold.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { exhibitionLanes } from './lanes.ts';

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
