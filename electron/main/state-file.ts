import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WindowState } from './window-state.ts';

/** What the file holds, unchecked; null when there is none, or it is no JSON. */
export function readStateFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Writes the file whole or not at all. A window that cannot be remembered is no reason not to close it. */
export function writeStateFile(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    // It opens in the default place next time.
  }
}
