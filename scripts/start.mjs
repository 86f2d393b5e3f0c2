// npm start: the window where Electron and a display are there; else the comparison in the terminal, and the same app
// in a browser. Arguments are handed on to `simul serve`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit, root } from './ensure.mjs';

/** A window that is gone again so soon, with an error, has never been there. */
const NEVER_OPENED_MS = 5_000;

/** @param {string} line */
function say(line) {
  process.stderr.write(`simul: ${line}\n`);
}

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
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs the window until it is closed. Resolves to what kept it from opening; null when it did open.
 * @param {string} program
 * @returns {Promise<string | null>}
 */
function runWindow(program) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn(program, ['.'], { cwd: root, stdio: 'inherit' });
    let ending = false;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        ending = true;
        child.kill(signal);
      });
    }
    child.on('error', (error) => resolve(`Electron does not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      const failed = code !== 0 && !ending && performance.now() - startedAt < NEVER_OPENED_MS;
      if (failed) resolve(`Electron ended at once, with ${signal ?? `exit code ${code}`}`);
      else resolve(null);
      if (!failed) process.exitCode = ending ? 0 : (code ?? 1);
    });
  });
}

/** Why there is no window, and what to do about it; null once there has been one. */
async function withoutWindow() {
  const program = findElectron();
  if (program === null) {
    return 'Electron itself is not here; `npx install-electron`, once, fetches it where there is internet access';
  }
  if (!hasDisplay()) return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); start it on a desktop';
  const failure = await runWindow(program);
  return failure === null ? null : `${failure}; \`npx install-electron\` fetches it anew`;
}

ensureOrExit();
const why = await withoutWindow();
if (why !== null) {
  say(`no window: ${why}. Until then a browser does.`);
  const simul = join(root, 'out/cli/index.js');
  const both = ['compare', 'exhibition', '--models', 'synchronous,asynchronous'];
  const { signal } = spawnSync(process.execPath, [simul, ...both], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (signal !== null) {
    process.exitCode = 1;
  } else {
    process.stdout.write('\n');
    process.argv = [process.execPath, simul, 'serve', '--open', ...process.argv.slice(2)];
    await import(pathToFileURL(simul).href);
  }
}
