// npm start: the window where Electron and a display are there, else the command line.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureOrExit, root } from './ensure.mjs';

/** Where Electron's program is, or null. Importing the package instead would try to fetch the program. */
function findElectron() {
  const folder = join(root, 'node_modules/electron');
  let name = 'electron';
  try {
    name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    // The package notes the name when it fetches the program.
  }
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function handOver(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`simul: cannot start ${program}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

ensureOrExit();
const electron = findElectron();
const args = process.argv.slice(2);
if (electron !== null && hasDisplay()) {
  handOver(electron, ['.', ...args]);
} else {
  const lack =
    electron === null
      ? "Electron's program is not installed (`npx install-electron` fetches it)"
      : 'there is no display (DISPLAY is not set)';
  process.stderr.write(`simul: no window: ${lack}; this is the command line instead\n`);
  handOver(process.execPath, ['bin/simul.mjs', 'compare', 'exhibition']);
}
