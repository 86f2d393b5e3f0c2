import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { messageOf } from '../../../shared/message-of.ts';
import { Failure } from '../failure.ts';
import { beforeLeaving, onInterrupt } from '../guard.ts';

/** A file being written beside its place, which it takes in one step when it is whole. */
export interface AtomicFile {
  write(text: string): void;
  commit(): void;
}

const OPTION = '--out';

/**
 * Begins a file. Until it is committed its place holds what it held before; if the process ends first, it still does.
 *
 * @throws InputError when no file can be written there.
 */
export function openAtomic(path: string): AtomicFile {
  const { place, mode } = placeOf(path);
  // A name of its own, short: the file's may be as long as names can be.
  const draft = join(dirname(place), `.simul-${randomUUID().slice(0, 8)}.tmp`);
  const file = attempt(path, () => openSync(draft, 'wx', mode));
  const removed = beforeLeaving(() => rmSync(draft, { force: true }));
  const told = onInterrupt(
    () => `${path} ${lstatSync(place, { throwIfNoEntry: false }) ? 'is as it was' : 'was not written'}`,
  );
  const guarded = (job: () => void) => {
    try {
      job();
    } catch (error) {
      throw new Failure(`${path} cannot be written: ${messageOf(error)}`);
    }
  };
  return {
    write: (text) =>
      guarded(() => {
        const bytes = Buffer.from(text);
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      }),
    commit: () =>
      guarded(() => {
        fsyncSync(file);
        closeSync(file);
        renameSync(draft, place);
        removed();
        told();
      }),
  };
}

/** Refuses a path to which no file can be written, without beginning one. */
export function checkOut(path: string): void {
  placeOf(path);
}

/** Where a path leads, through links, and the rights of what is there. Refuses what is no file. */
function placeOf(path: string): { place: string; mode: number } {
  const refuse = (limit: string) => new InputError([problem(OPTION, path, limit)]);
  const there = attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (there === undefined) {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (path === '' || path.endsWith('/')) throw refuse('the path of a file');
    if (folder === undefined) throw refuse('a path in a folder that is there');
    if (!folder.isDirectory()) throw refuse('a path in a folder');
    return { place: path, mode: 0o666 };
  }
  const target = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (target === undefined) throw refuse('a path that leads somewhere; it is a link to nothing');
  if (target.isDirectory()) throw refuse('the path of a file, not of a directory');
  // Replacing a device or a pipe by a file would do harm.
  if (!target.isFile()) throw refuse('the path of a regular file');
  attempt(path, () => accessSync(path, constants.W_OK));
  return { place: realpathSync(path), mode: target.mode & 0o777 };
}

function attempt<T>(path: string, job: () => T): T {
  try {
    return job();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError([problem(OPTION, path, `a path that can be written (${code})`)]);
  }
}
