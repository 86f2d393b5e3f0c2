/**
 * What is done of a long job, line by line, beside the file that it will become. Each line is JSON with a checksum, and
 * is written whole or not at all as far as anybody can tell: what a killed process left half written is cut off, what a
 * broken disk has changed counts as not done. A journal is also what a shard hands in.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A line of a journal after its heading. */
export interface Entry {
  readonly unit: number;
}

const PIECE_BYTES = 1 << 20;
const SYNC_MS = 1000;
/** What is longer than this without an end is no journal. */
const LINE_BYTES_MAX = 1 << 28;

/** Where a line lies. */
interface Lines {
  readonly at: number;
  readonly length: number;
}

/** A line as it is written: checksum, blank, JSON. */
export function sealed(value: unknown): string {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
}

/** What a sealed line says; undefined when it is broken. */
function opened(line: string): unknown {
  const text = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== checksum(text)) return undefined;
  return JSON.parse(text) as unknown;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** The entries of a journal, each of which is read when it is asked for. */
export class Journal<E extends Entry> {
  readonly heading: unknown;
  readonly #file: number;
  readonly #clock: () => number;
  readonly #places = new Map<number, Lines>();
  #end: number;
  #syncedMs: number;

  private constructor(file: number, heading: unknown, end: number, clock: () => number) {
    this.#file = file;
    this.heading = heading;
    this.#end = end;
    this.#clock = clock;
    this.#syncedMs = clock();
  }

  /** Begins a journal at a path where there is none. */
  static begin<E extends Entry>(path: string, heading: unknown, clock = () => performance.now()): Journal<E> {
    const file = openSync(path, 'wx+');
    const journal = new Journal<E>(file, heading, 0, clock);
    journal.#write(sealed(heading));
    fsyncSync(file);
    return journal;
  }

  /** Opens a journal that is there, to go on with it or only to read it; null when its heading is broken. */
  static open<E extends Entry>(path: string, mode: 'r' | 'r+', clock = () => performance.now()): Journal<E> | null {
    const file = openSync(path, mode);
    let journal: Journal<E> | null = null;
    for (const { line, at, length } of linesOf(file)) {
      const value = opened(line);
      if (journal === null) {
        if (value === undefined) break;
        journal = new Journal<E>(file, value, 0, clock);
      } else if (value !== undefined) {
        journal.#places.set((value as E).unit, { at, length });
      }
      journal.#end = at + length;
    }
    if (journal === null) closeSync(file);
    // A line without its end was being written when the process died.
    else if (mode === 'r+') ftruncateSync(file, journal.#end);
    return journal;
  }

  get size(): number {
    return this.#places.size;
  }

  has(unit: number): boolean {
    return this.#places.has(unit);
  }

  get units(): Iterable<number> {
    return this.#places.keys();
  }

  get(unit: number): E {
    const { at, length } = this.#places.get(unit)!;
    const bytes = Buffer.alloc(length - 1);
    readSync(this.#file, bytes, 0, bytes.length, at);
    return opened(bytes.toString()) as E;
  }

  put(entry: E): void {
    if (this.#places.has(entry.unit)) return;
    const at = this.#end;
    this.#write(sealed(entry));
    this.#places.set(entry.unit, { at, length: this.#end - at });
    if (this.#clock() - this.#syncedMs < SYNC_MS) return;
    fsyncSync(this.#file);
    this.#syncedMs = this.#clock();
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: string): void {
    const bytes = Buffer.from(line);
    // Always at the known end: what a failed attempt left behind is written over.
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done, undefined, this.#end + done);
    this.#end += bytes.length;
  }
}

/** The lines of a file that have an end. */
function* linesOf(file: number): Generator<Lines & { readonly line: string }> {
  let rest = Buffer.alloc(0);
  let at = 0;
  for (let position = 0; ;) {
    const piece = Buffer.alloc(PIECE_BYTES);
    const read = readSync(file, piece, 0, PIECE_BYTES, position);
    if (read === 0) return;
    position += read;
    const bytes = Buffer.concat([rest, piece.subarray(0, read)]);
    let from = 0;
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      yield { line: bytes.toString('utf8', from, end), at, length: end + 1 - from };
      at += end + 1 - from;
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LINE_BYTES_MAX) return;
  }
}
