import { readSavedFile } from '../../../shared/saved/file.ts';
import { readLink } from '../../../shared/saved/link.ts';
import { refused, type Opening } from '../../../shared/saved/saved-run.ts';
import { readBytes, utf8 } from '../input/file.ts';
import { squeeze } from '../input/squeeze.ts';
import { readPort, stay } from './serve.ts';

/** Options of the command, as they are typed. */
export interface OpenOptions {
  readonly port?: string;
  /** Whether a browser is opened: `--no-browser` says no. */
  readonly browser: boolean;
}

/** `simul open`: the app for a browser, with the run that a file or a link holds. Returns the exit code. */
export async function open(what: string, options: OpenOptions): Promise<number> {
  const port = readPort(options.port);
  const { open: start, at, experiment } = await openingOf(what);
  return stay(
    { start, at, ...(experiment === undefined ? {} : { experiment }) },
    port,
    options.browser ? 'browser' : null,
  );
}

async function openingOf(what: string): Promise<Opening> {
  const fragment = /^(?:https?:[^#]*)?(#s=.*)$/.exec(what)?.[1];
  if (fragment === undefined) return readSavedFile(readBytes(what, 'file'), utf8);
  const opening = await readLink(fragment, squeeze);
  if (opening === null) throw refused('link', what, 'a link that Simul made');
  return opening;
}
