import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedFile } from '../../shared/protocol/shell.ts';
import { checkFileSize, SAVED_FILE_TYPES } from '../../shared/saved/file.ts';
import { messageOf } from '../../shared/message-of.ts';

/** The file that the app was started with; undefined when there is none. Switches are the system's and Electron's. */
export function pathIn(argv: readonly string[], folder: string): string | undefined {
  const types: readonly string[] = SAVED_FILE_TYPES;
  const found = argv.slice(1).find((each) => !each.startsWith('-') && types.includes(extname(each).toLowerCase()));
  return found === undefined ? undefined : resolve(folder, asPath(found));
}

/** Linux's desktops hand a file of this machine on as an address. */
function asPath(argument: string): string {
  if (!argument.startsWith('file:')) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    // An address of another machine: whoever reads it says that it cannot be opened.
    return argument;
  }
}

/**
 * Reads a file that holds a run.
 *
 * @throws Error with a line that names the path and the reason.
 */
export async function readOpened(path: string): Promise<OpenedFile> {
  try {
    const { size } = await stat(path);
    checkFileSize(size);
    return { name: basename(path), data: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = gone ? 'the file is no longer there' : messageOf(error);
    throw new Error(`${path} cannot be opened: ${reason}`, { cause: error });
  }
}
