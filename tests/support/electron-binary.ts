import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Electron's program, or why it cannot be started. Importing the package instead would try to fetch the program. */
export function findElectron(): { readonly program: string } | { readonly lack: string } {
  const folder = join(root, 'node_modules/electron');
  let name = 'electron';
  try {
    name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    // The package notes the name when it fetches the program.
  }
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  if (!existsSync(program)) return { lack: "Electron's program is not installed" };
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return hasDisplay ? { program } : { lack: 'there is no display' };
}
