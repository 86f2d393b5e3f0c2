import { describe, expect, test, vi } from 'vitest';
import { editText } from '../../renderer/params/edit-text.ts';
import { ParameterEdits, type Outcome } from '../../renderer/params/edits.svelte.ts';
import { problemsAt } from '../../renderer/params/problems.ts';
import { scenarioText } from '../../renderer/params/scenario-file.ts';
import { reopened } from '../../renderer/params/reopen.ts';
import type { SavedSession } from '../../shared/protocol/calls.ts';
import { readSaved } from '../../shared/saved/saved-run.ts';
import { problem } from '../../shared/scenario/problem.ts';

describe('a problem of the host', () => {
  const high = problem('params.opponent.high', 3, 'at least low');
  const boards = problem('scenario.params.boards', 0, 'a whole number from 1 to 10000');
  const value = problem('args.value', null, 'a value');

  test('stands at the field that its path names', () => {
    expect(problemsAt([high, boards], 'opponent')).toEqual({ high });
    expect(problemsAt([high, boards], 'boards')).toEqual({ '': boards });
    expect(problemsAt([value], 'boards')).toEqual({ '': value });
    expect(problemsAt([high], 'opp')).toEqual({});
  });
});

describe('values on their way', () => {
  function setUp(answer: Outcome = { ok: true }) {
    const sent: unknown[] = [];
    const timers: (() => void)[] = [];
    const edits = new ParameterEdits(
      (path, value) => {
        sent.push([path, value]);
        return Promise.resolve(answer);
      },
      (task) => {
        timers.push(task);
        return () => timers.splice(timers.indexOf(task), 1);
      },
    );
    return { sent, timers, edits };
  }

  test('only the last of many in quick succession is sent', async () => {
    const { sent, timers, edits } = setUp();
    for (const value of [5, 6, 7]) edits.settle('master', value, 100);
    expect([sent, timers.length, edits.busy('master')]).toEqual([[], 1, true]);
    timers[0]!();
    expect([sent, edits.busy('master')]).toEqual([[['master', 7]], true]);
    await vi.waitFor(() => expect(edits.busy('master')).toBe(false));
  });

  test('one that became half a number is not sent', () => {
    const { timers, edits } = setUp();
    edits.settle('master', 5, 100);
    edits.drop('master');
    expect([timers, edits.busy('master')]).toEqual([[], false]);
  });

  test('what the host has against one stays until the next', async () => {
    const refused = [problem('params.master', -1, 'a number from 0 to 9')];
    const { edits } = setUp({ ok: false, problems: refused });
    await edits.send('master', -1);
    expect([edits.problems('master'), edits.problems('boards')]).toEqual([refused, []]);
  });
});

describe('a scenario in a file', () => {
  const saved: SavedSession = {
    scenario: {
      version: 1,
      workload: 'exhibition',
      variant: null,
      model: 'synchronous',
      workers: 1,
      seed: '7',
      draws: 'keyed',
      params: { boards: 3 },
      edits: [{ at: 750, path: 'opponent', value: 30 }],
    },
    lanes: [{ model: 'synchronous' }, { model: 'threads', workers: 4 }],
  };

  test('comes back as it was saved', () => {
    expect(readSaved(scenarioText(saved))).toEqual({ open: saved, at: 0 });
  });

  test('tells its edits with their instants', () => {
    const field = {
      control: 'json',
      path: 'opponent',
      title: 'Time for a reply',
      unit: 's',
      help: null,
      structural: false,
    } as const;
    expect(editText(saved.scenario.edits[0]!, [field], 3600)).toBe('from 0:12:30: Time for a reply 30 s');
    expect(editText({ ...saved.scenario.edits[0]!, at: 1.25 }, [field], 4)).toBe('from 0:01.2: Time for a reply 30 s');
  });

  test('starts afresh with another seed as it stands', () => {
    const lanes = saved.lanes.map((lane) => ({ info: { ...lane, scenario: saved.scenario } }));
    expect(reopened(lanes, { boards: 4 }, { seed: '8' })).toEqual({
      scenario: { workload: 'exhibition', draws: 'keyed', seed: '8', params: { boards: 4 } },
      lanes: saved.lanes,
    });
  });

  test('starts afresh with another way to draw, everything else as it stands', () => {
    const lanes = [{ info: { model: 'synchronous', scenario: saved.scenario } as const }];
    expect(reopened(lanes, { boards: 4 }, { draws: 'shared' })?.scenario).toEqual({
      workload: 'exhibition',
      draws: 'shared',
      seed: '7',
      params: { boards: 4 },
    });
  });
});
