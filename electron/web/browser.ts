import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from './kept-token.ts';

/** What this machine is like, as far as opening a browser goes. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The command that opens an address in the default browser; null where nobody would see it. */
export function browserCommand(address: string, { platform, env }: Machine): readonly [string, ...string[]] | null {
  if (env['CI']) return null;
  if (platform === 'darwin') return ['open', address];
  // The shell's `start` takes the first quoted word for a title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null;
}

const CHROMIUMS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'brave-browser'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

/**
 * The command that opens an address in a window of its own, without tabs and with a profile of its own, in a browser of
 * Chromium's family; null where none is installed, or nobody would see it.
 */
export function windowCommand(
  address: string,
  profile: string,
  machine: Machine,
  exists: (path: string) => boolean = existsSync,
): readonly [string, ...string[]] | null {
  if (browserCommand(address, machine) === null) return null;
  const { platform, env } = machine;
  const folders =
    platform === 'win32'
      ? [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((each) => each !== undefined)
      : (env['PATH'] ?? '').split(':');
  const places = (CHROMIUMS[platform] ?? []).flatMap((name) =>
    platform === 'darwin' ? [name] : folders.map((folder) => join(folder, name)),
  );
  const found = places.find(exists);
  if (found === undefined) return null;
  return [found, `--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
}

/** Opens an address: in a window of its own where that was asked for and can be had, else in the default browser. */
export function openBrowser(address: string, inWindow = false, machine: Machine = process): void {
  const window = inWindow ? windowCommand(address, join(stateFolder(), 'browser'), machine) : null;
  const command = window ?? browserCommand(address, machine);
  if (command === null) return;
  const [name, ...args] = command;
  const child = spawn(name, args, { detached: true, stdio: 'ignore', windowsHide: true });
  // Where it cannot be had nothing happens: the address has been printed.
  child.on('error', () => {});
  child.unref();
}
