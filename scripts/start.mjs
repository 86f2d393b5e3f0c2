// npm start: the window where there is a display, fetching Electron's program once; else the comparison in the terminal,
// and the same app in a browser, which `--browser` or SIMUL_BROWSER=1 asks for. Other arguments are handed on to it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureOrExit, root } from './ensure.mjs';

/** A window that is gone again so soon, with an error, has never been there. */
const NEVER_OPENED_MS = 5_000;

/** @param {string} line */
function say(line) {
  process.stderr.write(`simul: ${line}\n`);
}

const electron = join(root, 'node_modules/electron');

/**
 * Where Electron's program is, or null. Importing the package instead would fetch the program without a word. The
 * package notes the program's name once all of it is there.
 */
function findElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  let name = null;
  try {
    name = readFileSync(join(electron, 'path.txt'), 'utf8').trim();
  } catch {
    if (override === undefined) return null;
  }
  const program = join(override ?? join(electron, 'dist'), name ?? 'electron');
  return existsSync(program) ? program : null;
}

/** Whether this start may fetch Electron: a machine that only tests never does. */
const mayFetch = () => existsSync(join(electron, 'install.js')) && !process.env['CI'];

/**
 * Fetches Electron's program. Resolves to what kept it from coming; null when it is there.
 * @returns {Promise<string | null>}
 */
function fetchElectron() {
  return new Promise((resolve) => {
    const program = fileURLToPath(new URL('fetch-electron.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, electron], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // The proxies of the environment count, on every Node that there is.
      env: { ELECTRON_GET_USE_PROXY: 'true', ...process.env },
    });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    let reason = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (reason += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, forward);
      // Who interrupts the download wants no browser either.
      if (code === 130) {
        say('Electron was not fetched: interrupted');
        process.exit(130);
      }
      resolve(code === 0 ? null : reason);
    });
  });
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
    const child = spawn(program, ['.', ...rest], { cwd: root, stdio: 'inherit' });
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
  if (wantsBrowser) return 'a browser was asked for';
  if (!hasDisplay()) return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); start it on a desktop';
  if (findElectron() === null && mayFetch()) {
    const reason = await fetchElectron();
    if (reason !== null)
      return `Electron could not be fetched: ${reason}; the next start asks again, \`npm start -- --browser\` does not`;
  }
  const program = findElectron();
  if (program === null) return 'Electron itself is not here, and is not fetched here';
  const failure = await runWindow(program);
  return failure === null ? null : `${failure}; \`npx install-electron\` fetches it anew`;
}

const wantsBrowser = process.argv.includes('--browser') || process.env['SIMUL_BROWSER'] === '1';
const rest = process.argv.slice(2).filter((each) => each !== '--browser');
ensureOrExit();
const why = await withoutWindow();
if (why !== null) {
  say(`no window: ${why}. A browser does.`);
  const simul = join(root, 'out/cli/index.js');
  const both = ['compare', 'exhibition', '--models', 'synchronous,asynchronous'];
  const { signal } = spawnSync(process.execPath, [simul, ...both], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (signal !== null) {
    process.exitCode = 1;
  } else {
    process.stdout.write('\n');
    process.argv = [process.execPath, simul, 'serve', '--app', ...rest];
    await import(pathToFileURL(simul).href);
  }
}
