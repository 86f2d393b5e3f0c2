import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { messageOf } from '../../shared/message-of.ts';

/** What was read: the content, unchecked, and in a line what is wrong with the file; null each where there is none. */
export interface StateRead {
  readonly state: unknown;
  readonly problem: string | null;
}

export function readStateFile(path: string): StateRead {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { state: null, problem: missing ? null : `${path} cannot be read: ${messageOf(error)}` };
  }
  try {
    return { state: JSON.parse(text) as unknown, problem: null };
  } catch {
    return { state: null, problem: `${path} is broken: it is no JSON` };
  }
}

/** Writes the file whole or not at all. A window that cannot be remembered is no reason not to close it. */
export function writeStateFile(path: string, state: unknown): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    // It opens in the default place next time.
  }
}
