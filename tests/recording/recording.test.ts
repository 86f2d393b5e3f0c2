// Recordings of other programs: what is read of them, what is refused, and that folds read them as they read a run.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TimeSplitFold } from '../../shared/fold/time-split.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { State } from '../../shared/fold/marks.ts';
import { recordingTrace } from '../../shared/recording/as-trace.ts';
import { united, without } from '../../shared/recording/intervals.ts';
import { EVENTS_MAX, isForeign, NESTED_MAX, readRecording, TRACKS_MAX } from '../../shared/recording/recording.ts';
import { runs } from '../support/runs.ts';

/** As Python's viztracer and Chrome write it. */
const recorded = {
  traceEvents: [
    { ph: 'M', pid: 7, tid: 1, name: 'process_name', args: { name: 'server' } },
    { ph: 'M', pid: 7, tid: 1, name: 'thread_name', args: { name: 'MainThread' } },
    { ph: 'X', pid: 7, tid: 1, ts: 1_000_000, dur: 2_000_000, name: 'main', cat: 'FEE' },
    { ph: 'X', pid: 7, tid: 1, ts: 1_500_000, dur: 500_000, name: 'inner', cat: 'FEE' },
    { ph: 'b', pid: 7, tid: 1, ts: 2_500_000, id: '0x1', cat: 'net', name: 'fetch' },
    { ph: 'e', pid: 7, tid: 1, ts: 5_000_000, id: '0x1', cat: 'net', name: 'fetch' },
    { ph: 'X', pid: 7, tid: 1, ts: 5_000_000, dur: 1_000_000, name: 'parse' },
    { ph: 'B', pid: 7, tid: 2, ts: 2_000_000, name: 'work' },
    { ph: 'B', pid: 7, tid: 2, ts: 2_200_000, name: 'inner' },
    { ph: 'E', pid: 7, tid: 2, ts: 2_400_000 },
    { ph: 'E', pid: 7, tid: 2, ts: 3_000_000 },
    { ph: 'i', pid: 7, tid: 2, ts: 4_000_000, name: 'tick', s: 't' },
    { ph: 's', pid: 7, tid: 2, ts: 2_000_000, id: 9, name: 'flow' },
    { ph: 'E', pid: 7, tid: 2, ts: 4_500_000 },
    { ph: 'C', pid: 7, ts: 1_000_000, name: 'memory', args: { bytes: 3 } },
  ],
  displayTimeUnit: 'ms',
};

describe('a recording', () => {
  test('has a track for each thread: work, and the waits between it', () => {
    expect(readRecording(recorded)).toEqual({
      tracks: [
        {
          name: 'MainThread',
          from: 0,
          to: 5,
          running: [
            { from: 0, to: 2 },
            { from: 4, to: 5 },
          ],
          waiting: [{ from: 2, to: 4 }],
        },
        { name: 'thread 2', from: 1, to: 3.5, running: [{ from: 1, to: 2 }], waiting: [] },
      ],
      events: 15,
      // A flow, a counter, and an end of what never began.
      ignored: 3,
      seconds: 5,
    });
    expect(readRecording(recorded.traceEvents)).toEqual(readRecording(recorded));
    expect([isForeign(recorded), isForeign(recorded.traceEvents)]).toEqual([true, true]);
    expect([isForeign({ ...recorded, simul: {} }), isForeign([]), isForeign({}), isForeign(null)]).toEqual([
      ...[false, false, false, false],
    ]);
  });

  test('of several processes names them, and what has not ended goes on to the end', () => {
    const { tracks } = readRecording([
      { ph: 'B', pid: 1, tid: 1, ts: 0, name: 'serve' },
      { ph: 'b', pid: 2, tid: 1, ts: 1e6, id: 1, name: 'wait' },
      { ph: 'I', pid: 2, tid: 1, ts: 3e6, name: 'last' },
      { ph: 'M', pid: 1, name: 'process_name', args: { name: 'browser' } },
    ]);
    expect(tracks.map(({ name, running, waiting }) => [name, running, waiting])).toEqual([
      ['browser, thread 1', [{ from: 0, to: 3 }], []],
      ['process 2, thread 1', [], [{ from: 1, to: 3 }]],
    ]);
  });

  test('is a trace to the folds: the tracks are those of the recording, and nothing is known between', () => {
    const trace = recordingTrace(readRecording(recorded));
    const [tracks, split] = [new TracksFold(), new TimeSplitFold()];
    trace.feed(tracks);
    trace.feed(split);
    expect(trace.names.tasks).toEqual(['MainThread', 'thread 2']);
    expect(tracks.spans(0, 0, 5).map(({ from, to, state }) => [from, to, state])).toEqual([
      [0, 2, State.RUNNING],
      [2, 4, State.WAITING],
      [4, 5, State.RUNNING],
    ]);
    expect(tracks.spans(1, 0, 5).map(({ from, to, state }) => [from, to, state])).toEqual([
      [1, 2, State.RUNNING],
      [2, 3.5, State.ABSENT],
    ]);
    expect(split.split(0, 5)!.seconds).toEqual({ running: 3, ready: 0, waiting: 2, holding: 0 });
  });

  const event = { ph: 'X', pid: 1, tid: 1, ts: 0, dur: 1 };
  test.each([
    [{ traceEvents: 5 }, 'traceEvents: 5 was given; it must be a list of events'],
    [{ traceEvents: [event, 7] }, 'traceEvents.1: 7 was given; it must be an object'],
    [[event, { ...event, ph: 'XX' }], 'events.1.ph: "XX" was given; it must be one letter'],
    [[{ ...event, ts: 'soon' }], 'events.0.ts: "soon" was given; it must be a number of microseconds'],
    [[{ ...event, dur: -1 }], 'events.0.dur: -1 was given; it must be a number of microseconds, at least 0'],
    [[{ ...event, tid: {} }], 'events.0.tid: {} was given; it must be a number, or a name of at most 200 letters'],
    [[{ ph: 'C', ts: 1 }], 'events: "1 events" was given; it must be a list with an event that has an instant'],
    [
      Array.from({ length: EVENTS_MAX + 1 }, () => event),
      'events: "1000001 events" was given; it must be at most 1000000 events',
    ],
    [
      Array.from({ length: TRACKS_MAX + 1 }, (_, tid) => ({ ...event, tid })),
      'events.10000: "one more track" was given; it must be of at most 10000 tracks',
    ],
    [
      Array.from({ length: NESTED_MAX + 1 }, () => ({ ...event, ph: 'B' })),
      'events.1000: "one more work within others" was given; it must be at most 1000',
    ],
  ])('that is not as it must be is refused with its path: %#', (given, message) => {
    expect(() => readRecording(given)).toThrow(message);
  });

  test('of anything at all is read or refused in a sentence, and never has work and waits at once', () => {
    const events = fc.array(
      fc.record(
        {
          ph: fc.constantFrom('X', 'X', 'B', 'E', 'b', 'e', 'n', 'i', 'M', 's', 'C'),
          ts: fc.oneof({ weight: 200, arbitrary: fc.integer({ min: -50, max: 50 }) }, fc.anything()),
          dur: fc.oneof({ weight: 200, arbitrary: fc.nat(20) }, fc.anything()),
          pid: fc.constantFrom(1, 2, '__proto__'),
          tid: fc.nat(2),
          id: fc.nat(2),
        },
        { requiredKeys: ['ph', 'ts'] },
      ),
      { maxLength: 30 },
    );
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(events, fc.anything()), (given) => {
        try {
          const recording = readRecording(given);
          read++;
          for (const { running, waiting, from, to } of recording.tracks) {
            expect(without(waiting, running)).toEqual(waiting);
            expect(united(running)).toEqual(running);
            for (const each of [...running, ...waiting]) expect(each.from >= from && each.to <= to).toBe(true);
          }
          expect(recordingTrace(recording).length).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }),
      runs(500),
    );
    expect(read).toBeGreaterThan(50);
  });
});
