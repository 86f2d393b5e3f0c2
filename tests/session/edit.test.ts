import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { before } from '../../electron/session/run.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { runs } from '../support/runs.ts';
import { exhibition, rows, runTo, sessionOf, settle, smallParams } from '../support/sessions.ts';

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 300, noNaN: true }),
    path: fc.constantFrom('master', 'opponent', 'walk'),
    value: fc.oneof(fc.nat(90), fc.constant({ kind: 'exponential', mean: 20 })),
    computed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('an edit', () => {
  test('keeps what came before it, is recorded, and replays to the same trace', () => {
    fc.assert(
      fc.property(smallParams, edits, (params, list) => {
        const session = settle(sessionOf(params));
        for (const { at, path, value, computed } of list) {
          session.seek(at, 0);
          const { at: from } = session.clock;
          const earlier = session.lanes.map(({ trace }) => rows(trace, before(from)));
          const known = !session.computing;
          session.edit(path, value, 0);
          expect(session.info.edits.at(-1)).toEqual({ at: from, path, value });
          if (!computed) continue;
          settle(session);
          if (known) expect(session.lanes.map(({ trace }) => rows(trace, before(from)))).toEqual(earlier);
        }
        settle(session);
        const again = settle(new Session([exhibition], JSON.parse(JSON.stringify(session.saved)) as never));
        session.lanes.forEach((lane, index) => {
          expect(rows(lane.trace)).toEqual(rows(runTo(Infinity, lane.scenario).trace));
          expect(rows(lane.trace)).toEqual(rows(again.lanes[index]!.trace));
        });
      }),
      runs(60),
    );
  });

  test('takes hold from its instant: what happens then already follows it', () => {
    // Her first move at the second table begins at 65 s under the synchronous model.
    const session = settle(sessionOf({ boards: 2, pairMoves: 1 }, ['synchronous']));
    session.seek(60, 0);
    session.edit('master', 7, 0);
    settle(session);
    const { trace } = session.lanes[0]!;
    const from = rows(trace).filter(([at, kind]) => at! >= 60 && (kind === Kind.EDIT || kind === Kind.WORK));
    expect(from.map(([at, kind, , value]) => [at, kind, value])).toEqual([
      [60, Kind.EDIT, 0],
      [60, Kind.WORK, 7],
    ]);
    expect(session.clock.endsAt).toBe(122);
  });

  test('drops the edits that lie after it', () => {
    const session = settle(sessionOf({ boards: 3 }));
    for (const at of [500, 900, 700]) {
      session.seek(at, 0);
      session.edit('opponent', at / 10, 0);
    }
    expect(session.info.edits.map(({ at }) => at)).toEqual([500, 700]);
  });

  test('replaces the last one when it changes the same parameter at the same instant', () => {
    const session = settle(sessionOf({ boards: 3 }));
    session.seek(100, 0);
    session.edit('master', 6, 0);
    session.edit('opponent', 20, 0);
    for (const value of [21, 22, 23]) session.edit('opponent', value, 0);
    expect(session.info.edits.map(({ path, value }) => [path, value])).toEqual([
      ['master', 6],
      ['opponent', 23],
    ]);
    expect(session.info.params).toMatchObject({ opponent: { kind: 'constant', value: 23 } });
  });

  test('of what there is starts afresh, with what had been edited as it stands', () => {
    const session = settle(sessionOf({ boards: 3, pairMoves: 1 }));
    session.seek(100, 0);
    session.edit('opponent', 15, 0);
    const { epoch } = session;
    session.edit('boards', 1, 0);
    expect(session.epoch).toBe(epoch + 1);
    expect(session.clock.at).toBe(0);
    expect(session.info.edits).toEqual([]);
    expect(settle(session).lanes.map(({ makespan }) => makespan)).toEqual([20, 20]);
  });

  test.each([
    ['master', -1, 'params.master'],
    ['nothing', 1, 'params.nothing'],
    ['opponent', { kind: 'uniform', low: 5, high: 1 }, 'params.opponent.high'],
    ['__proto__.x', 1, 'path'],
    ['boards', 0.5, 'params.boards'],
  ])('of %s to %j is refused, and changes nothing', (path, value, where) => {
    const session = settle(sessionOf({ boards: 3 }));
    session.seek(100, 0);
    session.edit('opponent', 15, 0);
    const before = JSON.stringify([session.info, session.clock, session.changes]);
    expect(() => session.edit(path, value, 0)).toThrow(InputError);
    try {
      session.edit(path, value, 0);
    } catch (error) {
      expect((error as InputError).problems[0]?.path).toBe(where);
    }
    expect(JSON.stringify([session.info, session.clock, session.changes])).toBe(before);
  });
});

describe('undo', () => {
  test('takes edits back one by one, without starting afresh', () => {
    fc.assert(
      fc.property(smallParams, edits, (params, list) => {
        const session = settle(sessionOf(params));
        const states = list.map(({ at, path, value }) => {
          session.seek(at, 0);
          const state = [session.saved, session.lanes.map(({ trace }) => rows(trace))];
          session.edit(path, value, 0);
          settle(session);
          return state;
        });
        const { epoch } = session;
        for (const state of states.reverse()) {
          session.undo(0);
          settle(session);
          expect([session.saved, session.lanes.map(({ trace }) => rows(trace))]).toEqual(state);
        }
        expect(session.epoch).toBe(epoch);
        expect(session.info.canUndo).toBe(false);
        expect(() => session.undo(0)).toThrow(InputError);
      }),
      runs(30),
    );
  });

  test('brings back what was on screen before it was opened anew, and the clock stays', () => {
    const session = settle(sessionOf({ boards: 3 }));
    const { saved } = session;
    session.open({ scenario: { workload: 'exhibition', params: { boards: 1 } }, lanes: [{ model: 'threads' }] }, 0);
    settle(session);
    session.seek(50, 0);
    session.undo(0);
    expect(session.saved).toEqual(saved);
    expect(session.clock.at).toBe(50);
  });
});
