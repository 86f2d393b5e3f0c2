/**
 * The token of a port, kept in a file of the user's own, so that a page finds a host that was started again: its
 * address holds the token. Nobody else can read the file; one that somebody else could read, or could have written,
 * does not count.
 */
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../host/write-whole.ts';
import { newToken } from './token.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where programs keep what they want to find again, by the habits of the operating system. */
export function stateFolder(env: Variables = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'Simul');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Simul');
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'simul');
}

/** The token of a port: the one kept for it, else a new one, which is kept if that can be done. */
export async function keptToken(port: number, folder = stateFolder()): Promise<string> {
  const path = join(folder, `token-${port}`);
  const kept = await readToken(path);
  if (kept !== null) return kept;
  const token = newToken();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(path, token, 0o600);
  } catch {
    // Where nothing can be kept, a page does not find the next host by itself.
  }
  return token;
}

async function readToken(path: string): Promise<string | null> {
  try {
    const there = await lstat(path);
    const foreign = process.getuid !== undefined && (there.uid !== process.getuid() || (there.mode & 0o077) !== 0);
    if (!there.isFile() || foreign || there.size > 100) return null;
    const token = await readFile(path, 'utf8');
    return /^[\w-]{43}$/.test(token) ? token : null;
  } catch {
    return null;
  }
}
