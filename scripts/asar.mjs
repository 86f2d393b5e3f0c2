// Archives as Electron reads them: a header that lists the files, then their contents one behind the other.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What may be in the app's archive; anything else was packed by mistake. */
const BELONGS = [
  /^package\.json$/,
  /^out\/main\/([\w-]+|entry\/worker)\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index\.html|licences\.json|manifest\.json)$/,
  /^out\/renderer\/assets\/[\w-]+\.(js|css|woff2|svg)$/,
];
/** What has to be there for the app to start and to make experiments. */
const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/sweep-worker.js',
  'out/main/entry/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** @typedef {{ files?: Record<string, Entry>, size?: number, offset?: string, unpacked?: boolean }} Entry */

/**
 * The files of an archive by their paths, with their contents.
 * @param {string} path
 * @returns {Map<string, Buffer>}
 */
export function readArchive(path) {
  const bytes = readFileSync(path);
  const begins = 8 + bytes.readUInt32LE(4);
  /** @type {Entry} */
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  /** @type {Map<string, Buffer>} */
  const found = new Map();
  /** @type {(entry: Entry, path: string) => void} */
  const walk = ({ files, size = 0, offset = '0' }, place) => {
    if (files === undefined) found.set(place, bytes.subarray(begins + Number(offset), begins + Number(offset) + size));
    else for (const [name, each] of Object.entries(files)) walk(each, place === '' ? name : `${place}/${name}`);
  };
  walk(header, '');
  return found;
}

/**
 * The sum of an archive that Electron compares before it reads from it: of the header, which has the sums of the files.
 * @param {string} path
 */
export function headerHash(path) {
  const bytes = readFileSync(path);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12));
  return createHash('sha256').update(header).digest('hex');
}

/**
 * Writes the files of an archive into a folder.
 * @param {ReadonlyMap<string, Buffer>} files
 * @param {string} folder
 */
export function unpack(files, folder) {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * What is wrong with the content of the app's archive, a line each.
 * @param {Iterable<string>} paths
 */
export function faultsOf(paths) {
  const all = new Set(paths);
  return [
    ...[...all]
      .filter((path) => !BELONGS.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong`),
    ...NEEDED.filter((path) => !all.has(path)).map((path) => `${path} is missing`),
  ];
}
