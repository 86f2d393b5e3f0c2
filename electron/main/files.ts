import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { writeWhole } from '../host/write-whole.ts';
import type { OpenedFile } from '../../shared/protocol/shell.ts';
import { checkFileSize, SAVED_FILE_TYPES } from '../../shared/saved/file.ts';
import { readSaveRequest } from './file-request.ts';

/** Asks where to save what the page sent, and saves it there. False when the dialog was cancelled. */
export async function saveFile(window: BrowserWindow, given: unknown): Promise<boolean> {
  const { name, data } = readSaveRequest(given);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
  if (canceled || filePath === '') return false;
  await writeWhole(filePath, data);
  return true;
}

/** Asks for a scenario, or a picture that holds one, and reads the file. Null when the dialog was cancelled. */
export async function openFile(window: BrowserWindow): Promise<OpenedFile | null> {
  const filters = [{ name: 'Scenario', extensions: SAVED_FILE_TYPES.map((type) => type.slice(1)) }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  checkFileSize((await stat(path)).size);
  return { name: basename(path), data: new Uint8Array(await readFile(path)) };
}
