import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place first, which it takes once it is on the disk. A link is followed.
 * The file gets `mode`; where none is given, the rights of the one that was there.
 *
 * @throws when it cannot be written; its place then holds what it held before.
 */
export async function writeWhole(path: string, data: string | Uint8Array, mode?: number): Promise<void> {
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
