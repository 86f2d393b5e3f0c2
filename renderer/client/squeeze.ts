import type { Squeeze } from '../../shared/saved/link.ts';

/** The browser's own DEFLATE. */
export const squeeze: Squeeze = {
  deflate: (bytes) => through(bytes, new CompressionStream('deflate-raw'), Infinity),
  inflate: (bytes, most) => through(bytes, new DecompressionStream('deflate-raw'), most),
};

type Stream = ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>;

/** What comes out of a stream. Rejects as soon as that is more than `most` bytes, and reads no further. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: Stream, most: number): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(value);
  }
}
