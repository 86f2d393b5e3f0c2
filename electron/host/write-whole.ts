import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../../shared/message-of.ts';

/**
 * Writes a file whole or not at all: beside its place first, which it takes once it is on the disk. A link is followed.
 * The file gets `mode`; where none is given, the rights of the one that was there.
 *
 * @throws Error with the reason in plain words when it cannot be written; its place then holds what it held before.
 */
export async function writeWhole(path: string, data: string | Uint8Array, mode?: number): Promise<void> {
  try {
    await write(path, data, mode);
  } catch (error) {
    throw new Error(whyNotWritten(error, path), { cause: error });
  }
}

async function write(path: string, data: string | Uint8Array, mode?: number): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const there = await stat(place).catch(() => null);
  const draft = join(dirname(place), `.simul-${randomUUID()}.tmp`);
  const file = await open(draft, 'wx', mode ?? (there === null ? 0o666 : there.mode & 0o777));
  try {
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Why a file could not be written, in plain words where there are some. */
export function whyNotWritten(error: unknown, path: string): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no room left on the disk';
    case 'EFBIG':
      return 'no file may be so large there';
    case 'ENOENT':
      return `the folder ${dirname(path)} is not there`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `nothing may be written in ${dirname(path)}`;
    default:
      return messageOf(error);
  }
}
