import { spawn } from 'node:child_process';

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

/** Opens the default browser, if there is one. Where it cannot be had nothing happens: the address has been printed. */
export function openBrowser(address: string, machine: Machine = process): void {
  const command = browserCommand(address, machine);
  if (command === null) return;
  const [name, ...args] = command;
  const child = spawn(name, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.on('error', () => {});
  child.unref();
}
