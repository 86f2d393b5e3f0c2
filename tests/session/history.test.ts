import { describe, expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { rows, sessionOf, settle } from '../support/sessions.ts';

const names = ({ info: { undoes, redoes } }: Session) => [undoes, redoes];

describe('redo', () => {
  test('makes again what undo has taken back, trace for trace, until another change is made', () => {
    const session = settle(sessionOf({ boards: 3 }));
    const states = [session.saved];
    for (const [at, value] of [[50, 20], [90, 40]] as const) {
      session.seek(at, 0);
      session.edit('opponent', value, 0);
      states.push(settle(session).saved);
    }
    session.edit('boards', 2, 0);
    states.push(settle(session).saved);
    const last = session.lanes.map(({ trace }) => rows(trace));
    for (const state of states.slice(0, -1).reverse()) {
      session.undo(0);
      expect(session.saved).toEqual(state);
    }
    for (const state of states.slice(1)) {
      session.redo(0);
      expect(session.saved).toEqual(state);
    }
    expect(settle(session).lanes.map(({ trace }) => rows(trace))).toEqual(last);
    expect(session.info).toMatchObject({ canUndo: true, canRedo: false });
    expect(() => session.redo(0)).toThrow(InputError);
    session.undo(0);
    expect(session.info.canRedo).toBe(true);
    session.edit('master', 6, 0);
    expect(session.info.canRedo).toBe(false);
    expect(() => session.redo(0)).toThrow(InputError);
  }); // prettier-ignore

  test('brings a program that was opened back, and the clock stays', () => {
    const session = settle(sessionOf({ boards: 3 }));
    session.open({ scenario: { workload: 'exhibition', params: { boards: 1 } }, lanes: [{ model: 'threads' }] }, 0);
    const { saved } = settle(session);
    session.undo(0);
    settle(session).seek(7, 0);
    session.redo(0);
    expect([session.saved, session.clock.at]).toEqual([saved, 7]);
  });
});

test('each change has a name with what was there before and after', () => {
  const session = settle(sessionOf({ boards: 24 }));
  expect(names(session)).toEqual([null, null]);
  session.edit('boards', 12, 0);
  const boards = { kind: 'edit', path: 'boards', before: 24, after: 12 };
  expect(names(session)).toEqual([boards, null]);
  session.undo(0);
  expect(names(session)).toEqual([null, boards]);
  session.edit('opponent.value', 20, 0);
  expect(names(session)).toEqual([{ kind: 'edit', path: 'opponent.value', before: 55, after: 20 }, null]);
});

test.each([
  ['program', { scenario: { workload: 'queue' }, lanes: [{ model: 'asynchronous' }] }],
  ['lanes', { scenario: { workload: 'count' }, lanes: [{ model: 'asynchronous' }] }],
  ['values', { scenario: { workload: 'count', seed: '7' }, lanes: [{ model: 'synchronous' }] }],
] as const)('opening other %s is a change with that name', (what, asked) => {
  const session = new Session(workloads, { scenario: { workload: 'count' }, lanes: [{ model: 'synchronous' }] });
  session.open({ scenario: asked.scenario, lanes: [...asked.lanes] }, 0);
  expect(session.info.undoes).toEqual({ kind: 'open', workload: asked.scenario.workload, what });
});

test('a value that is too long to be said is left out of the name', () => {
  const session = new Session(workloads, { scenario: { workload: 'countdown' }, lanes: [{ model: 'asynchronous' }] });
  const { params } = session.info;
  const [path] = Object.entries(params).find(([, value]) => Array.isArray(value))!;
  const list = params[path] as unknown[];
  session.edit(path, Array.from({ length: 500 }, () => list[0]), 0);
  expect(session.info.undoes).not.toHaveProperty('after');
  expect(JSON.stringify(session.info.undoes).length).toBeLessThan(300);
}); // prettier-ignore
