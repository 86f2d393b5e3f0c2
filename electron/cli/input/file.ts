import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { InputError, problem } from '../../../shared/scenario/problem.ts';

/** The largest file that is read. */
export const FILE_BYTES_MAX = 16 * 2 ** 20;

/**
 * The text of a file; `named` says where its path was given, for the message.
 *
 * @throws InputError when it is missing, no regular file, too large, not readable or not UTF-8.
 */
export function readText(path: string, named: string): string {
  const bytes = readBytes(path, named);
  try {
    return utf8(bytes);
  } catch {
    throw new InputError([problem(named, path, 'a text file in UTF-8')]);
  }
}

/** The text of UTF-8. @throws TypeError when the bytes are none. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/**
 * What is in a file; `named` says where its path was given, for the message.
 *
 * @throws InputError when it is missing, no regular file, too large or not readable.
 */
export function readBytes(path: string, named: string): Uint8Array {
  const refuse = (limit: string) => new InputError([problem(named, path, limit)]);
  let file: number | undefined;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw refuse('a file, not a directory');
    // A pipe or a device may have no end, or nobody at the other one.
    if (!stat.isFile()) throw refuse('a regular file');
    if (stat.size > FILE_BYTES_MAX) throw refuse(`a file of at most 16 MB; it has ${megabytes(stat.size)} MB`);
    // Some files say that they are regular and never end, as the kernel's log: a file that would make the program wait is refused.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const bytes = readAll(file, stat.size);
    if (bytes === null) throw refuse('a file of at most 16 MB; it is growing');
    return bytes;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse('a file that is there');
    if (code === 'EAGAIN') throw refuse('a regular file');
    throw refuse(`a file that can be read (${code ?? 'unknown error'})`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Everything in a file, or null when it turns out to be larger than its size said and than what is read at all. */
function readAll(file: number, size: number): Uint8Array | null {
  let bytes = new Uint8Array(Math.max(size, 1 << 12) + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > FILE_BYTES_MAX) return null;
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(bytes);
      bytes = larger;
    }
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
