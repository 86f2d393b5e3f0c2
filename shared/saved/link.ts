/** A link that carries a run: in the fragment of an address, which no browser sends to a server. */
import { asciiBytes, asciiText } from '../protocol/ascii.ts';
import { InputError } from '../scenario/problem.ts';
import { crc32 } from './crc.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { readSaved, refused, SAVED_LENGTH_MAX, savedText, type Opening, type SavedRun } from './saved-run.ts';

const NAME = '#s=';
const VERSION = 1;
/** Longest link that is made and read, in characters: longer ones are cut on their way. */
export const LINK_LENGTH_MAX = 32_000;
/** The text's checksum comes first: a damaged link must not open another run. */
const CHECKSUM_BYTES = 4;

/** Raw DEFLATE (RFC 1951), as the machine at hand has it. */
export interface Squeeze {
  deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** At most `most` bytes come out of it; rejects when there are more, or when it is no such data. */
  inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array>;
}

/** The fragment that carries a run. @throws InputError when it would be too long. */
export async function linkOf(run: SavedRun, squeeze: Squeeze): Promise<string> {
  const text = asciiBytes(savedText(run));
  const squeezed = await squeeze.deflate(text);
  const bytes = new Uint8Array(CHECKSUM_BYTES + squeezed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(text));
  bytes.set(squeezed, CHECKSUM_BYTES);
  const fragment = `${NAME}${VERSION}.${toBase64url(bytes)}`;
  if (fragment.length <= LINK_LENGTH_MAX) return fragment;
  throw refused('link', `${fragment.length} characters`, `at most ${LINK_LENGTH_MAX} characters; save a file instead`);
}

/**
 * What a fragment brings back; null when it is about something else.
 *
 * @throws InputError with the reason when it is a link that cannot be read.
 */
export async function readLink(fragment: string, squeeze: Squeeze): Promise<Opening | null> {
  if (!fragment.startsWith(NAME)) return null;
  if (fragment.length > LINK_LENGTH_MAX) {
    throw refused('link', `${fragment.length} characters`, `at most ${LINK_LENGTH_MAX} characters`);
  }
  const [, version, content = ''] = /^#s=(\d{1,9})\.(.*)$/.exec(fragment) ?? [];
  if (Number(version) > VERSION) {
    const message = `link: this was made by a newer Simul (version ${version}); this one reads version ${VERSION}`;
    throw new InputError([{ path: 'link', value: Number(version), limit: `at most ${VERSION}`, message }]);
  }
  const bytes = Number(version) === VERSION ? fromBase64url(content) : null;
  const text = bytes === null || bytes.length < CHECKSUM_BYTES ? null : await unsqueezed(bytes, squeeze);
  if (text !== null) return readSaved(text);
  throw refused('link', fragment, 'a whole link that Simul made; this one is damaged, cut off or holds too much');
}

async function unsqueezed(bytes: Uint8Array<ArrayBuffer>, squeeze: Squeeze): Promise<string | null> {
  try {
    const text = await squeeze.inflate(bytes.subarray(CHECKSUM_BYTES), SAVED_LENGTH_MAX);
    return crc32(text) === new DataView(bytes.buffer).getUint32(0) ? asciiText(text) : null;
  } catch {
    return null;
  }
}
