import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePacket, encodePacket, type Packet } from '../../shared/protocol/packet.ts';
import type { PacketHeader } from '../../shared/protocol/pushes.ts';
import type { EventColumns } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';

const double = fc.double({ noNaN: true });
const event = fc.tuple(double, double, fc.integer(), fc.nat(65_535), fc.nat(255));
const columns: fc.Arbitrary<EventColumns> = fc.array(event, { maxLength: 40 }).map((events) => ({
  at: Float64Array.from(events, ([at]) => at),
  value: Float64Array.from(events, ([, value]) => value),
  task: Int32Array.from(events, ([, , task]) => task),
  line: Uint16Array.from(events, ([, , , line]) => line),
  kind: Uint8Array.from(events, ([, , , , kind]) => kind),
}));
const text = fc.string({ unit: 'binary', maxLength: 12 });

const packets: fc.Arbitrary<Packet> = fc
  .record({ events: fc.array(columns, { maxLength: 4 }), names: fc.array(text, { maxLength: 5 }), packet: fc.nat() })
  .map(({ events, names, packet }) => ({ header: headerOf(events, names, packet), events }));

function headerOf(events: readonly EventColumns[], names: readonly string[] = [], packet = 1): PacketHeader {
  const clock = {
    at: 1.5,
    playing: true,
    within: null,
    pace: { kind: 'fastest' },
    speed: null,
    achieved: null,
    endsAt: 7,
  } as const;
  const lane = {
    from: 3,
    seen: 9,
    reached: 9,
    status: 'computing',
    makespan: null,
    message: null,
    deadlock: null,
  } as const;
  const named = { tasksFrom: 0, tasks: names, resourcesFrom: 2, resources: names };
  const lanes = events.map(({ at }) => ({ ...lane, ...named, count: at.length }));
  return { type: 'packet', epoch: 4, packet, clock, lanes };
}

test('a packet that is written and read is the same packet', () => {
  fc.assert(
    fc.property(packets, (packet) => {
      expect(decodePacket(encodePacket(packet))).toEqual(packet);
    }),
    runs(300),
  );
});

test('a packet may begin anywhere in a larger buffer', () => {
  fc.assert(
    fc.property(packets, fc.nat(16), fc.nat(9), (packet, offset, rest) => {
      const bytes = encodePacket(packet);
      const larger = new Uint8Array(offset + bytes.length + rest);
      larger.set(bytes, offset);
      expect(decodePacket(larger.subarray(offset, offset + bytes.length))).toEqual(packet);
    }),
    runs(200),
  );
});

test('columns are read in place where the bytes are aligned', () => {
  const one = { at: Float64Array.of(1), value: Float64Array.of(2), task: Int32Array.of(3) };
  const events = [{ ...one, line: Uint16Array.of(4), kind: Uint8Array.of(5) }];
  const bytes = encodePacket({ header: headerOf(events), events });
  expect(decodePacket(bytes).events[0]!.at.buffer).toBe(bytes.buffer);
});

describe('what is no whole packet is refused:', () => {
  test('a packet cut short anywhere', () => {
    fc.assert(
      fc.property(packets, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (packet, share) => {
        const bytes = encodePacket(packet);
        // The last columns may end before the padding does.
        const needed = bytes.length - 8;
        const cut = bytes.slice(0, Math.floor(Math.max(0, needed) * share));
        expect(() => decodePacket(cut)).toThrow(RangeError);
      }),
      runs(200),
    );
  });

  test('a header longer than the packet, which is said', () => {
    expect(() => decodePacket(Uint8Array.of(200, 0, 0, 0))).toThrow('a header of 200 bytes in a packet of 4');
  });

  test('bytes of any other kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodePacket(new Uint8Array(bytes))).toThrow(RangeError);
      }),
      runs(300),
    );
  });

  test.each([
    '',
    'lanes',
    'null',
    '{}',
    '{"lanes":3}',
    '{"lanes":[{}]}',
    '{"lanes":[{"count":-1}]}',
    '{"lanes":[{"count":0.5}]}',
  ])('the header %s', (json) => {
    const bytes = new Uint8Array(200);
    new DataView(bytes.buffer).setUint32(0, json.length, true);
    bytes.set(new TextEncoder().encode(json), 4);
    expect(() => decodePacket(bytes)).toThrow(RangeError);
  });
});
