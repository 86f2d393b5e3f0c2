// The recording of another program in the window: it lies over the session and leaves it alone.
import { afterEach, describe, expect, test } from 'vitest';
import { openRecording } from '../../renderer/stores/open-recording.ts';
import { recordings } from '../../renderer/stores/recording.svelte.ts';
import { tasks } from '../../renderer/stage/tasks/tasks.ts';
import { spanTable } from '../../renderer/timeline/export.ts';
import { viewLane } from '../../renderer/timeline/view-lane.ts';
import { SAVED_FILE_MAX } from '../../shared/saved/file.ts';

const events = [
  { ph: 'X', pid: 1, tid: 1, ts: 10, dur: 2e6, name: 'main' },
  { ph: 'b', pid: 1, tid: 1, ts: 1e6, id: 1, name: 'fetch' },
  { ph: 'e', pid: 1, tid: 1, ts: 3e6, id: 1, name: 'fetch' },
  { ph: 's', pid: 1, tid: 1, ts: 3e6, id: 1, name: 'flow' },
];
const file = (content: unknown, name = 'crawl.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

afterEach(() => recordings.close());

describe('a recording of another program', () => {
  test('is a lane of its own, with its tracks as tasks', async () => {
    expect(await openRecording(file({ traceEvents: events }))).toEqual([]);
    const { name, recording, lane } = recordings.now!;
    expect([name, recording.tracks.length, recording.events, recording.ignored]).toEqual(['crawl.json', 1, 4, 1]);
    const view = viewLane(lane, tasks, null);
    expect([view.count, view.end, view.edits]).toEqual([1, lane.end, []]);
    const { rows } = spanTable({ lanes: [view], stretch: { from: 0, to: lane.end }, at: lane.end });
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['crawl.json', 'thread 1', 'running', 0, 2],
      ['crawl.json', 'thread 1', 'waiting', 2, expect.closeTo(2.99999, 9)],
    ]);
    recordings.close();
    expect(recordings.now).toBeNull();
  });

  test.each([
    ['a scenario', { workload: 'exhibition' }, 'a.json'],
    ['what Simul wrote', { traceEvents: events, simul: { version: 1 } }, 'a.json'],
    ['no JSON', '{"ph": ', 'a.json'],
    ['a picture', '\u0089PNG\r\n', 'a.json'],
  ])('is not %s: whoever reads those has a look at it', async (_, content, name) => {
    expect(await openRecording(file(content, name))).toBeNull();
    expect(recordings.now).toBeNull();
  });

  test('that is broken or too large is refused, and the one on screen stays', async () => {
    await openRecording(file(events));
    const before = recordings.now;
    const broken = [...events, { ...events[0], ts: null }];
    expect(await openRecording(file(broken, 'b.json'))).toMatchObject([
      { path: 'events.4.ts', limit: 'a number of microseconds' },
    ]);
    const large = { name: 'c.json', size: SAVED_FILE_MAX + 1, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await openRecording(large)).toMatchObject([{ path: 'file', limit: `at most ${SAVED_FILE_MAX} bytes` }]);
    expect(recordings.now).toBe(before);
  });
});
