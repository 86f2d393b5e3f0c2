import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PACKET_EVENTS_MIN } from '../../electron/session/packet-room.ts';
import { PACKETS_IN_FLIGHT, Publisher } from '../../electron/session/publisher.ts';
import type { Session } from '../../electron/session/session.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import type { PacketHeader } from '../../shared/protocol/pushes.ts';
import { HASH_SEED, hashTrace } from '../../shared/trace/hash.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { exhibitionOf, rows, sessionOf, settle, smallParams } from '../support/sessions.ts';
import { takeIn } from '../support/test-page.ts';

/** What a page has after the frames so far: a copy of each lane's trace. */
class Copies {
  traces: Trace[] = [];
  last: PacketHeader | null = null;

  /** Takes one frame; false when there was none. */
  take(bytes: Uint8Array<ArrayBuffer> | null): boolean {
    if (bytes === null) return false;
    const { header, events } = decodePacket(bytes);
    if (header.epoch !== this.last?.epoch) this.traces = header.lanes.map(() => new Trace());
    header.lanes.forEach((lane, index) => takeIn(this.traces[index]!, lane, events[index]!));
    const count = header.lanes.reduce((sum, lane) => sum + lane.count, 0);
    expect(count).toBeLessThanOrEqual(PACKET_EVENTS_MIN);
    this.last = header;
    return true;
  }

  expectToEqual(session: Session): void {
    expect(this.last).toMatchObject({ epoch: session.epoch, clock: session.clock });
    session.lanes.forEach((lane, index) => {
      const copy = this.traces[index]!;
      expect(rows(copy)).toEqual(rows(lane.trace));
      expect(Array.from(copy.names.tasks)).toEqual(Array.from(lane.trace.names.tasks, (name) => name ?? ''));
      expect(Array.from(copy.names.resources)).toEqual(Array.from(lane.trace.names.resources));
      expect(this.last!.lanes[index]).toMatchObject({ status: lane.status, makespan: lane.makespan });
    });
  }
}

/** Takes frames and acknowledges them until there is nothing new. */
function drain(publisher: Publisher, copies: Copies): number {
  let frames = 0;
  do publisher.acknowledge(copies.last?.packet ?? 0);
  while (copies.take(publisher.next()) && ++frames < 10_000);
  return frames;
}

const doings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ what: 'frame' } as const) },
    { weight: 3, arbitrary: fc.constant({ what: 'compute' } as const) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('acknowledge' as const), behind: fc.nat(2) }) },
    fc.record({ what: fc.constant('seek' as const), at: fc.nat(400) }),
    fc.record({ what: fc.constant('edit' as const), value: fc.nat(60) }),
    fc.constant({ what: 'undo' } as const),
    fc.record({ what: fc.constant('boards' as const), value: fc.integer({ min: 1, max: 5 }) }),
  ),
  { maxLength: 60 },
);

test('whatever is acknowledged, and when, a page ends up with the trace, event for event and name for name', () => {
  fc.assert(
    fc.property(smallParams, doings, (params, list) => {
      const session = sessionOf(params, ['synchronous', 'asynchronous', 'threads']);
      const publisher = new Publisher(session);
      const copies = new Copies();
      let acknowledged = 0;
      for (const doing of list) {
        const sent = copies.last?.packet ?? 0;
        if (doing.what === 'frame') {
          const came = copies.take(publisher.next());
          if (sent - acknowledged >= PACKETS_IN_FLIGHT) expect(came).toBe(false);
        } else if (doing.what === 'compute') {
          session.compute();
        } else if (doing.what === 'acknowledge') {
          acknowledged = Math.max(acknowledged, sent - doing.behind);
          publisher.acknowledge(sent - doing.behind);
        } else if (doing.what === 'seek') {
          session.seek(doing.at, 0);
        } else if (doing.what === 'edit') {
          session.edit('opponent', doing.value, 0);
        } else if (doing.what === 'boards') {
          session.edit('boards', doing.value, 0);
        } else if (session.info.canUndo) {
          session.undo(0);
        }
        expect(publisher.inFlight).toBeLessThanOrEqual(PACKETS_IN_FLIGHT);
      }
      settle(session);
      drain(publisher, copies);
      copies.expectToEqual(session);
    }),
    runs(150),
  );
});

test('four lanes that each fill more than a frame come to the same instants side by side', () => {
  const session = settle(sessionOf({ boards: 120, pairMoves: 60 }, exhibitionModels));
  for (const { trace } of session.lanes) expect(trace.length).toBeGreaterThan(PACKET_EVENTS_MIN);
  const publisher = new Publisher(session);
  const copies = new Copies();
  copies.take(publisher.next());
  expect(copies.traces.reduce((sum, { length }) => sum + length, 0)).toBe(PACKET_EVENTS_MIN);
  const ends = copies.traces.map(({ endsAt }) => endsAt);
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(60);
  // The slow one needs fewer events for that.
  expect(copies.traces[0]!.length).toBeLessThan(copies.traces[1]!.length / 4);
  for (const { status, makespan, reached } of copies.last!.lanes) {
    expect([status, makespan, Number.isFinite(reached)]).toEqual(['computing', null, true]);
  }
  expect(drain(publisher, copies)).toBeGreaterThan(3);
  copies.expectToEqual(session);
});

const exhibitionModels = ['synchronous', 'asynchronous', 'threads', 'processes'] as const;

test('what a frame calls complete is complete', () => {
  const session = settle(sessionOf({ boards: 120, pairMoves: 60 }));
  const publisher = new Publisher(session);
  const copies = new Copies();
  while (copies.take(publisher.next())) {
    publisher.acknowledge(copies.last!.packet);
    copies.last!.lanes.forEach(({ reached }, index) => {
      const [copy, { trace }] = [copies.traces[index]!, session.lanes[index]!];
      expect(copy.length).toBeGreaterThanOrEqual(rows(trace).filter(([at]) => at! < reached).length);
    });
  }
});

test('two edits between two frames are not mistaken for one', () => {
  const session = settle(sessionOf({ boards: 5 }, ['asynchronous']));
  const publisher = new Publisher(session);
  const copies = new Copies();
  drain(publisher, copies);
  for (const [at, value] of [
    [100, 10],
    [900, 20],
  ] as const) {
    session.seek(at, 0);
    session.edit('opponent', value, 0);
    settle(session);
  }
  drain(publisher, copies);
  copies.expectToEqual(session);
});

test('where nothing changes there is no frame', () => {
  const session = settle(sessionOf({ boards: 2 }));
  const publisher = new Publisher(session);
  const copies = new Copies();
  expect(drain(publisher, copies)).toBe(1);
  expect(drain(publisher, copies)).toBe(0);
  session.seek(50, 0);
  expect(drain(publisher, copies)).toBe(1);
  session.open(exhibitionOf({ boards: 2 }), 0);
  settle(session);
  expect(drain(publisher, copies)).toBe(1);
  copies.expectToEqual(session);
});

test('an acknowledgement of what was never sent counts for nothing', () => {
  const session = sessionOf({ boards: 2 });
  const publisher = new Publisher(session);
  session.compute();
  publisher.next();
  session.compute();
  publisher.next();
  publisher.acknowledge(99);
  expect(publisher.inFlight).toBe(2);
});

const told = (trace: Trace) => [trace.length, hashTrace(HASH_SEED, trace, trace.length)];

test('a page that takes packets in quickly gets larger ones, a slow one small ones, and each gets everything', () => {
  const session = settle(sessionOf({ boards: 120, pairMoves: 160 }, exhibitionModels));
  const sizes = (tookMs: number): number[] => {
    const publisher = new Publisher(session);
    const traces = session.lanes.map(() => new Trace());
    const counts: number[] = [];
    for (let bytes = publisher.next(); bytes !== null; bytes = publisher.next()) {
      const { header, events } = decodePacket(bytes);
      header.lanes.forEach((lane, index) => takeIn(traces[index]!, lane, events[index]!));
      counts.push(header.lanes.reduce((sum, { count }) => sum + count, 0));
      publisher.acknowledge(header.packet, tookMs);
    }
    expect(traces.map(told)).toEqual(session.lanes.map(({ trace }) => told(trace)));
    return counts;
  };
  const [quick, slow] = [sizes(1), sizes(30)];
  expect(quick.slice(0, 3)).toEqual([1, 2, 4].map((times) => times * PACKET_EVENTS_MIN));
  // What cannot be said to be quick stays small.
  for (const count of slow.slice(0, -1)) {
    expect(count).toBeLessThanOrEqual(PACKET_EVENTS_MIN);
    expect(count).toBeGreaterThan(PACKET_EVENTS_MIN * 0.95);
  }
});

test('a page that draws slowly still gets what the clock has passed, in packets of up to eight times their room', () => {
  const session = settle(sessionOf({ boards: 120, pairMoves: 160 }, exhibitionModels));
  const publisher = new Publisher(session);
  const next = (tookMs: number) => {
    const { header } = decodePacket(publisher.next()!);
    publisher.acknowledge(header.packet, tookMs);
    return header.lanes.reduce((sum, { count }) => sum + count, 0);
  };
  const some = next(100);
  expect(some).toBeLessThanOrEqual(PACKET_EVENTS_MIN);
  session.seek(15_000, 0);
  const due = session.lanes.reduce((sum, { trace }) => sum + trace.countUntil(15_000), 0) - some;
  expect(due).toBeGreaterThan(PACKET_EVENTS_MIN);
  expect(due).toBeLessThan(8 * PACKET_EVENTS_MIN);
  expect(next(100)).toBe(due);
  // What lies ahead of the clock has time.
  expect(next(100)).toBeLessThanOrEqual(PACKET_EVENTS_MIN);
  session.seek(90_000, 0);
  expect(next(100)).toBe(8 * PACKET_EVENTS_MIN);
});
