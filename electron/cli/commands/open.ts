import { basename } from 'node:path';
import { firstScreen } from '../../host/start.ts';
import { readRecording } from '../../../shared/recording/recording.ts';
import { foreignIn } from '../../../shared/recording/within.ts';
import { readSavedFile } from '../../../shared/saved/file.ts';
import { readLink } from '../../../shared/saved/link.ts';
import { refused, type Opening } from '../../../shared/saved/saved-run.ts';
import { readBytes, utf8 } from '../input/file.ts';
import { squeeze } from '../input/squeeze.ts';
import { readPort, stay, type FirstLook } from './serve.ts';

/** Options of the command, as they are typed. */
export interface OpenOptions {
  readonly port?: string;
  /** Whether a browser is opened: `--no-browser` says no. */
  readonly browser: boolean;
}

/** `simul open`: the app for a browser, with the run that a file or a link holds, or a recording of another program. Returns the exit code. */
export async function open(what: string, options: OpenOptions): Promise<number> {
  const port = readPort(options.port);
  return stay(await firstLookOf(what), port, options.browser ? 'browser' : null);
}

async function firstLookOf(what: string): Promise<FirstLook> {
  const fragment = /^(?:https?:[^#]*)?(#s=.*)$/.exec(what)?.[1];
  if (fragment === undefined) return lookOfFile(what);
  const opening = await readLink(fragment, squeeze);
  if (opening === null) throw refused('link', what, 'a link that Simul made');
  return lookOf(opening);
}

/** A recording of another program lies over what is on screen anyway; everything else is on screen itself. */
function lookOfFile(path: string): FirstLook {
  const bytes = readBytes(path, 'file');
  const text = textIn(bytes);
  const foreign = text === null ? null : foreignIn(text);
  if (foreign === null) return lookOf(readSavedFile(bytes, utf8));
  // What is wrong with it is said here, not in the window.
  readRecording(foreign);
  return { start: firstScreen, file: { name: basename(path), text: text! } };
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return utf8(bytes);
  } catch {
    return null;
  }
}

function lookOf({ open: start, at, experiment }: Opening): FirstLook {
  return { start, at, ...(experiment === undefined ? {} : { experiment }) };
}
