import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { rows, runTo, sessionOf, settle, smallParams } from '../support/sessions.ts';

test('seeking to an instant shows just what running to it does', () => {
  const instants = fc.double({ min: 0, max: 400, noNaN: true });
  fc.assert(
    fc.property(smallParams, instants, fc.boolean(), (params, at, early) => {
      const session = sessionOf(params, ['synchronous', 'asynchronous', 'threads', 'processes']);
      if (early) session.seek(at, 0);
      settle(session);
      session.seek(at, 0);
      for (const lane of session.lanes) {
        const there = rows(lane.trace, session.clock.at);
        expect(there).toEqual(rows(runTo(at, lane.scenario).trace));
      }
    }),
    runs(60),
  );
});

test('an instant beyond the end is the end', () => {
  const session = settle(sessionOf({ boards: 2, pairMoves: 1 }));
  session.seek(1e9, 0);
  expect(session.clock).toMatchObject({ at: 120, endsAt: 120 });
});

test('an instant that lies beyond what is computed is kept, and turns out to be the end', () => {
  const session = sessionOf({ boards: 2, pairMoves: 1 });
  session.seek(1e9, 0);
  expect(session.clock).toMatchObject({ at: 1e9, endsAt: null });
  settle(session);
  expect(session.clock.at).toBe(120);
});

/** What somebody does at the controls, after so many wall milliseconds. */
const doings = fc.array(
  fc.tuple(
    fc.nat(100),
    fc.oneof(
      fc.constant({ what: 'play' } as const),
      fc.constant({ what: 'pause' } as const),
      fc.constant({ what: 'tick' } as const),
      fc.constant({ what: 'restart' } as const),
      fc.constant({ what: 'compute' } as const),
      fc.record({ what: fc.constant('step' as const), forward: fc.boolean(), lane: fc.option(fc.nat(1)) }),
      fc.record({ what: fc.constant('seek' as const), at: fc.nat(400) }),
      fc.record({
        what: fc.constant('pace' as const),
        pace: fc.oneof(
          fc.record({ kind: fc.constant('speed' as const), speed: fc.integer({ min: 1, max: 100_000 }) }),
          fc.constant({ kind: 'fastest' } as const),
          fc.record({ kind: fc.constant('whole' as const), seconds: fc.integer({ min: 1, max: 60 }) }),
        ),
      }),
    ),
  ),
  { maxLength: 40 },
);

test('play, pause, pace, steps and how often the clock is asked never change the trace', () => {
  fc.assert(
    fc.property(smallParams, doings, (params, list) => {
      const session = sessionOf(params);
      let now = 0;
      for (const [passed, doing] of list) {
        now += passed;
        if (doing.what === 'play') session.play(now);
        else if (doing.what === 'pause') session.pause(now);
        else if (doing.what === 'restart') session.restart(now);
        else if (doing.what === 'compute') session.compute();
        else if (doing.what === 'seek') session.seek(doing.at, now);
        else if (doing.what === 'pace') session.setPace(doing.pace, now);
        else if (doing.what === 'step') session[doing.forward ? 'step' : 'stepBack'](now, doing.lane ?? undefined);
        session.tick(now);
      }
      settle(session);
      for (const { scenario, trace } of session.lanes) {
        expect(scenario.edits).toEqual([]);
        expect(rows(trace)).toEqual(rows(runTo(Infinity, scenario).trace));
      }
    }),
    runs(60),
  );
});
