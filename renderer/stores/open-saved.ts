import { checkFileSize, readSavedFile } from '../../shared/saved/file.ts';
import { InputError, problem, toldProblems, type Problem } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { fill } from '../words/fill.ts';
import { saved as words } from '../words/en/saved.ts';
import type { SessionStore } from './session.svelte.ts';

/** What a file is read of: its size is known before its bytes are. */
export type SavedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Opens the run that a file holds. Says what is wrong with it where it cannot; then nothing has changed. */
export async function openSaved(file: SavedFile, session: SessionStore): Promise<readonly Problem[]> {
  try {
    checkFileSize(file.size);
    const opening = readSavedFile(new Uint8Array(await file.arrayBuffer()), (bytes) => strict.decode(bytes));
    const opened = await session.openRun(opening);
    return opened.ok ? [] : opened.problems;
  } catch (error) {
    return whatIsWrong(error, file.name);
  }
}

/** The problems of an error; one that is no bad input is about the file itself. */
export function whatIsWrong(error: unknown, name: string): readonly Problem[] {
  if (error instanceof InputError) return toldProblems(error);
  const reason = messageOf(error);
  return [problem('file', name, fill(words.notRead, { reason }))];
}

const strict = new TextDecoder('utf-8', { fatal: true });
