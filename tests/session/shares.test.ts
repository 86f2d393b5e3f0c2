import { expect, test } from 'vitest';
import { dueBy, piece, sharesOf } from '../../electron/session/shares.ts';
import { CHUNK_EVENTS, Trace } from '../../shared/trace/trace.ts';

/** A trace with an event every so many seconds. */
function every(seconds: number, length: number): Trace {
  const trace = new Trace();
  for (let index = 0; index < length; index++) trace.event(index * seconds, 1, index, index, 0);
  return trace;
}

test('what fits goes as it is', () => {
  const lanes = [{ trace: every(1, 10), sent: 4 }, { trace: every(1, 3), sent: 3 }]; // prettier-ignore
  expect(sharesOf(lanes, 6)).toEqual([6, 0]);
});

test('lanes are brought to one instant, however many events that takes each', () => {
  const [quick, slow] = [every(1, 1000), every(10, 1000)];
  const unsent = [quick, slow].map((trace) => ({ trace, sent: 0 }));
  expect(sharesOf(unsent, 110)).toEqual([100, 10]);
  expect(sharesOf([{ trace: quick, sent: 0 }, { trace: slow, sent: 200 }], 500)).toEqual([500, 0]); // prettier-ignore
});

test('thousands of events at one instant are sent in parts', () => {
  const lanes = [every(0, 1000), every(0, 30)].map((trace) => ({ trace, sent: 0 }));
  expect(sharesOf(lanes, 100)).toEqual([50, 30]);
  expect(sharesOf([lanes[0]!], 100)).toEqual([100]);
});

test('a piece that lies in several chunks is one piece', () => {
  const trace = every(1, 3 * CHUNK_EVENTS);
  const { at, task } = piece(trace, CHUNK_EVENTS - 5, 2 * CHUNK_EVENTS + 5);
  expect([at.length, at[0], at.at(-1)]).toEqual([CHUNK_EVENTS + 10, CHUNK_EVENTS - 5, 2 * CHUNK_EVENTS + 4]);
  expect(task).toEqual(Int32Array.from(at));
});

test('what a page lacks is what has happened, at most', () => {
  const lanes = [{ trace: every(1, 100), sent: 40 }, { trace: every(10, 100), sent: 20 }]; // prettier-ignore
  expect([dueBy(lanes, 0), dueBy(lanes, 60), dueBy(lanes, Infinity)]).toEqual([0, 21, 140]);
});
