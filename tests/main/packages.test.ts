// What the packages are told to be. That electron-builder takes it, only packing can tell.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensure, root } from '../../scripts/ensure.mjs';

interface Configuration {
  readonly files: readonly string[];
  readonly asar: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly linux: { readonly target: readonly string[] };
  readonly win: { readonly target: readonly string[] };
  readonly mac: { readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[] };
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const configuration = JSON.parse(read('electron-builder.json')) as Configuration;

beforeAll(() => ensure(), 120_000);

/** The fuses as the app wants them: what is burnt in so cannot be asked for by a switch or a variable. */
const FUSES: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

test('19. Check which fuses you can change', () => {
  const holds = ({ asar, electronFuses }: Pick<Configuration, 'asar' | 'electronFuses'>) =>
    asar && Object.entries(FUSES).every(([name, value]) => electronFuses[name] === value);
  expect(holds(configuration)).toBe(true);
  for (const name of Object.keys(FUSES)) {
    const { [name]: _, ...others } = configuration.electronFuses;
    expect(holds({ asar: true, electronFuses: others }), `without ${name}`).toBe(false);
    expect(holds({ asar: true, electronFuses: { ...others, [name]: !FUSES[name] } }), `the other ${name}`).toBe(false);
  }
});

test('three systems get what they are used to, and open scenarios', () => {
  const { linux, mac, win, fileAssociations } = configuration;
  expect([linux.target, win.target, mac.target]).toEqual([
    ['AppImage', 'deb'], ['nsis', 'zip'], [{ target: 'dmg', arch: ['universal'] }],
  ]); // prettier-ignore
  expect(fileAssociations.map(({ ext }) => ext)).toEqual(['simul.json']);
});

test('a package holds the shell and the page, no maps of sources and no packages of its own', () => {
  expect(configuration.files).toEqual([
    'out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!node_modules/**', '!**/*.map',
  ]); // prettier-ignore
  // So the shell and its threads may import nothing but Electron and Node.
  const code = readdirSync(join(root, 'out/main'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.endsWith('.map'),
  );
  expect(code.filter((name) => !name.includes('-')).toSorted()).toEqual(['entry', 'entry/worker.js', 'index.js']);
  const imported = code
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...read(`out/main/${name}`).matchAll(/^import\b.*?from "([^"]+)";$|^import "([^"]+)";$|\bimport\("([^"]+)"\)/gm),
    ]);
  const names = imported.map(([, ...found]) => found.find(Boolean)!).filter((name) => !/^(node:|\.)/.test(name));
  expect([...new Set(names)].filter((name) => !builtinModules.includes(name))).toEqual(['electron']);
});
