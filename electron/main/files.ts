import { dialog, type BrowserWindow } from 'electron';
import { writeWhole } from '../host/write-whole.ts';
import type { OpenedFile } from '../../shared/protocol/shell.ts';
import { SAVED_FILE_TYPES } from '../../shared/saved/file.ts';
import { readSaveRequest } from './file-request.ts';
import { readOpened } from './opened-path.ts';

/** Told where a scenario was opened or saved. */
type Noted = (path: string) => void;

const writing = new Set<Promise<void>>();

/** What is still being written to the disk; null when nothing is. */
export function beingWritten(): Promise<unknown> | null {
  return writing.size === 0 ? null : Promise.allSettled(writing);
}

/** Asks where to save what the page sent, and saves it there. False when the dialog was cancelled. */
export async function saveFile(window: BrowserWindow, given: unknown, noted: Noted): Promise<boolean> {
  const { name, data } = readSaveRequest(given);
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
  if (canceled || filePath === '') return false;
  const written = writeWhole(filePath, data);
  writing.add(written);
  try {
    await written;
  } finally {
    writing.delete(written);
  }
  if (filePath.endsWith('.json')) noted(filePath);
  return true;
}

/** Asks for a scenario, or a picture that holds one, and reads the file. Null when the dialog was cancelled. */
export async function openFile(window: BrowserWindow, noted: Noted): Promise<OpenedFile | null> {
  const filters = [{ name: 'Scenario', extensions: SAVED_FILE_TYPES.map((type) => type.slice(1)) }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const file = await readOpened(path);
  noted(path);
  return file;
}
