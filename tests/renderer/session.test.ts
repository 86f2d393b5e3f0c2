import { everyKind } from '../../renderer/stage/kinds.ts';
import { laneTitles } from '../../renderer/views/lane-titles.ts';
import { describe, expect, test } from 'vitest';
import type { ClockState, LaneInfo } from '../../shared/protocol/pushes.ts';
import { FakeHost } from './host.ts';

const clock: ClockState = {
  at: 5,
  within: null,
  playing: false,
  pace: { kind: 'speed', speed: 60 },
  speed: 60,
  achieved: null,
  endsAt: null,
};
const lane = (model: 'synchronous' | 'asynchronous' | 'threads', workers = 1): LaneInfo => ({
  model,
  scenario: {
    version: 1,
    workload: 'w',
    variant: null,
    model,
    workers,
    seed: '0',
    draws: 'keyed',
    params: {},
    edits: [],
  },
});

/** Promises that are settled need a turn before they are heard. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

async function connected(): Promise<FakeHost> {
  const host = new FakeHost();
  host.connect();
  await settled();
  return host;
}

const events = (host: FakeHost) => [...host.store.lanes[0]!.trace].map(({ at }) => at);

describe('the session of the page', () => {
  test('says hello and is open', async () => {
    const host = await connected();
    expect([host.calls, host.store.connection]).toEqual([['hello'], 'open']);
  });

  test('names its lanes in plain words', async () => {
    const host = await connected();
    await everyKind();
    host.store.nameLanes(laneTitles);
    const titles = (stage: string, epoch: number) => {
      host.push({ type: 'catalogue', version: 1, workloads: [{ id: 'w', stage, mistakes: [] }] });
      host.session({ epoch, lanes: [lane('synchronous'), lane('asynchronous'), lane('threads', 12)] });
      return host.store.lanes.map(({ title }) => title);
    };
    expect(titles('boards', 1)).toEqual(['One game at a time', 'Table to table', '12 threads']);
    expect(titles('queue', 2)).toEqual(['One after another', 'Taking turns', '12 threads']);
  });

  test('finds the entry of the workload on screen', async () => {
    const host = await connected();
    host.push({ type: 'catalogue', version: 1, workloads: [{ id: 'v' }, { id: 'w', title: 'W' }] });
    expect(host.store.entry).toBe(null);
    host.session({ lanes: [lane('synchronous')] });
    expect(host.store.entry?.title).toBe('W');
  });

  test('takes in frames, acknowledges each, and tells of them once a display frame', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[0, 0, 0]] }]);
    host.frame(clock, [{ events: [[7, 0, 1]], from: 1, tasks: ['board-1'], tasksFrom: 1 }]);
    const [only] = host.store.lanes;
    expect([only!.version, only!.trace.length, only!.trace.taskName(1)]).toEqual([0, 2, 'board-1']);
    expect(host.calls).toEqual(['hello']);
    host.draw();
    host.draw();
    await settled();
    expect([only!.version, host.store.clock.at, host.calls]).toEqual([1, 5, ['hello', 'ack 1', 'ack 2']]);
  });

  test('says how long the frame took that showed a packet, and nothing where no frame came', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[0, 0, 0]] }]);
    host.store.lanes[0]!.flush = () => (host.nowMs += 12);
    host.draw();
    await settled();
    host.frame(clock, [{ events: [[7, 0, 1]], from: 1 }]);
    host.later();
    await settled();
    expect([host.calls, host.tookMs]).toEqual([
      ['hello', 'ack 1', 'ack 2'],
      [12, undefined],
    ]);
  });

  test('does not acknowledge to one connection what another one has brought', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[0, 0, 0]] }]);
    host.lose();
    host.later();
    await settled();
    host.draw();
    await settled();
    expect(host.calls).toEqual(['hello', 'hello']);
  });

  test('shows no instant that some lane has not reached', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous'), lane('asynchronous')] });
    host.frame({ ...clock, at: 100 }, [
      { events: [], reached: 80 },
      { events: [], reached: 30 },
    ]);
    host.draw();
    expect(host.store.clock.at).toBe(30);
  });

  test('does not mix up two runs', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[1, 0, 0]] }], 2);
    expect(host.store.lanes[0]!.trace.length).toBe(0);
  });

  test('replaces what a frame says is void, and counts it', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [
      {
        events: [
          [1, 0, 0],
          [2, 0, 0],
          [3, 0, 0],
        ],
      },
    ]);
    host.frame(clock, [{ events: [[2.5, 0, 0]], from: 1 }]);
    const [only] = host.store.lanes;
    expect([events(host), only!.rewrites, only!.rewrittenFrom]).toEqual([[1, 2.5], 1, 1]);
  });
});

describe('a connection that is lost', () => {
  test('is tried again after longer and longer waits, and the picture stays', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame({ ...clock, playing: true }, [
      {
        events: [
          [1, 0, 0],
          [9, 0, 0],
        ],
      },
    ]);
    host.draw();
    host.lose();
    expect([host.store.connection, host.store.lanes.length, host.store.clock.playing]).toEqual(['lost', 1, false]);
    host.later();
    await settled();
    expect([host.store.connection, host.waits]).toEqual(['open', [250]]);
  });

  test('comes back to the same run without clearing it', async () => {
    const host = await connected();
    const run = [[1, 0, 0], [2, 0, 0], [3, 0, 0]]; // prettier-ignore
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: run, status: 'finished', reached: 1e9, makespan: 3 }]);
    const [before] = host.store.lanes;
    host.lose();
    host.later();
    await settled();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: run.slice(0, 1) }]);
    host.draw();
    expect([host.store.lanes[0] === before, events(host), before!.reached]).toEqual([true, [1, 2, 3], 1e9]);
    host.frame(clock, [{ events: run.slice(1), from: 1, status: 'finished', reached: 1e9, makespan: 3 }]);
    expect([events(host), before!.rewrites]).toEqual([[1, 2, 3], 0]);
  });

  test('takes another run for what it is, even under the same number', async () => {
    const host = await connected();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[1, 0, 0], [2, 0, 0]] }]); // prettier-ignore
    host.lose();
    host.later();
    await settled();
    host.session({ lanes: [lane('synchronous')] });
    host.frame(clock, [{ events: [[1, 0, 0]] }]);
    host.frame(clock, [{ events: [[1.5, 0, 0]], from: 1 }]);
    expect(events(host)).toEqual([1, 1.5]);
  });

  test('refuses a call that the host would not read, and stays connected', async () => {
    const host = await connected();
    const answer = await host.store.call('open', { scenario: { workload: 'x'.repeat(1 << 21) }, lanes: [] });
    expect(answer.ok || answer.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^open: "20972\d\d characters" was given; it must be at most 2097152 characters$/),
    ]);
    expect([host.calls, host.store.connection]).toEqual([['hello'], 'open']);
  });

  test('answers calls that it cut off, with a problem', async () => {
    const host = new FakeHost();
    expect((await host.store.call('play')).ok).toBe(false);
    host.connect();
    await settled();
    host.lose();
    const answer = await host.store.call('play');
    expect(answer.ok ? null : answer.problems[0]?.path).toBe('connection');
  });

  test('is not tried again where the host refuses this page', async () => {
    const host = new FakeHost();
    host.refuse = 'another version';
    host.connect();
    await settled();
    expect([host.store.refusal?.[0]?.message, host.waits]).toEqual(['another version', []]);
  });
});
