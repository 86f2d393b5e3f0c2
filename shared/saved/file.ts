/** Files that bring a run back: a picture or a drawing that Simul exported, or a scenario. */
import { isPng, pngText, withPngText } from './png.ts';
import { readSaved, refused, SAVED_LENGTH_MAX, savedText, type Opening, type SavedRun } from './saved-run.ts';
import { isSvg, svgMetadata, svgText } from './svg.ts';

/** The largest file that is read, in bytes. */
export const SAVED_FILE_MAX = 16 * 2 ** 20;
/** The names that such files end with. */
export const SAVED_FILE_TYPES = ['.json', '.png', '.svg'] as const;

/** What a run is called inside of a picture. */
const NAME = 'simul';

/** A picture that remembers the run it shows. */
export function rememberedInPng(png: Uint8Array, run: SavedRun): Uint8Array<ArrayBuffer> {
  return withPngText(png, NAME, savedText(run));
}

/** The element of a drawing that remembers the run it shows. */
export function rememberedInSvg(run: SavedRun): string {
  return svgMetadata(NAME, savedText(run));
}

/** Refuses a file for its size, before it is read. @throws InputError */
export function checkFileSize(bytes: number): void {
  if (bytes > SAVED_FILE_MAX) throw refused('file', `${bytes} bytes`, `at most ${SAVED_FILE_MAX} bytes`);
}

/**
 * Reads what is in a file. `decode` makes text of UTF-8.
 *
 * @throws InputError with the reason when it brings nothing back.
 */
export function readSavedFile(file: Uint8Array, decode: (bytes: Uint8Array) => string): Opening {
  checkFileSize(file.length);
  if (isPng(file)) return readSaved(within(pngText(file, NAME), 'a picture'));
  let text: string;
  try {
    text = decode(file);
  } catch {
    throw refused('file', `${file.length} bytes`, 'a scenario, or a PNG or SVG that Simul exported');
  }
  return readSaved(isSvg(text) ? within(svgText(text, NAME), 'a drawing') : text);
}

function within(text: string | null, what: string): string {
  if (text === null) throw refused('file', what, 'one that Simul exported and no other program stripped');
  if (text.length <= SAVED_LENGTH_MAX) return text;
  throw refused('file', `a run of ${text.length} characters`, `at most ${SAVED_LENGTH_MAX} characters`);
}
