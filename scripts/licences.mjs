// Writes down the licences of all that is shipped, beside the page: what the build put into the page, what Node runs
// from, and Electron. A plugin of Vite's, for nobody else knows what a build has put in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** @param {string} path */
function json(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/**
 * The folder of the package a file belongs to, from the repository's root; null for a file of no package.
 * @param {string} file
 */
export function packageOf(file) {
  const found = /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/').split('?')[0] ?? '');
  const start = found?.[0].indexOf('node_modules/') ?? -1;
  return found === null ? null : found[0].slice(start);
}

/** The folders of packages that the program needs when it runs. */
function neededToRun() {
  const packages = Object.entries(json('package-lock.json').packages);
  return packages.filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional).map(([path]) => path);
}

/**
 * @param {string} folder
 * @returns {Licence}
 */
function licenceOf(folder) {
  const { name, version, license } = json(`${folder}/package.json`);
  const file = readdirSync(join(root, folder)).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file === undefined ? `${license}` : readFileSync(join(root, folder, file), 'utf8').trim();
  // Who names no licence in package.json names it in the first line of the text.
  const [title = ''] = text.split('\n');
  return { name, version, licence: license ?? title.replace(/^The |,? Licen[cs]e.*$/gi, ''), text };
}

/**
 * @param {Iterable<string>} files what the page is made of
 * @returns {{ version: string, packages: Licence[] }}
 */
export function licencesOf(files) {
  const inPage = [...files].flatMap((file) => packageOf(file) ?? []);
  const folders = new Set([...inPage, ...neededToRun(), 'node_modules/electron']);
  const packages = [...folders].map(licenceOf).sort((one, other) => (one.name < other.name ? -1 : 1));
  return { version: json('package.json').version, packages };
}

/** @returns {import('vite').Plugin} */
export function licences() {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const source = JSON.stringify(licencesOf(this.getModuleIds()));
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}
