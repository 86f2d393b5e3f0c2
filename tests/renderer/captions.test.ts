import { describe, expect, test } from 'vitest';
import { kindOf } from '../../renderer/stage/kinds.ts';
import type { StageLane } from '../../renderer/stage/kit/kind.ts';
import { fill } from '../../renderer/words/fill.ts';
import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { entries, entryOf, lanesOf } from './lanes.ts';

const threads: LaneChoice = { model: 'threads', workers: 3 };

/** What is said of a lane at an instant. */
function caption(lane: StageLane, at: number): string {
  const entry = entryOf(lane.info.scenario.workload);
  return kindOf(entry).caption(lane, at, entry);
}

/** What is said of the first of the lanes at each instant. */
function said(lanes: readonly StageLane[], ...instants: readonly number[]): string[] {
  return instants.map((at) => caption(lanes[0]!, at));
}

describe('what goes on elsewhere', () => {
  test('of one worker it is told who blocks it, of several how many are busy', () => {
    expect(said(lanesOf('countdown'), 0.5, 15)).toEqual(['A blocks its worker, 0.5 s', 'All tasks are done']);
    expect(said(lanesOf('countdown', {}, [threads]), 0.5, 4.5)).toEqual([
      '3 of 3 workers are busy',
      '3 of 3 workers are busy',
    ]);
  });

  test('the last one that blocks a worker is named, whichever worker that is', () => {
    const rockets = [
      { label: 'A', length: 1, delay: 0 },
      { label: 'B', length: 5, delay: 0 },
    ];
    expect(said(lanesOf('countdown', { rockets }, [threads]), 0.5, 4.5)).toEqual([
      '2 of 3 workers are busy',
      'B blocks its worker, 0.5 s',
    ]);
  });

  test('a worker that the program has for itself counts as one of them', () => {
    const [lane] = lanesOf('requests', {}, [threads]);
    for (let at = 0.25; at < lane!.makespan!; at += 0.25) {
      const [, busy, all] = /^(\d) of (\d) workers are busy$/.exec(caption(lane!, at)) ?? [];
      if (busy !== undefined) expect([Number(busy) <= Number(all), all]).toEqual([true, '4']);
    }
    expect(caption(lane!, 1)).toBe('4 of 4 workers are busy');
  });

  test('it is over when the program is, although somebody may still hold a worker', () => {
    const [lane] = lanesOf('requests', {}, [threads]);
    expect(caption(lane!, lane!.makespan!)).toBe('The program has ended');
  });

  test.each(entries.filter(({ stage }) => stage !== 'boards'))('nobody speaks of her in $id', ({ id, models }) => {
    const lanes = lanesOf(id, {}, models.includes('threads') ? [{ model: 'asynchronous' }, threads] : [{ model: 'asynchronous' }]); // prettier-ignore
    for (const lane of lanes) {
      for (let at = 0; at <= lane.makespan!; at += lane.makespan! / 50) {
        expect(caption(lane, at)).not.toMatch(/\b(she|her|board|move)|undefined|NaN|[{}]/i);
      }
    }
  });
});

test('what is counted is one, or more than one', () => {
  const text = '{title}: {boards:board|boards}';
  expect([1, 2, 0, '1,000'].map((boards) => fill(text, { title: 'A', boards }))).toEqual([
    'A: 1 board',
    'A: 2 boards',
    'A: 0 boards',
    'A: 1,000 boards',
  ]);
  expect(fill(text, { title: 'A' })).toBe('A: {boards:board|boards}');
});
