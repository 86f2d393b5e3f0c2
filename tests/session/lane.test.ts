import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENDLESS_EVENTS_MAX } from '../../electron/session/lane.ts';
import { before } from '../../electron/session/run.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { runs } from '../support/runs.ts';
import { rows, sessionOf, settle } from '../support/sessions.ts';

const asynchronous = { model: 'asynchronous' } as const;

test('an edit under way leaves what has been computed on screen until the run has come to it again', () => {
  const session = settle(sessionOf({ boards: 400, pairMoves: 60 }, ['asynchronous']));
  const [lane] = session.lanes;
  const whole = lane!.trace.length;
  session.seek(lane!.trace.endsAt / 2, 0);
  const { at } = session.clock;
  session.edit('master', 6, 0);
  session.compute();
  expect(lane).toMatchObject({ computing: true, status: 'computing', endsAt: null });
  expect(lane!.trace.length).toBe(whole);
  expect(lane!.reached).toBeLessThanOrEqual(at);
  expect(lane!.generation).toBe(0);
  settle(session);
  expect([lane!.generation, lane!.status]).toEqual([1, 'finished']);
  expect(lane!.keptSince(0)).toBe(rows(lane!.trace, before(at)).length);
});

test('the lane that is furthest behind is computed first', () => {
  const session = sessionOf({ boards: 200, pairMoves: 60 });
  for (let count = 0; count < 12; count++) {
    const reached = session.lanes.map((lane) => lane.reached);
    session.compute();
    const moved = session.lanes.findIndex((lane, index) => lane.reached !== reached[index]);
    if (reached[0] !== reached[1]) expect(moved).toBe(reached[0]! < reached[1]! ? 0 : 1);
  }
});

test('the instant before another is the next number below it', () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: 1e12, noNaN: true }), (at) => {
      const earlier = before(at);
      expect(earlier).toBeLessThan(at);
      const between = earlier + (at - earlier) / 2;
      expect(between === earlier || between === at).toBe(true);
    }),
    runs(300),
  );
  expect(before(1)).toBe(1 - Number.EPSILON / 2);
  expect(before(0)).toBe(-1);
});

test('a run that can never end says why, and stops early', () => {
  const [makerandom] = workloads.filter(({ id }) => id === 'makerandom');
  const asked = { scenario: { workload: 'makerandom', params: { thresholds: [3, 10] } }, lanes: [asynchronous] };
  const [lane] = settle(new Session([makerandom!], asked)).lanes;
  expect(lane!.status).toBe('stopped');
  expect(lane!.message).toBe(
    'Stopped after 50,000 events: draws go from 0 to 10, so a threshold of 10 is never beaten and the run cannot end.',
  );
  expect(lane!.trace.length).toBeLessThan(ENDLESS_EVENTS_MAX + 1000);
});
