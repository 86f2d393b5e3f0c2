import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../electron/session/session.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { runs } from '../support/runs.ts';
import { rows, sessionOf, settle, smallParams } from '../support/sessions.ts';

/** Instants of the scheduling decisions of all lanes, or of one: in order, each once. */
function decisionsOf(session: Session, lane?: number): number[] {
  const lanes = lane === undefined ? session.lanes : [session.lanes[lane]!];
  const instants = lanes.flatMap(({ trace }) => rows(trace).flatMap(([at, kind]) => (kind === Kind.RUN ? [at!] : [])));
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** Whether every lane is computed at once, or a little with each tick, so that steps have to wait. */
const early = fc.boolean();
const lanes = fc.option(fc.nat(1), { nil: undefined });

test('steps land on each scheduling decision in turn, and back again', () => {
  fc.assert(
    fc.property(smallParams, early, lanes, (params, soon, lane) => {
      const instants = decisionsOf(settle(sessionOf(params)), lane);
      const session = soon ? sessionOf(params) : settle(sessionOf(params));
      const walk = (go: () => void, count: number) =>
        Array.from({ length: count }, () => {
          go();
          settle(session);
          session.tick(0);
          return session.clock.at;
        });
      // The first decision is at zero, where the clock is.
      const forth = walk(() => session.step(0, lane), instants.length);
      expect(forth).toEqual([...instants.slice(1), instants.at(-1)]);
      const back = walk(() => session.stepBack(0, lane), instants.length);
      expect(back).toEqual([...instants.slice(0, -1).reverse(), 0]);
    }),
    runs(60),
  );
});

test('steps that were asked for before anything was computed are all taken', () => {
  const session = sessionOf({ boards: 3 });
  for (let count = 0; count < 7; count++) session.step(0);
  session.stepBack(0);
  expect(session.clock.at).toBe(0);
  settle(session);
  session.tick(0);
  expect(session.clock.at).toBe(decisionsOf(session)[6]);
});

test('a step right after an edit goes to a decision of the run that the edit makes', () => {
  const session = settle(sessionOf({ boards: 3 }));
  const [at, old] = decisionsOf(session).slice(10, 12);
  session.seek(at!, 0);
  session.edit('master', 7, 0);
  session.edit('opponent', 3, 0);
  session.step(0);
  settle(session);
  session.tick(0);
  const next = decisionsOf(session).find((each) => each > at!);
  expect(next).not.toBe(old);
  expect(session.clock.at).toBe(next);
});

test('a step back from where nothing is computed yet waits until it is', () => {
  const instants = decisionsOf(settle(sessionOf({ boards: 30 })));
  const session = sessionOf({ boards: 30 });
  session.compute();
  session.seek(instants.at(-5)!, 0);
  session.stepBack(0);
  expect(session.clock.at).toBe(instants.at(-5));
  settle(session);
  session.tick(0);
  expect(session.clock.at).toBe(instants.at(-6));
});

test('a step between decisions goes to the nearest one, either way', () => {
  const session = settle(sessionOf({ boards: 3 }));
  const instants = decisionsOf(session);
  const [some, next] = [instants[4]!, instants[5]!];
  session.seek((some + next) / 2, 0);
  session.step(0);
  expect(session.clock.at).toBe(next);
  session.seek((some + next) / 2, 0);
  session.stepBack(0);
  expect(session.clock.at).toBe(some);
});

test('a step pauses', () => {
  const session = settle(sessionOf());
  session.play(0);
  session.tick(1000);
  expect(session.clock).toMatchObject({ at: 60, playing: true });
  session.step(1500);
  expect(session.clock.playing).toBe(false);
  session.tick(9000);
  expect(session.clock.at).toBe(decisionsOf(session).find((at) => at > 90));
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
