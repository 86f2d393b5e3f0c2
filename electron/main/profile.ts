import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../shared/message-of.ts';

/** As much of Electron's app as it takes to say where the profile lies. */
export interface Paths {
  getPath(name: 'userData'): string;
  setPath(name: 'userData', path: string): void;
}

/**
 * Finds a folder for the profile: the usual one, or where that cannot be used - there is no home folder, a disk is full,
 * rights are missing - one for this time only. Electron would quit without a word.
 *
 * @returns what is wrong with the usual one, in a line; null where nothing is.
 */
export function chooseProfile(app: Paths): string | null {
  let folder = 'its usual folder';
  try {
    folder = app.getPath('userData');
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'simul-profile-')));
    return `Simul cannot keep its settings in ${folder} (${messageOf(error)}); nothing is remembered this time.`;
  }
}
