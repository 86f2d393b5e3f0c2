// node scripts/fetch-electron.mjs FOLDER: fetches Electron's program for its package in that folder, by the package's own
// means: @electron/get downloads and checks, install.js unpacks. Progress goes to standard error; what kept it from
// coming is one line on standard output. Whatever ends it, nothing is left half done. A process of its own, so that the
// proxies of the environment, which @electron/get takes for the whole process, are nobody else's.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MB = 2 ** 20;
/** The size of the archive, more or less, before it is known. */
const ABOUT_MB = 125;
/** So long may pass without a byte. */
const PATIENCE_MS = Number(process.env['SIMUL_FETCH_PATIENCE_MS'] ?? 15_000);

const folder = process.argv[2] ?? '';
const stop = new AbortController();
/** @type {import('node:child_process').ChildProcess | null} */
let unpacking = null;
let interrupted = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true;
    stop.abort(new Error('it was interrupted'));
    unpacking?.kill('SIGKILL');
  });
}

/** @param {string} text */
const progress = (text) => process.stderr.write(process.stderr.isTTY ? `\r\u001b[Ksimul: ${text}` : '');

/** Ends the download when nothing comes any more. */
function watchdog() {
  const seconds = PATIENCE_MS / 1000;
  const bark = () => stop.abort(new Error(`nothing came for ${seconds} s`));
  let timer = setTimeout(bark, PATIENCE_MS);
  return {
    feed() {
      clearTimeout(timer);
      timer = setTimeout(bark, PATIENCE_MS);
    },
    rest: () => clearTimeout(timer),
  };
}

/** Whether the archive is checked against the sums of its place instead of those of the package; as install.js has it. */
const remoteSums = () =>
  process.env['electron_use_remote_checksums'] || process.env['npm_config_electron_use_remote_checksums'];

async function download() {
  const require = createRequire(join(folder, 'package.json'));
  /** @type {{ version: string }} */
  const { version } = require(join(folder, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const from = mirror === undefined ? "Electron's own releases" : new URL(mirror).host;
  process.stderr.write(
    `simul: fetching Electron ${version} from ${from}, about ${ABOUT_MB} MB, once; ELECTRON_MIRROR names another place, Ctrl-C stops\n`,
  );
  const dog = watchdog();
  try {
    const cacheRoot = process.env['electron_config_cache'];
    await downloadArtifact({
      version,
      artifactName: 'electron',
      ...(cacheRoot === undefined ? {} : { cacheRoot }),
      ...(remoteSums() ? {} : { checksums: require(join(folder, 'checksums.json')) }),
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        /** @param {{ transferred: number, total: number | null }} state */
        getProgressCallback({ transferred, total }) {
          dog.feed();
          const of = total === null ? '' : ` of ${(total / MB).toFixed(0)}`;
          progress(`${(transferred / MB).toFixed(0)}${of} MB`);
        },
      },
    });
  } finally {
    dog.rest();
    progress('');
  }
}

/** Unpacks what has been downloaded. */
async function unpack() {
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    unpacking = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    unpacking.on('error', reject);
    unpacking.on('exit', resolve);
  });
  if (code !== 0) throw new Error('its archive could not be unpacked');
}

/** Takes away what was unpacked in part. `path.txt` is written last. */
function clean() {
  try {
    readFileSync(join(folder, 'path.txt'));
    if (!interrupted) return;
  } catch {
    // It was not written.
  }
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  rmSync(join(folder, 'path.txt'), { force: true });
}

/**
 * What went wrong, in a line.
 * @param {unknown} error
 */
function reasonOf(error) {
  if (stop.signal.aborted) return stop.signal.reason.message;
  if (!(error instanceof Error)) return String(error);
  if (/checksum/i.test(error.message)) return 'its checksum is wrong';
  // What lies at the bottom tells most: that of a proxy is two levels down.
  let bottom = error;
  while (bottom.cause instanceof Error) bottom = bottom.cause;
  const { code } = /** @type {{ code?: unknown }} */ (bottom);
  const detail = typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : bottom.message;
  return (bottom === error ? error.message : `${error.message}: ${detail}`).split('\n')[0] ?? '';
}

try {
  await download();
  if (interrupted) throw new Error('it was interrupted');
  await unpack();
} catch (error) {
  process.stdout.write(reasonOf(error));
  process.exitCode = interrupted ? 130 : 1;
} finally {
  if (process.exitCode) clean();
}
