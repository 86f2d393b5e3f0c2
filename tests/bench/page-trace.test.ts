import { expect, test } from 'vitest';
import { timeSpent, type TimelineEvent } from './page-trace.ts';

/** An event on the main thread (1) or another one of process 7, from `ts` on for `dur` microseconds. */
function event(name: string, ts: number, dur: number, { tid = 1, pid = 7 } = {}): TimelineEvent {
  return { name, ph: 'X', pid, tid, ts, dur };
}

function named(tid: number, name: string, pid = 7): TimelineEvent {
  return { name: 'thread_name', ph: 'M', pid, tid, ts: 0, args: { name } };
}

const STARTED: TimelineEvent = {
  name: 'TracingStartedInBrowser',
  ph: 'I',
  pid: 1,
  tid: 1,
  ts: 0,
  args: { data: { frames: [{ url: 'about:blank', processId: 8 }, { url: 'http://localhost:1/?token=x', processId: 7 }] } }, // prettier-ignore
};

test('only the page at the address counts, and time within time counts once', () => {
  const events = [
    STARTED,
    named(1, 'CrRendererMain'),
    named(2, 'ThreadPoolForegroundWorker'),
    named(1, 'CrRendererMain', 8),
    event('RunTask', 0, 10_000),
    event('FireAnimationFrame', 1000, 4000),
    event('FunctionCall', 2000, 1000),
    event('Layout', 2500, 500),
    event('FunctionCall', 5000, 2000),
    event('Commit', 7000, 1000),
    event('RasterTask', 8000, 3000, { tid: 2 }),
    event('FunctionCall', 0, 9000, { pid: 8 }),
    event('FunctionCall', 0, 9000, { tid: 2 }),
  ];
  expect(timeSpent(events, 'http://localhost:1/')).toEqual({
    frames: 1,
    scriptMs: 6,
    paintMs: 1.5,
    rasterMs: 3,
    busyMs: 10,
  });
});

test('time in which the processor worked for another program does not count', () => {
  const events = [STARTED, named(1, 'CrRendererMain'), { ...event('FunctionCall', 0, 9000), tdur: 2000 }];
  expect(timeSpent(events, 'http://localhost:1/').scriptMs).toBe(2);
});

test('a page that is not in the trace is an error, not nothing spent', () => {
  expect(() => timeSpent([STARTED], 'http://localhost:2/')).toThrow('the trace has no page at http://localhost:2/');
});
