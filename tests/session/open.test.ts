import { expect, test } from 'vitest';
import { Session } from '../../electron/session/session.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { exhibition, exhibitionOf, sessionOf, settle } from '../support/sessions.ts';

/** The paths of what is wrong with what is to be opened; none when it is opened. */
function problemsWith(scenario: Record<string, unknown>, lanes: { model: string; workers?: unknown }[]): string[] {
  const session = sessionOf();
  const before = JSON.stringify([session.info, session.clock]);
  try {
    session.open({ scenario: { workload: 'exhibition', ...scenario }, lanes }, 0);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect(JSON.stringify([session.info, session.clock]), 'what was refused changed something').toBe(before);
    return (error as InputError).problems.map(({ path }) => path);
  }
}

test.each([
  [{}, [{ model: 'synchronous' }], []],
  [{ workload: 'chess' }, [{ model: 'synchronous' }], ['workload']],
  [
    { params: { boards: 0, walk: -1 } },
    [{ model: 'threads' }, { model: 'fast' }],
    ['params.boards', 'params.walk', 'lanes.1.model'],
  ],
  [{ version: 2 }, [{ model: 'threads' }, { model: 'processes' }], ['version']],
  [{ colour: 'red' }, [{ model: 'threads' }], ['colour']],
  [
    {},
    [
      { model: 'threads', workers: 0 },
      { model: 'threads', workers: 'ten' },
    ],
    ['lanes.0.workers', 'lanes.1.workers'],
  ],
  [{ workers: 0 }, [{ model: 'threads' }, { model: 'threads' }], ['workers']],
  [{ edits: [{ at: -1, path: 'master', value: 1 }] }, [{ model: 'threads' }], ['edits.0.at']],
  [{ edits: [{ at: 1, path: 'master', value: 'x' }] }, [{ model: 'threads' }], ['params.master']],
  [{ seed: 0.5 }, [{ model: 'threads' }], ['seed']],
] as const)('opening %j under %j finds fault with %j', (scenario, lanes, paths) => {
  expect(problemsWith(scenario, [...lanes])).toEqual(paths);
});

test('workers of a lane that does not say are those of the scenario, wherever the lane stands', () => {
  const lanes = [{ model: 'synchronous' }, { model: 'threads' }, { model: 'processes', workers: 3 }];
  const session = new Session([exhibition], { scenario: { workload: 'exhibition', workers: 12 }, lanes });
  const shown = [
    { model: 'synchronous', workers: 1 },
    { model: 'threads', workers: 12 },
    { model: 'processes', workers: 3 },
  ];
  expect(session.saved.lanes).toEqual(shown);
  expect(new Session([exhibition], session.saved).saved).toEqual(session.saved);
  session.edit('boards', 5, 0);
  expect(session.saved.lanes).toEqual(shown);
});

test('what is opened begins at zero, paused', () => {
  const session = settle(sessionOf());
  session.play(0);
  session.tick(1000);
  session.open(exhibitionOf({ boards: 2 }), 1000);
  expect(session.clock).toMatchObject({ at: 0, playing: false, endsAt: null });
});

test('both ways to play the exhibition come to what is known of them', () => {
  const session = settle(sessionOf());
  expect(session.lanes.map(({ makespan, status }) => [makespan, status])).toEqual([
    [43_200, 'finished'],
    [3655, 'finished'],
  ]);
});
