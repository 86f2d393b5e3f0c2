import { describe, expect, test } from 'vitest';
import { kindOf } from '../../renderer/stage/kinds.ts';
import type { StageLane } from '../../renderer/stage/kit/kind.ts';
import { fill } from '../../renderer/words/fill.ts';
import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { entries, entryOf, exhibitionLanes, lanesOf } from './lanes.ts';

const [threads, processes]: LaneChoice[] = [
  { model: 'threads', workers: 3 },
  { model: 'processes', workers: 3 },
];

/** What is said of a lane at an instant. */
function caption(lane: StageLane, at: number): string {
  const entry = entryOf(lane.info.scenario.workload);
  return kindOf(entry).caption(lane, at, entry);
}

/** What is said of the first of the lanes at each instant. */
function said(lanes: readonly StageLane[], ...instants: readonly number[]): string[] {
  return instants.map((at) => caption(lanes[0]!, at));
}

describe('what goes on at the boards', () => {
  test('of one table the reply is told, not every reply', () => {
    const table = exhibitionLanes({ boards: 1 }, [{ model: 'asynchronous' }]);
    expect(said(table, 0, 10, 1800)).toEqual([
      'She moves at board 1',
      'The reply is being thought of',
      'The game is over',
    ]);
  });

  test('several masters are counted, however many of them move', () => {
    const lanes = exhibitionLanes({ boards: 4, pairMoves: 2 }, [processes!]);
    expect(said(lanes, 0, 10, 121)).toEqual([
      '3 masters: 3 moving, 0 waiting',
      '3 masters: 0 moving, 3 waiting',
      '3 masters: 1 moving, 2 waiting',
    ]);
  });

  test('a master who awaits her own thinking is at every board at once, and theory does not apply', () => {
    const awaited = exhibitionLanes({}, [{ model: 'asynchronous', variant: 'everything-awaited' }]);
    expect(said(awaited, 0, 10, 1800)).toEqual([
      'She thinks at 24 boards at once',
      'Every reply is being thought of',
      'All 24 games are over',
    ]);
    const { prediction, total, knee } = awaited[0]!.theory;
    expect([prediction, total, knee]).toEqual([null, 720, null]);
    expect(exhibitionLanes({}, [{ model: 'asynchronous' }])[0]!.theory.prediction?.makespan).toBe(3655);
  });
});

describe('what goes on elsewhere', () => {
  test('of one worker it is told who holds it, of several how many are occupied', () => {
    expect(said(lanesOf('countdown'), 0.5, 15)).toEqual(['A holds its worker, 0 s', 'All is done']);
    expect(said(lanesOf('countdown', {}, [threads!]), 0.5, 4.5)).toEqual([
      '3 of 3 workers are occupied',
      '3 of 3 workers are occupied',
    ]);
  });

  test('the last one that holds a worker is named, whichever worker that is', () => {
    const rockets = [
      { label: 'A', length: 1, delay: 0 },
      { label: 'B', length: 5, delay: 0 },
    ];
    expect(said(lanesOf('countdown', { rockets }, [threads!]), 0.5, 4.5)).toEqual([
      '2 of 3 workers are occupied',
      'B holds its worker, 0 s',
    ]);
  });

  test('it is over when the program is, although somebody may still hold a worker', () => {
    const [lane] = lanesOf('requests', {}, [threads!]);
    expect(caption(lane!, lane!.makespan!)).toBe('The program is over');
  });

  test.each(entries.filter(({ stage }) => stage !== 'boards'))('nobody speaks of her in $id', ({ id, models }) => {
    const lanes = lanesOf(id, {}, models.includes('threads') ? [{ model: 'asynchronous' }, threads!] : [{ model: 'asynchronous' }]); // prettier-ignore
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
