import { expect, test } from 'vitest';
import { Host, SLICE_MS } from '../../electron/host/host.ts';
import type { WallClock } from '../../electron/host/wall-clock.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { transportPair } from '../support/transport-pair.ts';
import { HandClock } from '../support/hand-clock.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';

/** A host whose computing takes time: a look at the clock costs as much as the work between two looks. */
function hostWith(lookMs: number, params: object) {
  const hand = new HandClock();
  const turns: { delay: number; lasted: number }[] = [];
  const clock: WallClock = {
    nowMs: () => hand.nowMs(),
    schedule: (delay, turn) =>
      hand.schedule(delay, () => {
        const began = hand.nowMs();
        turn();
        turns.push({ delay, lasted: hand.nowMs() - began });
      }),
  };
  const host = new Host({ workloads: [exhibition], start: exhibitionOf(params), clock });
  const [here, there] = transportPair((deliver) => hand.schedule(0, deliver));
  host.connect(there);
  const page = new TestPage(here);
  hand.advance(0);
  hand.lookMs = lookMs;
  return { hand, page, turns };
}

test('computing is cut into slices of four milliseconds, with a turn for the others after each', () => {
  const lookMs = 0.5;
  const { hand, page, turns } = hostWith(lookMs, { boards: 400, pairMoves: 60 });
  page.hello();
  hand.advance(3000);
  expect(page.lanes.map(({ status }) => status)).toEqual(['finished', 'finished']);
  expect(turns.length).toBeGreaterThan(10);
  // A slice ends with the first look after its time; looks to tick and to publish come on top.
  for (const { lasted } of turns) expect(lasted).toBeLessThanOrEqual(SLICE_MS + 6 * lookMs);
  const computing = turns.filter(({ delay }) => delay === 0);
  expect(Math.max(...computing.map(({ lasted }) => lasted))).toBeGreaterThanOrEqual(SLICE_MS);
});

test('a page is heard between two slices', () => {
  const { hand, page } = hostWith(0.5, { boards: 400, pairMoves: 60 });
  page.hello();
  hand.advance(20);
  expect(page.lanes[0]?.status).toBe('computing');
  const id = page.call('seek', { at: 7 });
  hand.advance(2 * SLICE_MS + 4);
  expect(page.answers.get(id)).toMatchObject({ ok: true });
  expect(page.lanes[0]?.status).toBe('computing');
});

test('a defect is told, and does not make the host spin', () => {
  const broken: Workload<unknown> = {
    ...exhibition,
    program: () => {
      throw new Error('out of chairs');
    },
  };
  const hand = new HandClock();
  const defects: unknown[] = [];
  let sound = true;
  const workload: Workload<unknown> = {
    ...exhibition,
    program: (stage) => (sound ? exhibition : broken).program(stage),
  };
  const start = exhibitionOf({ boards: 2 });
  const host = new Host({ workloads: [workload], start, clock: hand, onDefect: (error) => defects.push(error) });
  const [here, there] = transportPair((deliver) => hand.schedule(0, deliver));
  host.connect(there);
  const page = new TestPage(here);
  page.hello();
  hand.advance(500);
  sound = false;
  const id = page.call('open', start);
  hand.advance(500);
  expect(page.answers.get(id)).toMatchObject({
    ok: false,
    problems: [{ path: 'host', message: 'Simul has a defect: out of chairs' }],
  });
  expect(defects).toHaveLength(1);
  expect(hand.waiting).toBe(0);
  expect(page.closed).toBe(false);
});

test('what fails in a turn is told to the pages, and waits for the next call', () => {
  const hand = new HandClock();
  const defects: unknown[] = [];
  const start = exhibitionOf({ boards: 2 });
  const host = new Host({ workloads: [exhibition], start, clock: hand, onDefect: (error) => defects.push(error) });
  const [here, there] = transportPair((deliver) => hand.schedule(0, deliver));
  const send = there.send.bind(there);
  let ink = true;
  there.send = (message) => {
    if (typeof message !== 'string' && !ink) throw new Error('out of ink');
    send(message);
  };
  host.connect(there);
  const page = new TestPage(here);
  page.hello();
  page.call('play');
  hand.advance(500);
  ink = false;
  hand.advance(5000);
  expect(defects).toEqual([new Error('out of ink')]);
  expect(page.log.filter((type) => type === 'notice')).toHaveLength(1);
  expect(hand.waiting).toBe(0);
});

test('a host that is closed says goodbye to every page and does nothing more', () => {
  const hand = new HandClock();
  const host = new Host({ workloads: [exhibition], start: exhibitionOf({ boards: 400 }), clock: hand });
  const pages = [1, 2].map(() => {
    const [here, there] = transportPair((deliver) => hand.schedule(0, deliver));
    host.connect(there);
    const page = new TestPage(here);
    page.hello();
    return page;
  });
  hand.advance(1);
  host.close();
  expect(pages.map(({ closed }) => closed)).toEqual([true, true]);
  expect(host.connections).toBe(0);
  hand.advance(100);
  const { length } = pages[0]!.log;
  hand.advance(5000);
  expect(pages[0]!.log.length).toBe(length);
});
