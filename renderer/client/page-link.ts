import { linkOf, readLink } from '../../shared/saved/link.ts';
import type { Opening, SavedRun } from '../../shared/saved/saved-run.ts';
import { squeeze } from './squeeze.ts';

/**
 * The address that opens a run: without the token, which is not for others. In the desktop shell it is that of a host
 * for browsers, which `simul open` takes too.
 *
 * @throws InputError when it would be too long.
 */
export async function addressOf(run: SavedRun, page: Pick<Location, 'protocol' | 'origin'>): Promise<string> {
  const origin = page.protocol.startsWith('http') ? page.origin : 'http://127.0.0.1:4700';
  return `${origin}/${await linkOf(run, squeeze)}`;
}

/**
 * Takes the link out of the page's address, so that a page that is loaded again shows what was on screen last; null
 * when there is none.
 *
 * @throws InputError when it cannot be read.
 */
export async function takeLink(
  page: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): Promise<Opening | null> {
  const { hash, pathname, search } = page;
  const reading = readLink(hash, squeeze);
  if (hash.startsWith('#s=')) history.replaceState(null, '', `${pathname}${search}`);
  return reading;
}
