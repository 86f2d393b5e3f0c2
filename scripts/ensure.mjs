// Installs what is missing and builds what is stale, so that a fresh clone needs no other command. Nothing goes to
// standard output: it belongs to the program that is started afterwards. This file may import Node's modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
/** Everything the build reads. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'tests/bench',
  'tests/double',
  'tests/screenshots',
  'tests/support',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'svelte.config.js',
  'tsconfig.base.json',
  'scripts/compile.mjs',
  'scripts/licences.mjs',
];
const OUTPUTS = ['cli/index.js', 'main/index.js', 'preload/index.cjs', 'renderer/index.html'];
const STAMP = 'built-from';

/** A failure that one line explains. */
export class SetupError extends Error {}

/** @param {string} line */
function say(line) {
  process.stderr.write(`simul: ${line}\n`);
}

/** @param {string} version */
export function isOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * Names every source file with its size and time, folders too, so that a removed file counts.
 * @param {string} path
 * @param {string[]} lines
 */
function survey(path, lines) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    lines.push(path);
    for (const name of readdirSync(join(root, path)).sort()) survey(`${path}/${name}`, lines);
  } else {
    lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
  }
}

/** A fingerprint of all that the build reads: it changes when a file is edited, added or removed. */
function fingerprint() {
  /** @type {string[]} */
  const lines = [];
  for (const source of SOURCES) survey(source, lines);
  return createHash('sha1').update(lines.join('\n')).digest('hex');
}

/** @param {string} path */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** Whether node_modules holds just what package-lock.json asks for. Optional packages may be absent. */
export function isInstalled() {
  const wanted = readPackages('package-lock.json');
  // A published package has no lock file; whoever installed it installed the rest.
  if (wanted === null) return true;
  const found = readPackages('node_modules/.package-lock.json');
  if (found === null) return false;
  for (const [path, { version }] of Object.entries(found)) if (wanted[path]?.version !== version) return false;
  for (const [path, { optional, devOptional, link }] of Object.entries(wanted)) {
    if (path !== '' && !optional && !devOptional && !link && found[path] === undefined) return false;
  }
  return true;
}

export function isBuilt() {
  if (!existsSync(join(root, 'electron.vite.config.ts'))) return true;
  if (!OUTPUTS.every((output) => existsSync(join(root, 'out', output)))) return false;
  try {
    return readFileSync(join(root, 'out', STAMP), 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

/**
 * Runs a command with its output on standard error, but for stack traces: they help nobody who only wants to start.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    ...options,
  });
  if (error !== undefined) throw new SetupError(`cannot run ${command}: ${error.message}`);
  const lines = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(npm error)?\s+at /.test(line));
  if (status !== 0) process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  return status === 0;
}

function install() {
  say('installing packages (npm ci), once');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const done = npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
  if (!done) throw new SetupError('the packages could not be installed; see above, then try again');
}

function build() {
  say('building');
  const from = fingerprint();
  // As deep as out/, so that source maps point to the sources from there too.
  const fresh = `out-${process.pid}`;
  const old = `.simul/old-${process.pid}`;
  try {
    if (!run(process.execPath, ['scripts/compile.mjs'], { env: { ...process.env, SIMUL_OUT: fresh } })) {
      throw new SetupError('the build failed; see above');
    }
    mkdirSync(join(root, fresh), { recursive: true });
    writeFileSync(join(root, fresh, STAMP), from);
    if (existsSync(join(root, 'out'))) renameSync(join(root, 'out'), join(root, old));
    renameSync(join(root, fresh), join(root, 'out'));
  } finally {
    for (const folder of [fresh, old]) rmSync(join(root, folder), { recursive: true, force: true });
  }
}

/**
 * Brings node_modules and out/ up to date. Throws a SetupError if it cannot.
 * @param {{ only?: 'install', rebuild?: boolean }} [options] `only` leaves the build out, `rebuild` builds in any case
 */
export function ensure({ only, rebuild = false } = {}) {
  if (isOldNode(process.versions.node)) {
    throw new SetupError(`needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}`);
  }
  const wantsBuild = only !== 'install';
  if (!rebuild && isInstalled() && (!wantsBuild || isBuilt())) return;
  withLock(
    join(root, '.simul'),
    () => {
      if (!isInstalled()) install();
      if (wantsBuild && (rebuild || !isBuilt())) build();
    },
    () => say('waiting for another process that is installing or building'),
  );
}

/**
 * As `ensure`, for a script's first line: a failure is one line on standard error and exit code 1.
 * @param {Parameters<typeof ensure>[0]} [options]
 */
export function ensureOrExit(options) {
  try {
    ensure(options);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
