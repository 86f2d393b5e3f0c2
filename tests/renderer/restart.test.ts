import { expect, test } from 'vitest';
import { socketTransport } from '../../renderer/client/socket.ts';
import { BEAT } from '../../shared/protocol/beat.ts';
import type { SavedSession } from '../../shared/protocol/calls.ts';
import type { ClockState, LaneInfo } from '../../shared/protocol/pushes.ts';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import { FakeHost } from './host.ts';

const lane = (seed: string): LaneInfo => ({
  model: 'asynchronous',
  scenario: {
    version: 1, workload: 'w', variant: null, model: 'asynchronous', workers: 1, seed, draws: 'keyed',
    params: { master: 5 }, edits: [],
  },
}); // prettier-ignore
const edits = [{ at: 3, path: 'master', value: 7 }];
const clock: ClockState = {
  at: 42, within: null, playing: false, pace: { kind: 'speed', speed: 60 }, speed: 60, achieved: null, endsAt: null,
}; // prettier-ignore
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A page that has shown a session with an edit, at instant 42, and has lost its host. */
async function bereft(): Promise<FakeHost> {
  const host = new FakeHost();
  host.connect();
  await settled();
  host.session({ lanes: [{ ...lane('1') }], edits });
  host.frame(clock, [{ events: [] }]);
  host.lose();
  host.asked.length = 0;
  return host;
}

const kept = (): SavedSession => savedSession([{ ...lane('1'), scenario: { ...lane('1').scenario, edits } }])!;

test('a page whose host is gone still knows what to save', async () => {
  const host = await bereft();
  expect(host.store.connection).toBe('lost');
  expect(host.store.saved).toEqual(kept());
});

test('a host that was started again gets back what the page showed', async () => {
  const host = await bereft();
  host.welcome = { version: 1, host: 'second', untouched: true };
  host.later();
  await settled();
  host.session({ lanes: [lane('0')], epoch: 1 });
  await settled();
  expect(host.asked.slice(1)).toEqual([
    ['open', { scenario: kept().scenario, lanes: kept().lanes }],
    ['setPace', { pace: clock.pace }],
    ['seek', { at: 42 }],
  ]);
  expect(host.store.offer).toBeNull();
});

test('an instant to which the page went while its host was dying, or dead, is where the next one begins', async () => {
  const seeks = async (go: (host: FakeHost) => void): Promise<unknown[]> => {
    const host = new FakeHost();
    host.connect();
    await settled();
    host.session({ lanes: [lane('1')] });
    host.frame(clock, [{ events: [] }]);
    go(host);
    await settled();
    host.holds = false;
    host.welcome = { version: 1, host: 'second', untouched: true };
    host.asked.length = 0;
    host.later();
    await settled();
    host.session({ lanes: [lane('0')], epoch: 1 });
    await settled();
    return host.asked.filter(([call]) => call === 'seek');
  };
  const dying = await seeks((host) => {
    host.holds = true;
    void host.store.seek(77);
    host.lose();
  });
  const dead = await seeks((host) => {
    host.lose();
    void host.store.seek(78);
  });
  expect([dying, dead]).toEqual([[['seek', { at: 77 }]], [['seek', { at: 78 }]]]);
});

test('a host that was started again with the same program goes to where the page stood', async () => {
  const host = await bereft();
  host.welcome = { version: 1, host: 'second', untouched: true };
  host.later();
  await settled();
  host.session({ lanes: [lane('1')], edits, epoch: 1 });
  await settled();
  expect(host.asked.slice(1)).toEqual([
    ['setPace', { pace: clock.pace }],
    ['seek', { at: 42 }],
  ]);
});

test('a page that is loaded anew finds in the browser what it showed', async () => {
  const before = await bereft();
  const host = new FakeHost();
  for (const [key, value] of before.shelf) host.shelf.set(key, value);
  host.welcome = { version: 1, host: 'second', untouched: true };
  host.connect();
  await settled();
  host.session({ lanes: [lane('0')] });
  await settled();
  expect(host.asked.map(([call]) => call)).toEqual(['hello', 'open', 'setPace', 'seek']);
});

test.each([
  ['shows it', true, ['open', 'setPace', 'seek']],
  ['leaves what is there', false, []],
] as const)('a host that already shows something else is asked about, and the answer %s', async (_, restore, calls) => {
  const host = await bereft();
  host.welcome = { version: 1, host: 'second', untouched: false };
  host.later();
  await settled();
  host.session({ lanes: [lane('7')] });
  await settled();
  expect([host.asked.map(([call]) => call), host.store.offer?.saved]).toEqual([['hello'], kept()]);
  host.store.answerOffer(restore);
  await settled();
  expect([host.asked.slice(1).map(([call]) => call), host.store.offer]).toEqual([calls, null]);
});

test('the same host, or another one that shows the same, is asked for nothing', async () => {
  const host = await bereft();
  host.later();
  await settled();
  host.session({ lanes: [lane('7')] });
  host.lose();
  host.welcome = { version: 1, host: 'third', untouched: false };
  host.later();
  await settled();
  host.session({ lanes: [lane('7')] });
  await settled();
  expect([host.asked.map(([call]) => call), host.store.offer]).toEqual([['hello', 'hello'], null]);
});

test('a socket that falls silent counts as closed within five seconds, and one with signs of life does not', () => {
  let now = 0;
  let later: { at: number; task: () => void }[] = [];
  const advance = (ms: number) => {
    for (const until = now + ms; now < until; now += 50) {
      const due = later.filter(({ at }) => at <= now);
      later = later.filter(({ at }) => at > now);
      for (const { task } of due) task();
    }
  };
  const socket = new EventTarget();
  const done: string[] = [];
  Object.assign(socket, { readyState: 1, send: () => {}, close: () => done.push('close') });
  const watch = { nowMs: () => now, delay: (ms: number, task: () => void) => void later.push({ at: now + ms, task }) };
  const transport = socketTransport('ws://here', watch, () => socket as WebSocket);
  transport.onMessage(() => done.push('message'));
  transport.onClose(() => done.push('lost'));
  for (let beats = 0; beats < 10; beats++) {
    advance(2000);
    socket.dispatchEvent(new MessageEvent('message', { data: BEAT }));
  }
  expect(done).toEqual([]);
  advance(5000);
  expect([done, later]).toEqual([['lost', 'close'], []]);
});

test('a scrub within a second of the last note of the clock is kept, too', async () => {
  const host = await bereft();
  host.later();
  await settled();
  host.session({ lanes: [lane('1')], edits });
  host.frame({ ...clock, at: 50 }, [{ events: [] }]);
  host.frame({ ...clock, at: 51 }, [{ events: [] }]);
  expect(JSON.parse(host.shelf.get('simul:clock')!)).toMatchObject({ at: 51 });
  // While it plays a note a second is enough.
  host.frame({ ...clock, at: 52, playing: true }, [{ events: [] }]);
  expect(JSON.parse(host.shelf.get('simul:clock')!)).toMatchObject({ at: 51 });
});
