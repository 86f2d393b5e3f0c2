// npm run pack [-- --dir]: builds, draws the icons, and packs the app for this system with electron-builder, which is
// fetched for it: nothing else needs it. Arguments are electron-builder's. With --stand-in the app is packed around a
// stand-in for Electron's program. The last lines say how large the packages are.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOf, headerHash, readArchive } from './asar.mjs';
import { ensureOrExit, root } from './ensure.mjs';
import { fuseFaults } from './fuses.mjs';
import { drawIcons } from './icons.mjs';

const BUILDER = 'electron-builder@26.17.0';
/** A deb names a page of its project: that of the repository where a workflow packs, else one that cannot be. */
const HOMEPAGE =
  process.env['GITHUB_REPOSITORY'] === undefined
    ? 'https://simul.invalid/'
    : `${process.env['GITHUB_SERVER_URL']}/${process.env['GITHUB_REPOSITORY']}`;

function report() {
  const folder = join(root, 'packages');
  for (const each of existsSync(folder) ? readdirSync(folder) : []) {
    const stat = statSync(join(folder, each));
    if (stat.isFile()) process.stdout.write(`${(stat.size / 2 ** 20).toFixed(1).padStart(8)} MB  ${each}\n`);
  }
}

/** The system that is packed for, as Node names it: electron-builder's switch for it, else this one. */
function systemOf(/** @type {readonly string[]} */ args) {
  const all = /** @type {const} */ ({
    linux: /^(--linux|-l)$/,
    win32: /^(--win|--windows|-w)$/,
    darwin: /^(--mac|-m|--macos)$/,
  });
  const asked = Object.entries(all).filter(([, pattern]) => args.some((arg) => pattern.test(arg)));
  return asked.length === 0 ? process.platform : asked.map(([system]) => system).join(' ');
}

/** Lays out a stand-in for Electron's program, and says so. Returns the argument that names its folder. */
async function layStandIn(/** @type {string} */ system) {
  const { writeElectronStandIn } = await import(pathToFileURL(join(root, 'out/pack/electron-stand-in.js')).href);
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  const folder = join(root, 'out/stand-in', system);
  writeElectronStandIn(folder, system, version);
  process.stderr.write(`simul: packed around a stand-in for Electron ${version}: what comes of it opens no window\n`);
  return `-c.electronDist=${folder}`;
}

/**
 * What lies around an archive of an app: the program that has the fuses, and the file that vouches for the archive.
 * Linux has no such file: Electron checks no archive there.
 * @param {string} archive
 * @returns {{ program: string, voucher: string | null }}
 */
function around(archive) {
  const resources = dirname(archive);
  const within = dirname(resources);
  const framework = join(within, 'Frameworks/Electron Framework.framework/Electron Framework');
  if (existsSync(framework)) return { program: framework, voucher: join(within, 'Info.plist') };
  const windows = join(within, `${configuration.productName}.exe`);
  return existsSync(windows) ? { program: windows, voucher: windows } : { program: join(within, name), voucher: null };
}

/**
 * Looks into an app that was packed: only what belongs, all that is needed, the fuses as they are wanted, and the sum of
 * the archive where the program looks for it.
 * @param {string} archive
 */
function faultsAround(archive) {
  const { program, voucher } = around(archive);
  const vouched = voucher === null || readFileSync(voucher).includes(headerHash(archive));
  return [
    ...faultsOf(readArchive(archive).keys()),
    ...fuseFaults(readFileSync(program), configuration.electronFuses),
    ...(vouched ? [] : [`${basename(voucher)} has no sum of this archive`]),
  ];
}

/** Looks into every app that was packed. */
function checkApps() {
  const folder = join(root, 'packages');
  const all = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const archives = all.filter((each) => basename(each) === 'app.asar');
  const faults = archives.flatMap((each) =>
    faultsAround(join(folder, each)).map((fault) => `packages/${each}: ${fault}`),
  );
  if (archives.length === 0) faults.push('packages: no app.asar was packed');
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

ensureOrExit();
/** @type {{ productName: string, electronFuses: Record<string, boolean> }} */
const configuration = JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8'));
/** @type {{ name: string }} */
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const given = process.argv.slice(2).filter((each) => each !== '--stand-in');
const standIn = process.argv.includes('--stand-in') ? [await layStandIn(systemOf(given))] : [];
await drawIcons(join(root, 'out/resources'));
const args = ['exec', '--yes', '--', BUILDER, '--config', 'electron-builder.json', ...given, ...standIn];
args.push(`-c.extraMetadata.homepage=${HOMEPAGE}`);
const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
checkApps();
report();
