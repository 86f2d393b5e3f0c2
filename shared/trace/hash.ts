import { CHUNK_EVENTS, type Trace } from './trace.ts';

/** Events at the end of a trace that are hashed whole; of those before them, the first one of each chunk. */
const WHOLE_EVENTS = 4 * CHUNK_EVENTS;

/** Where a hash begins, and what it is multiplied with (FNV-1a, 32 bits, by words instead of bytes). */
export const HASH_SEED = 0x811c9dc5;
const PRIME = 0x01000193;

export function hashWord(hash: number, word: number): number {
  return Math.imul(hash ^ word, PRIME) >>> 0;
}

export function hashText(hash: number, text: string): number {
  for (let index = 0; index < text.length; index++) hash = hashWord(hash, text.charCodeAt(index));
  return hash;
}

/**
 * A hash of the first `length` events: of the last 65,536 of them in whole, so that it takes about a millisecond
 * however long the trace is. Comparing while the trace grows covers all of it.
 */
export function hashTrace(hash: number, trace: Trace, length: number): number {
  hash = hashWord(hash, length);
  const whole = Math.max(0, length - WHOLE_EVENTS);
  for (let from = 0; from < whole; from += CHUNK_EVENTS) hash = hashEvents(hash, trace, from, from + 1);
  return hashEvents(hash, trace, whole, length);
}

/** Each column has a hash of its own, so that it does not matter where one chunk ends and another begins. */
function hashEvents(hash: number, trace: Trace, from: number, to: number): number {
  let [at, value, task, line, kind] = [hash, hash, hash, hash, hash];
  while (from < to) {
    const columns = trace.columns(from, to);
    const { length } = columns.at;
    if (length === 0) throw new RangeError(`events up to ${to} of a trace that has ${trace.length}`);
    at = hashWords(at, wordsOf(columns.at));
    value = hashWords(value, wordsOf(columns.value));
    task = hashWords(task, columns.task);
    line = hashWords(line, columns.line);
    kind = hashWords(kind, columns.kind);
    from += length;
  }
  return [value, task, line, kind].reduce(hashWord, at);
}

function hashWords(hash: number, words: Uint32Array | Int32Array | Uint16Array | Uint8Array): number {
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ words[index]!, PRIME);
  return hash >>> 0;
}

function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}
