import { describe, expect, test } from 'vitest';
import { FRAME_MS, Host } from '../../electron/host/host.ts';
import { transportPair } from '../support/transport-pair.ts';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import { HandClock } from '../support/hand-clock.ts';
import { exhibition, exhibitionOf, rows, runTo } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';

interface Scene {
  readonly clock: HandClock;
  readonly host: Host;
  /** Another page, which has not said hello yet. */
  readonly connect: () => TestPage;
}

function scene(params: object = { boards: 3 }): Scene {
  const clock = new HandClock();
  const host = new Host({ workloads: [exhibition], start: exhibitionOf(params), clock });
  const connect = () => {
    const [here, there] = transportPair((deliver) => clock.schedule(0, deliver));
    host.connect(there);
    return new TestPage(here);
  };
  return { clock, host, connect };
}

/** A page that has said hello and got everything there is. */
function welcomed({ clock, connect }: Scene): TestPage {
  const page = connect();
  page.hello();
  clock.advance(500);
  return page;
}

describe('a page', () => {
  test('hears nothing before it says hello', () => {
    const { clock, connect } = scene();
    const page = connect();
    clock.advance(1000);
    expect(page.log).toEqual([]);
    const id = page.call('play');
    clock.advance(1000);
    expect(page.answers.get(id)).toMatchObject({ ok: false, problems: [{ path: 'call', value: 'play' }] });
    expect(page.log).toEqual(['answer']);
  });

  test('is told first what there is, then what is on screen, then what happens', () => {
    const page = welcomed(scene());
    expect(page.log.slice(0, 4)).toEqual(['catalogue', 'answer', 'session', 'frame']);
    expect(page.answers.get(1)).toMatchObject({ ok: true, value: { version: 1, untouched: true } });
    expect(page.session?.lanes.map(({ model }) => model)).toEqual(['synchronous', 'asynchronous']);
    page.session!.lanes.forEach(({ scenario }, index) => {
      expect(rows(page.traces[index]!)).toEqual(rows(runTo(Infinity, scenario).trace));
    });
  });

  test('of another version is refused, and may say hello again', () => {
    const { clock, connect } = scene();
    const page = connect();
    const id = page.hello(2);
    clock.advance(500);
    expect(page.answers.get(id)).toMatchObject({ ok: false, problems: [{ path: 'version', value: 2 }] });
    expect(page.log).toEqual(['answer']);
    page.hello();
    clock.advance(500);
    expect(page.log).toContain('frame');
  });

  test('gets at most one frame a display frame, however fast it acknowledges', () => {
    const it = scene();
    const page = welcomed(it);
    page.call('setPace', { pace: { kind: 'speed', speed: 60 } });
    page.call('play');
    const before = page.frames.length;
    // A little time goes by between a frame and its acknowledgement.
    it.clock.lookMs = 0.05;
    it.clock.advance(1000);
    const frames = page.frames.length - before;
    expect(frames).toBeGreaterThan(50);
    expect(frames).toBeLessThanOrEqual(Math.ceil(1000 / FRAME_MS) + 1);
    expect(page.clock).toMatchObject({ playing: true, speed: 60 });
    expect(page.clock!.at).toBeGreaterThan(58);
  });

  test('that never acknowledges gets two frames, and all the rest once it does', () => {
    const it = scene({ boards: 120, pairMoves: 60 });
    const page = it.connect();
    page.acknowledges = false;
    page.hello();
    it.clock.advance(500);
    for (const at of [100, 200, 300]) {
      page.call('seek', { at });
      it.clock.advance(500);
    }
    expect(page.frames.length).toBe(2);
    page.acknowledges = true;
    page.acknowledge();
    it.clock.advance(5000);
    expect(page.clock?.at).toBe(300);
    page.session!.lanes.forEach(({ scenario }, index) => {
      expect(rows(page.traces[index]!)).toEqual(rows(runTo(Infinity, scenario).trace));
    });
  });

  test('whose side is congested is spared until it is not', () => {
    const { clock, host } = scene();
    const [here, there] = transportPair((deliver) => clock.schedule(0, deliver));
    let congested = true;
    host.connect(
      Object.defineProperty(there, 'congested', {
        get: () => congested,
      }),
    );
    const page = new TestPage(here);
    page.hello();
    clock.advance(500);
    expect(page.log).toEqual(['catalogue', 'answer']);
    congested = false;
    clock.advance(500);
    expect(page.log).toContain('frame');
  });

  test('that is gone in the middle of a run leaves the others alone', () => {
    const it = scene({ boards: 120, pairMoves: 60 });
    const [leaver, stayer] = [it.connect(), it.connect()];
    leaver.hello();
    stayer.hello();
    it.clock.advance(FRAME_MS);
    leaver.close();
    it.clock.advance(5000);
    expect(it.host.connections).toBe(1);
    expect(stayer.lanes.map(({ status }) => status)).toEqual(['finished', 'finished']);
  });
});

describe('two pages', () => {
  test('see the same session, and either steers it', () => {
    const it = scene();
    const [some, other] = [welcomed(it), welcomed(it)];
    some.call('seek', { at: 40 });
    it.clock.advance(100);
    expect([some.clock?.at, other.clock?.at]).toEqual([40, 40]);
    other.call('edit', { path: 'master', value: 9 });
    other.call('play');
    it.clock.advance(100);
    expect(some.session).toEqual(other.session);
    expect(some.session?.edits).toEqual([{ at: 40, path: 'master', value: 9 }]);
    expect(some.clock?.playing).toBe(true);
    expect(some.traces.map((trace) => rows(trace))).toEqual(other.traces.map((trace) => rows(trace)));
  });

  test('have a pace of their own: a slow one does not hold up the other', () => {
    const it = scene();
    const [slow, quick] = [welcomed(it), welcomed(it)];
    slow.acknowledges = false;
    quick.call('play');
    it.clock.advance(1000);
    expect(quick.frames.length - slow.frames.length).toBeGreaterThan(40);
  });
});

describe('the clock', () => {
  test('holds while nobody looks, and goes on from there for a page that comes back', () => {
    const it = scene();
    const page = welcomed(it);
    page.call('setPace', { pace: { kind: 'speed', speed: 60 } });
    page.call('play');
    it.clock.advance(1000);
    page.close();
    const left = page.clock!.at;
    it.clock.advance(60_000);
    expect(it.clock.waiting).toBe(0);
    const again = it.connect();
    again.hello();
    it.clock.advance(FRAME_MS);
    expect(again.clock!.playing).toBe(true);
    expect(again.clock!.at - left).toBeLessThan(0.06 * FRAME_MS * 3);
    it.clock.advance(1000);
    expect(again.clock!.at - left).toBeGreaterThan(57);
  });

  test('goes on while another page looks', () => {
    const it = scene();
    const [leaver, stayer] = [welcomed(it), welcomed(it)];
    stayer.call('setPace', { pace: { kind: 'speed', speed: 60 } });
    stayer.call('play');
    it.clock.advance(1000);
    leaver.close();
    it.clock.advance(1000);
    expect(stayer.clock!.at).toBeGreaterThan(117);
  });

  test('stops at the end, and the host comes to rest', () => {
    const it = scene({ boards: 2, pairMoves: 1 });
    const page = welcomed(it);
    page.call('setPace', { pace: { kind: 'fastest' } });
    page.call('play');
    it.clock.advance(1000);
    expect(page.clock).toMatchObject({ at: 120, playing: false });
    expect(it.clock.waiting).toBe(0);
  });
});

test('what a page saves without its host is what the host would have saved', () => {
  const it = scene();
  const page = welcomed(it);
  page.call('seek', { at: 50 });
  it.clock.advance(100);
  page.call('edit', { path: 'opponent', value: 20 });
  const save = page.call('save');
  it.clock.advance(100);
  expect(page.session!.edits).toHaveLength(1);
  expect(page.answers.get(save)).toMatchObject({ ok: true, value: savedSession(page.session!.lanes) });
});
