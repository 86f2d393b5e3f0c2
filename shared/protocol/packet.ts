/**
 * A packet as bytes: the length of the header, the header as JSON, then for each lane the columns of its new
 * events. Columns lie one behind the other from a multiple of eight bytes on, widest first, so that they can be
 * read in place.
 */
import { asciiBytes, asciiText } from './ascii.ts';
import { EVENT_BYTES, type EventColumns } from '../trace/trace.ts';
import type { PacketHeader } from './pushes.ts';

export interface Packet {
  readonly header: PacketHeader;
  /** For each lane its new events, `header.lanes[i].count` of them. */
  readonly events: readonly EventColumns[];
}

export function encodePacket({ header, events }: Packet): Uint8Array<ArrayBuffer> {
  const text = asciiBytes(JSON.stringify(header));
  const sizes = events.map((columns) => aligned(columns.at.length * EVENT_BYTES));
  let offset = aligned(4 + text.length);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, offset));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  for (const [lane, columns] of events.entries()) {
    let at = offset;
    for (const column of [columns.at, columns.value, columns.task, columns.line, columns.kind]) {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      at += column.byteLength;
    }
    offset += sizes[lane]!;
  }
  return bytes;
}

/**
 * Reads what `encodePacket` wrote. The columns are views of the bytes given.
 *
 * @throws RangeError when the bytes are not a whole packet.
 */
export function decodePacket(given: Uint8Array<ArrayBuffer>): Packet {
  // Views need eight-byte alignment, which a slice of a larger buffer may lack.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < 4) throw new RangeError('a packet begins with the length of its header');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (4 + length > bytes.length) throw new RangeError(`a header of ${length} bytes in a packet of ${bytes.length}`);
  const header = readHeader(asciiText(bytes.subarray(4, 4 + length)));
  let offset = bytes.byteOffset + aligned(4 + length);
  const events = header.lanes.map(({ count }) => {
    const end = offset + count * EVENT_BYTES;
    if (end > bytes.byteOffset + bytes.length) throw new RangeError(`${count} events are not all in the packet`);
    const { buffer } = bytes;
    const columns: EventColumns = {
      at: new Float64Array(buffer, offset, count),
      value: new Float64Array(buffer, offset + 8 * count, count),
      task: new Int32Array(buffer, offset + 16 * count, count),
      line: new Uint16Array(buffer, offset + 20 * count, count),
      kind: new Uint8Array(buffer, offset + 22 * count, count),
    };
    offset = aligned(end);
    return columns;
  });
  return { header, events };
}

/** The header, looked at as far as it says how many events there are. */
function readHeader(json: string): PacketHeader {
  let header: { lanes?: unknown } | null = null;
  try {
    header = JSON.parse(json) as { lanes?: unknown } | null;
  } catch {
    // What is no JSON is no header.
  }
  const counts = Array.isArray(header?.lanes)
    ? header.lanes.map((lane: { count?: unknown } | null) => lane?.count)
    : [null];
  if (counts.some((count) => !Number.isSafeInteger(count) || (count as number) < 0)) {
    throw new RangeError('the header of a packet says how many events each lane has');
  }
  return header as unknown as PacketHeader;
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
