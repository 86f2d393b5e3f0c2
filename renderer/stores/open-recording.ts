import { isForeign } from '../../shared/recording/recording.ts';
import { checkFileSize } from '../../shared/saved/file.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import { whatIsWrong, type SavedFile } from './open-saved.ts';
import { recordings } from './recording.svelte.ts';

/** What a file has to contain to be worth a closer look. */
const SIGN = /"ph"\s*:/;

/** Shows the recording of another program that a file holds, or says what is wrong with it; null where it holds none. */
export async function openRecording(file: SavedFile): Promise<readonly Problem[] | null> {
  try {
    if (!file.name.endsWith('.json')) return null;
    checkFileSize(file.size);
    const text = new TextDecoder().decode(await file.arrayBuffer());
    const given: unknown = SIGN.test(text) ? JSON.parse(text) : null;
    if (!isForeign(given)) return null;
    recordings.open(file.name, given);
    return [];
  } catch (error) {
    // What is no JSON is refused by who reads scenarios.
    return error instanceof SyntaxError ? null : whatIsWrong(error, file.name);
  }
}
