/**
 * Text in a PNG: a `tEXt` chunk behind the header (PNG, third edition, 11.3.3.2). A chunk is its length, four letters,
 * its bytes, and a checksum of letters and bytes.
 */
import { asciiBytes, asciiText } from '../protocol/ascii.ts';
import { crc32 } from './crc.ts';
import { refused } from './saved-run.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const HEADER_BYTES = 13;
/** Bytes of a chunk beyond what is in it: length, letters, checksum. */
const AROUND = 12;

interface Chunk {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where the next chunk begins. */
  readonly end: number;
}

/** Whether a file begins as every PNG does. */
export function isPng(file: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => file[index] === byte);
}

/** A copy of a picture with a text under a keyword; both are ASCII. @throws InputError when it is no whole PNG header. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const { end } = chunkAt(png, SIGNATURE.length);
  const content = asciiBytes(`tEXt${keyword}\0${text}`);
  const result = new Uint8Array(png.length + content.length - 4 + AROUND);
  result.set(png.subarray(0, end));
  const view = new DataView(result.buffer);
  view.setUint32(end, content.length - 4);
  result.set(content, end + 4);
  view.setUint32(end + 4 + content.length, crc32(content));
  result.set(png.subarray(end), end + 8 + content.length);
  return result;
}

/**
 * The text under a keyword; null when the picture has none.
 *
 * @throws InputError when the picture is cut off or a chunk up to its end is damaged.
 */
export function pngText(png: Uint8Array, keyword: string): string | null {
  const start = asciiBytes(`${keyword}\0`);
  let text: string | null = null;
  let chunk = chunkAt(png, SIGNATURE.length);
  if (chunk.type !== 'IHDR' || chunk.bytes.length !== HEADER_BYTES) throw refused('file', chunk.type, 'a PNG');
  while (chunk.type !== 'IEND') {
    chunk = chunkAt(png, chunk.end);
    const { type, bytes } = chunk;
    if (type !== 'tEXt' || text !== null || !start.every((byte, index) => bytes[index] === byte)) continue;
    text = asciiText(bytes.subarray(start.length));
  }
  return text;
}

function chunkAt(png: Uint8Array, from: number): Chunk {
  const left = png.length - from - AROUND;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const length = left < 0 ? 0 : view.getUint32(from);
  if (length > left) throw refused('file', `a PNG of ${png.length} bytes`, 'a whole PNG; this one is cut off');
  const end = from + AROUND + length;
  const type = asciiText(png.subarray(from + 4, from + 8));
  if (crc32(png, from + 4, end - 4) !== view.getUint32(end - 4)) {
    throw refused('file', type, `an undamaged PNG; the checksum at byte ${end - 4} is another one`);
  }
  return { type, bytes: png.subarray(from + 8, end - 4), end };
}
