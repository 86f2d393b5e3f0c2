import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the files of a test file, removed after it. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simul-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
