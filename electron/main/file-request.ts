import { basename } from 'node:path';
import type { FileToSave } from '../../shared/protocol/shell.ts';

const NAME_MAX = 120;
/** Largest file that the page may save, in bytes or characters. */
const SAVED_MAX = 256 * 2 ** 20;

/**
 * What the page asks to have saved, checked: a bare name without a folder, and text or bytes.
 *
 * @throws TypeError when it is no such request.
 */
export function readSaveRequest(given: unknown): FileToSave {
  const { name, data } = (given ?? {}) as { name?: unknown; data?: unknown };
  if (typeof name !== 'string') throw new TypeError('a file to be saved has a name');
  if (typeof data !== 'string' && !(data instanceof Uint8Array)) throw new TypeError('a file holds text or bytes');
  if (data.length > SAVED_MAX) throw new TypeError(`a file has at most ${SAVED_MAX} bytes`);
  return { name: plainName(name), data: typeof data === 'string' ? data : new Uint8Array(data) };
}

/** The last part of a path, without what a file system or a dialog might read something else into. */
function plainName(name: string): string {
  const bare = basename(name.replaceAll('\\', '/'))
    // eslint-disable-next-line no-control-regex -- control characters are what has to go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .replace(/^[.\s]+/, '')
    .slice(0, NAME_MAX);
  return bare === '' ? 'simul' : bare;
}
