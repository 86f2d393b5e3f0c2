// A lock between processes. The lock is a folder that names its owner; a folder is renamed into place whole, so that
// it is never there without an owner. A lock whose owner has died is moved aside, to a name made of the owner's token:
// that move works once only, so two waiting processes cannot both break it and then take each other's lock.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A lock older than this is broken even if some process with its owner's number is alive. */
const OLDEST_MS = 60 * 60_000;
const PAUSE_MS = 100;

/** @param {number} ms */
function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Who holds the lock, or null if nobody does.
 * @param {string} held
 * @returns {{ token: string, pid: number, host: string, ageMs: number } | null}
 */
function ownerOf(held) {
  try {
    const owner = JSON.parse(readFileSync(join(held, 'owner.json'), 'utf8'));
    return { ...owner, ageMs: Date.now() - statSync(held).mtimeMs };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {NonNullable<ReturnType<typeof ownerOf>>} owner */
function isStale(owner) {
  return owner.ageMs > OLDEST_MS || (owner.host === hostname() && !isAlive(owner.pid));
}

/**
 * Removes what broken and interrupted processes left, once nobody can still be about to rename it.
 * @param {string} folder
 */
function sweep(folder) {
  for (const name of readdirSync(folder).filter((name) => name !== 'lock')) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > OLDEST_MS) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Runs `job` while no other process runs one under the same folder, and returns what it returns.
 * @template T
 * @param {string} folder where the lock lives; created if need be
 * @param {() => T} job
 * @param {() => void} [onWait] called once if another process holds the lock
 * @returns {T}
 */
export function withLock(folder, job, onWait = () => {}) {
  const token = `${process.pid}-${process.hrtime.bigint()}`;
  const held = join(folder, 'lock');
  const mine = join(folder, `mine-${token}`);
  let waited = false;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, 'owner.json'), JSON.stringify({ token, pid: process.pid, host: hostname() }));
  for (;;) {
    try {
      renameSync(mine, held);
      break;
    } catch (error) {
      const owner = ownerOf(held);
      if (owner === null) {
        const { code } = /** @type {NodeJS.ErrnoException} */ (error);
        if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
      } else if (isStale(owner)) {
        try {
          renameSync(held, join(folder, `dead-${owner.token}`));
        } catch {
          // Another process was faster.
        }
        continue;
      } else if (!waited) {
        waited = true;
        onWait();
      }
      pause(PAUSE_MS);
    }
  }
  try {
    return job();
  } finally {
    if (ownerOf(held)?.token === token) rmSync(held, { recursive: true, force: true });
    sweep(folder);
  }
}
