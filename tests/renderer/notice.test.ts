import { describe, expect, test } from 'vitest';
import { around, faceFor } from '../../renderer/components/dial.ts';
import { kindOf } from '../../renderer/stage/kinds.ts';
import { besideTitle } from '../../renderer/stage/titles.ts';
import { runLength } from '../../renderer/stores/run-length.ts';
import { meaningOf, type LaneEnd } from '../../renderer/views/finish.ts';
import { noticeAt, type NotedLane } from '../../renderer/views/notice.ts';
import { clockText, secondsText } from '../../renderer/words/numbers.ts';
import { entryOf, exhibitionLanes, lanesOf } from './lanes.ts';

function told(lanes: readonly NotedLane[], ...instants: readonly number[]): string[] {
  const entry = entryOf(lanes[0]!.info.scenario.workload);
  return instants.map((at) => noticeAt(lanes, at, kindOf(entry), entry));
}

describe('what to notice', () => {
  test('at the boards: the first move, the first wait, the first round, and both ends', () => {
    expect(told(exhibitionLanes(), 0, 5, 120, 3655, 43_200)).toEqual([
      'She makes her first move.',
      'One game at a time: she waits at the board until the reply comes. Table to table: she does not wait; she goes to the next board.',
      'Table to table: she has moved at every board once.',
      'Table to table is done after 1:00:55; the other lane goes on.',
      'All lanes are done: Table to table after 1:00:55, One game at a time after 12:00:00.',
    ]);
  });

  test('the moment all twelve masters are busy', () => {
    const lanes = exhibitionLanes({}, [{ model: 'processes', workers: 12 }]);
    expect(told(lanes, 4)).toEqual(['All 12 masters are busy.']);
  });

  test('every board thinks at the same time only where no reply is in before the last move', () => {
    const at = (boards: number) => told(exhibitionLanes({ boards }, [{ model: 'asynchronous' }]), boards * 5);
    expect(at(6)).toEqual(['Every board thinks about its reply at the same time.']);
    expect(at(24)).toEqual(['She has moved at every board once.']);
  });

  test('of any program the first step, the first wait and the end', () => {
    const lanes = lanesOf('countdown', {}, [{ model: 'asynchronous' }]);
    const end = lanes[0]!.end!;
    const [begin, done] = told(lanes, 0, end);
    expect(begin).toMatch(/\.$/);
    expect(done).toBe(`The end, after ${clockText(end, end)}.`);
  });

  test('a deadlock says which task waits for which', () => {
    const [lane] = lanesOf('countdown', {}, [{ model: 'asynchronous' }]);
    const blocked = [
      { task: 1, name: 'A', resource: 0, on: 'left', heldBy: [2] },
      { task: 2, name: 'B', resource: 1, on: 'right', heldBy: [1] },
    ];
    const stuck: NotedLane = { ...lane!, status: 'deadlock', makespan: null, deadlock: { blocked, circle: [1, 2] } };
    expect(told([stuck], stuck.end!)[0]).toMatch(
      /^Deadlock: A waits for left, which B .*; B waits for right, which A /,
    );
  });
});

describe('short runs', () => {
  test('show tenths of a second, long ones none', () => {
    expect([0, 3.9, 59.9996, 61.25].map((at) => clockText(at, 62))).toEqual(['0:00.0', '0:03.9', '1:00.0', '1:01.2']);
    expect([clockText(3.9, 300), clockText(3.9)]).toEqual(['0:00:03', '0:00:03']);
    expect([secondsText(0.14, 4), secondsText(2.99996, 4), secondsText(31.9)]).toEqual(['0.1', '3.0', '31']);
  });

  test('last as long as the longest lane, and have a dial for it', () => {
    expect(runLength(exhibitionLanes())).toBe(43_200);
    expect([3.9, 60, 61, 3600, 3655, 86_400].map((run) => faceFor(run).id)).toEqual([
      'seconds', 'seconds', 'minutes', 'minutes', 'hours', 'hours',
    ]); // prettier-ignore
    expect(faceFor(3.9).numerals).toEqual([60, 15, 30, 45]);
    expect(around(0.25, 50).map(Math.round)).toEqual([150, 100]);
  });
});

describe('the header', () => {
  const slow: LaneEnd = { synchronous: true, makespan: 40, idle: null, deadlock: false };
  const fast: LaneEnd = { synchronous: false, makespan: 10, idle: null, deadlock: false };

  test('shows no speed-up between lanes that do different work, nor of a deadlock', () => {
    expect(meaningOf(fast, [slow, fast], true)).toEqual({ kind: 'speed-up', factor: 4 });
    expect(meaningOf(fast, [slow, fast], false)).toEqual({ kind: 'ended' });
    expect(meaningOf({ ...fast, deadlock: true }, [slow, fast], true)).toEqual({ kind: 'deadlock' });
  });

  test('has the model beside a title that does not say it', () => {
    expect(besideTitle('Table to table', { model: 'asynchronous', workers: 1 })).toBe('asynchronous');
    expect(besideTitle('12 threads', { model: 'threads', workers: 12 })).toBeNull();
    expect(besideTitle('The right way', { model: 'threads', workers: 12 })).toBe('threads');
  });
});
