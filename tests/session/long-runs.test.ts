import { expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { exhibition, exhibitionOf, settle } from '../support/sessions.ts';

test('a run beyond what its trace may hold goes on to its end, and is scrubbed, stepped and edited as every other', () => {
  const whole = 20_000;
  const params = { boards: 24, pairMoves: 1000 };
  const session = settle(new Session([exhibition], exhibitionOf(params, ['asynchronous']), { whole, stretch: 500 }));
  const [lane] = session.lanes;
  const { trace } = lane!;
  expect(lane).toMatchObject({ status: 'finished', message: null });
  expect(lane!.seen).toBeGreaterThan(6 * whole);
  expect(trace.length).toBeLessThan(2 * whole);

  const gap = trace.gaps[2]!;
  const [begins, ends] = [trace.at(gap.from).at, trace.at(gap.to - 1).at];
  session.seek(begins + 0.75 * (ends - begins), 0);
  expect(session.clock.at).toBe(ends);
  session.stepBack(0);
  const { within, at } = session.clock;
  expect([trace.at(within!.index - 1).kind, trace.lostAt(at)]).toEqual([Kind.RUN, null]);

  // The run with the edit is the same up to the gap in which it was made, and ends later.
  session.seek(ends, 0);
  const { makespan } = lane!;
  session.edit('master', 6, 0);
  settle(session);
  expect(lane!.keptSince(0)).toBeGreaterThanOrEqual(gap.from);
  expect(lane!.makespan).toBeGreaterThan(makespan!);
});
