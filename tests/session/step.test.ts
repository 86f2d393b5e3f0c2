import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../electron/session/session.ts';
import { eventsAt, type Place } from '../../electron/session/step.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { runs } from '../support/runs.ts';
import { rows, sessionOf, settle, smallParams } from '../support/sessions.ts';

/** The scheduling decisions of all lanes, or of one, in the order in which one steps through them. */
function decisionsOf(session: Session, lane?: number): Place[] {
  const places = session.lanes.flatMap(({ trace }, number) =>
    lane !== undefined && lane !== number
      ? []
      : rows(trace).flatMap(([at, kind], index) =>
          kind === Kind.RUN ? [{ at: at!, within: { lane: number, index: index + 1 } }] : [],
        ),
  );
  return places.sort((a, b) => a.at - b.at || a.within.lane - b.within.lane || a.within.index - b.within.index);
}

const placeOf = ({ clock: { at, within } }: Session): Place => ({ at, within });

/** Whether every lane is computed at once, or a little with each tick, so that steps have to wait. */
const early = fc.boolean();
const lanes = fc.option(fc.nat(1), { nil: undefined });

test('steps land right after each scheduling decision in turn, and back again', () => {
  fc.assert(
    fc.property(smallParams, early, lanes, (params, soon, lane) => {
      const places = decisionsOf(settle(sessionOf(params)), lane);
      const session = soon ? sessionOf(params) : settle(sessionOf(params));
      const walk = (go: () => void, count: number) =>
        Array.from({ length: count }, () => {
          go();
          settle(session);
          session.tick(0);
          return placeOf(session);
        });
      // At the start everything that happens at zero has happened.
      const later = places.filter(({ at }) => at > 0);
      const forth = walk(() => session.step(0, lane), later.length + 2);
      const end = { at: later.at(-1)?.at ?? 0, within: null };
      expect(forth).toEqual([...later, end, end]);
      const back = walk(() => session.stepBack(0, lane), places.length + 1);
      expect(back).toEqual([...places.toReversed(), places[0]]);
    }),
    runs(60),
  );
});

test('inside an instant a lane has come as far as its decision, those before it are through with it', () => {
  const session = settle(sessionOf({ boards: 2, pairMoves: 1 }, ['asynchronous', 'asynchronous', 'asynchronous']));
  session.seek(4, 0);
  session.step(0);
  session.step(0);
  // Board 1 goes on at five, and then board 2 gets her.
  const { within } = session.clock;
  const counts = session.lanes.map((lane, number) => eventsAt(placeOf(session), lane, number));
  const [before, whole] = [session.lanes[0]!.trace.countBefore(5), session.lanes[0]!.trace.countUntil(5)];
  expect(session.clock.at).toBe(5);
  expect(within!.lane).toBe(0);
  expect(counts).toEqual([within!.index, before, before]);
  expect(within!.index).toBeGreaterThan(before);
  for (let more = 0; session.clock.within?.lane !== 2 && more < 20; more++) session.step(0);
  const later = session.lanes.map((lane, number) => eventsAt(placeOf(session), lane, number));
  expect(later).toEqual([whole, whole, session.clock.within!.index]);
});

test('steps that were asked for before anything was computed are all taken', () => {
  const session = sessionOf({ boards: 3 });
  for (let count = 0; count < 7; count++) session.step(0);
  session.stepBack(0);
  expect(placeOf(session)).toEqual({ at: 0, within: null });
  settle(session);
  session.tick(0);
  expect(placeOf(session)).toEqual(decisionsOf(session).filter(({ at }) => at > 0)[5]);
});

test('a step right after an edit goes to a decision of the run that the edit makes', () => {
  const session = settle(sessionOf({ boards: 3 }));
  const instants = [...new Set(decisionsOf(session).map(({ at }) => at))];
  const [at, old] = instants.slice(10, 12);
  session.seek(at!, 0);
  session.edit('master', 7, 0);
  session.edit('opponent', 3, 0);
  session.step(0);
  settle(session);
  session.tick(0);
  const next = decisionsOf(session).find((each) => each.at > at!)!;
  expect(next.at).not.toBe(old);
  expect(placeOf(session)).toEqual(next);
});

test('a step back from where nothing is computed yet waits until it is', () => {
  const places = decisionsOf(settle(sessionOf({ boards: 30 })));
  const session = sessionOf({ boards: 30 });
  session.compute();
  const { at } = places.at(-5)!;
  session.seek(at, 0);
  session.stepBack(0);
  expect(placeOf(session)).toEqual({ at, within: null });
  settle(session);
  session.tick(0);
  expect(placeOf(session)).toEqual(places.filter((each) => each.at <= at).at(-1));
});

test('a step between decisions goes to the nearest one, either way', () => {
  const session = settle(sessionOf({ boards: 3 }));
  const places = decisionsOf(session);
  const after = places.findIndex(({ at }) => at > 60);
  const middle = (places[after - 1]!.at + places[after]!.at) / 2;
  session.seek(middle, 0);
  session.step(0);
  expect(placeOf(session)).toEqual(places[after]);
  session.seek(middle, 0);
  session.stepBack(0);
  expect(placeOf(session)).toEqual(places[after - 1]);
});

test.each(['seek', 'play', 'restart'] as const)('%s leaves the inside of an instant', (what) => {
  const session = settle(sessionOf({ boards: 3 }));
  session.step(0);
  expect(session.clock.within).not.toBeNull();
  if (what === 'seek') session.seek(session.clock.at, 0);
  else session[what](0);
  expect(session.clock.within).toBeNull();
});

test('a step pauses', () => {
  const session = settle(sessionOf());
  session.setPace({ kind: 'speed', speed: 60 }, 0);
  session.play(0);
  session.tick(250);
  expect(session.clock).toMatchObject({ at: 15, playing: true });
  session.step(375);
  expect(session.clock.playing).toBe(false);
  session.tick(9000);
  expect(placeOf(session)).toEqual(decisionsOf(session).find(({ at }) => at > 22.5));
});

test('a step in a lane that is not there is refused, and plays on', () => {
  const session = settle(sessionOf());
  session.play(0);
  expect(() => session.step(0, 2)).toThrow(InputError);
  expect(() => session.stepBack(0, 2)).toThrow(InputError);
  expect(session.clock.playing).toBe(true);
});

test.each(['seek', 'restart', 'play', 'open', 'edit', 'undo'] as const)('%s forgets steps that wait', (what) => {
  const session = sessionOf({ boards: 3, pairMoves: 1 });
  session.edit('master', 6, 0);
  session.step(0);
  if (what === 'seek') session.seek(1, 0);
  else if (what === 'open') session.open({ scenario: { workload: 'exhibition' }, lanes: [{ model: 'threads' }] }, 0);
  else if (what === 'edit') session.edit('master', 7, 0);
  else session[what](0);
  const { at } = session.clock;
  settle(session);
  session.tick(0);
  expect(session.clock.at).toBe(at);
});
