import { expect, test } from 'vitest';
import type { ClockState } from '../../shared/protocol/pushes.ts';
import { atFive, FakeHost, someLane } from './host.ts';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A page that knows a run up to instant 100 and stands at 5; the host keeps its answers back from now on. */
async function standing(clock: Partial<ClockState> = {}): Promise<FakeHost> {
  const host = new FakeHost();
  host.connect();
  await settled();
  host.session({ lanes: [someLane] });
  host.frame({ ...atFive, ...clock }, [{ events: [[0, 0, 0], [50, 0, 0], [100, 0, 0]], reached: 100 }]); // prettier-ignore
  host.draw();
  host.asked.length = 0;
  host.holds = true;
  return host;
}

/** What is on screen after the next display frame. */
function seen(host: FakeHost, laterMs = 0): number {
  host.nowMs += laterMs;
  host.draw();
  return host.store.clock.at;
}

/** The host says where its clock stands. */
function say(host: FakeHost, clock: Partial<ClockState>): void {
  host.frame({ ...atFive, ...clock }, [{ events: [], from: 3, reached: 100 }]);
}

test('an instant that the page knows is on screen at the next frame, while the host has not answered', async () => {
  const host = await standing();
  void host.store.seek(70);
  expect([seen(host), host.asked]).toEqual([70, [['seek', { at: 70 }]]]);
});

test('what the host says of its clock before it has come along moves nothing, and then it counts again', async () => {
  const host = await standing();
  void host.store.seek(70);
  void host.store.seek(60);
  const instants = [seen(host)];
  say(host, { at: 5 });
  say(host, { at: 70 });
  instants.push(seen(host));
  host.release();
  await settled();
  instants.push(seen(host));
  say(host, { at: 60 });
  instants.push(seen(host));
  say(host, { at: 42 });
  instants.push(seen(host));
  expect(instants).toEqual([60, 60, 60, 60, 42]);
});

test('one goes back while it plays, and it plays on from there', async () => {
  const host = await standing({ at: 80, playing: true });
  void host.store.seek(20);
  const instants = [seen(host)];
  say(host, { at: 81, playing: true });
  instants.push(seen(host, 100));
  host.release();
  await settled();
  void host.store.seek(10);
  await settled();
  // The host is a little behind, and says so before the frame comes.
  say(host, { at: 10, playing: true });
  instants.push(seen(host));
  expect(instants).toEqual([20, 26, 10]);
});

test('an instant that is not known yet is on screen as soon as it is', async () => {
  const host = await standing();
  void host.store.seek(150);
  const instants = [seen(host)];
  host.frame(atFive, [{ events: [[120, 0, 0]], from: 3, reached: 120 }]);
  instants.push(seen(host));
  host.frame(atFive, [{ events: [[200, 0, 0]], from: 4, reached: 200 }]);
  instants.push(seen(host));
  expect(instants).toEqual([100, 120, 150]);
});

test('a restart is on screen at the next frame, and nothing is beyond the end', async () => {
  const host = await standing({ endsAt: 90 });
  void host.store.seek(95);
  const instants = [seen(host)];
  void host.store.restart();
  instants.push(seen(host));
  expect([instants, host.asked.map(([call]) => call)]).toEqual([
    [90, 0],
    ['seek', 'restart'],
  ]);
});

test('all of an instant has happened where one has gone to it, whatever a step before has shown', async () => {
  const host = await standing({ at: 50, within: { lane: 0, index: 1 } });
  const [lane] = host.store.lanes;
  const counts = [lane!.countUntil(50)];
  void host.store.seek(50);
  counts.push(lane!.countUntil(50));
  say(host, { at: 50, within: { lane: 0, index: 1 } });
  counts.push(lane!.countUntil(50));
  expect(counts).toEqual([1, 2, 2]);
});

test('where the host refuses, the page goes back to where the host is', async () => {
  const host = await standing();
  host.refuse = 'no';
  void host.store.seek(70);
  const instants = [seen(host)];
  host.release();
  await settled();
  instants.push(seen(host));
  expect(instants).toEqual([70, 5]);
});

test('without a host one goes about what is known, and the host follows when it is there again', async () => {
  const host = await standing();
  host.lose();
  void host.store.seek(70);
  await settled();
  const instants = [seen(host)];
  host.release();
  host.later();
  await settled();
  host.session({ lanes: [someLane] });
  await settled();
  instants.push(seen(host));
  expect([instants, host.asked]).toEqual([
    [70, 70],
    [
      ['hello', { version: 1 }],
      ['seek', { at: 70 }],
    ],
  ]);
});
