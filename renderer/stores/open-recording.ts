import { foreignIn } from '../../shared/recording/within.ts';
import { checkFileSize } from '../../shared/saved/file.ts';
import { isPng } from '../../shared/saved/png.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import { whatIsWrong, type SavedFile } from './open-saved.ts';
import { recordings } from './recording.svelte.ts';
import { scenarioFile } from './scenario-file.svelte.ts';

/** Shows the recording of another program that a file holds, or says what is wrong with it; null where it holds none. */
export async function openRecording(file: SavedFile): Promise<readonly Problem[] | null> {
  try {
    checkFileSize(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isPng(bytes)) return null;
    const text = new TextDecoder().decode(bytes);
    const given = foreignIn(text);
    if (given === null) return null;
    recordings.open(file.name, given);
    scenarioFile.remember(file.name, text);
    return [];
  } catch (error) {
    return whatIsWrong(error, file.name);
  }
}
