import { readFile, stat } from 'node:fs/promises';
import { dialog, type BrowserWindow } from 'electron';
import { writeWhole } from '../host/write-whole.ts';
import { OPENED_MAX, readSaveRequest } from './file-request.ts';

/** Asks where to save what the page sent, and saves it there. False when the dialog was cancelled. */
export async function saveFile(window: BrowserWindow, given: unknown): Promise<boolean> {
  const { name, data } = readSaveRequest(given);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
  if (canceled || filePath === '') return false;
  await writeWhole(filePath, data);
  return true;
}

/** Asks for a scenario file and reads it. Null when the dialog was cancelled. */
export async function openFile(window: BrowserWindow): Promise<string | null> {
  const filters = [{ name: 'Scenario', extensions: ['json'] }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const { size } = await stat(path);
  if (size > OPENED_MAX) throw new RangeError(`a scenario file has at most ${OPENED_MAX} bytes; this one has ${size}`);
  return readFile(path, 'utf8');
}
