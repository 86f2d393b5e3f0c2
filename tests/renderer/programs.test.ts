import { describe, expect, test } from 'vitest';
import { workloads } from '../../electron/workloads/registry.ts';
import { Session } from '../../electron/session/session.ts';
import { presetOf } from '../../renderer/params/preset.ts';
import { lanesFor, openingOf, WantedLanes } from '../../renderer/views/open-program.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';
import { entries, entry } from './lanes.ts';

const lane = (model: ModelId, workers?: number): LaneInfo =>
  ({ model, ...(workers === undefined ? {} : { workers }) }) as LaneInfo;
const all: readonly ModelId[] = ['synchronous', 'asynchronous', 'threads', 'processes'];

describe('the lanes under which a program opens', () => {
  test('are those on screen, with their workers, where it can run under all of them', () => {
    const onScreen = [lane('asynchronous'), lane('threads', 12)];
    expect(lanesFor({ models: all }, onScreen)).toEqual(onScreen);
  });

  test('are the two that tell most beside each other where one of those on screen is not for it', () => {
    const models: ModelId[] = ['asynchronous', 'synchronous'];
    expect(lanesFor({ models }, [lane('asynchronous'), lane('threads', 12)])).toEqual([
      { model: 'synchronous' },
      { model: 'asynchronous' },
    ]);
    expect(lanesFor({ models: all }, [])).toEqual([{ model: 'synchronous' }, { model: 'asynchronous' }]);
  });

  test('are one where it has no more', () => {
    expect(lanesFor({ models: ['asynchronous'] }, [lane('synchronous')])).toEqual([{ model: 'asynchronous' }]);
    expect(lanesFor({ models: ['processes'] }, [lane('synchronous')])).toEqual([{ model: 'processes' }]);
  });
});

test('lanes that a program could not have come back with the next, unless others were chosen in between', () => {
  const wanted = new WantedLanes();
  const two = [lane('synchronous'), lane('threads', 3)];
  const one = [lane('asynchronous', 1)];
  expect(wanted.from(two)).toBe(two);
  wanted.opened(two, [{ model: 'asynchronous' }]);
  expect(wanted.from(one)).toBe(two);
  const chosen = [lane('asynchronous', 1), lane('processes', 2)];
  expect(wanted.from(chosen)).toBe(chosen);
});

test('every program opens with every preset, which is then the one on screen, and undo brings the former back', () => {
  const session = new Session(workloads, { scenario: { workload: 'exhibition' }, lanes: [{ model: 'asynchronous' }] });
  for (const each of entries) {
    for (const preset of [null, ...each.presets]) {
      session.open(openingOf(each, preset, session.info.lanes), 0);
      const { params, lanes } = session.info;
      const found = presetOf(each, params);
      expect([lanes[0]!.scenario.workload, lanes[0]!.scenario.seed]).toEqual([each.id, preset?.seed ?? '0']);
      if (preset !== null) expect(found?.id, each.id).toBe(preset.id);
    }
  }
  const last = entries.at(-1)!;
  session.open(openingOf(entry, null, session.info.lanes), 0);
  session.undo(0);
  expect(session.info.lanes[0]!.scenario.workload).toBe(last.id);
});
