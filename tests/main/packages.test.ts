// What the packages are told to be, and how `npm run pack` judges what came of it. That electron-builder takes it, only
// packing can tell.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { headerHash } from '../../scripts/asar.mjs';
import { ensure, root } from '../../scripts/ensure.mjs';
import { fuseFaults } from '../../scripts/fuses.mjs';
import { icnsOf, icoOf } from '../../scripts/icons.mjs';
import { asarOf } from '../support/asar.ts';
import { fuseWire, writeElectronStandIn } from '../support/electron-stand-in.ts';
import { useFolder } from '../support/folder.ts';

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

const folder = useFolder();
/** The fuses above, in the order of the wire, between bytes of a program; the last two are as Electron has them. */
const program = (wire: Buffer) => Buffer.concat([Buffer.alloc(1000, 7), wire, Buffer.alloc(1000, 7)]);
const AS_WANTED = '010011001';

test('the fuses of a packed program are read back, and each one that is not as wanted is named', () => {
  const faults = (...wires: Buffer[]) => fuseFaults(program(Buffer.concat(wires)), configuration.electronFuses);
  expect(faults(fuseWire(AS_WANTED))).toEqual([]);
  expect(faults(fuseWire('010011011'))).toEqual(['the fuse grantFileProtocolExtraPrivileges is on, it must be off']);
  // A universal program has a wire for each processor.
  expect(faults(fuseWire(AS_WANTED), fuseWire('000011001'))).toEqual([
    'the fuse enableCookieEncryption is off, it must be on',
  ]);
  expect(faults(fuseWire('01r01'))).toEqual([
    'the fuse enableNodeOptionsEnvironmentVariable is not there, it must be off',
    'the fuse onlyLoadAppFromAsar is not there, it must be on',
    'the fuse grantFileProtocolExtraPrivileges is not there, it must be off',
  ]);
  const later = fuseWire(AS_WANTED);
  later[32] = 2;
  expect(faults(later)).toEqual(['the fuses are of version 2, not 1']);
  expect(faults(Buffer.from('a program'))).toEqual(['no fuses: this is no program of Electron']);
});

test.each([
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
  ['darwin', 'Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'],
] as const)('as it comes from its maker, no fuse of Electron for %s is as wanted', (system, path) => {
  const place = join(folder, system);
  writeElectronStandIn(place, system, '45.4.1');
  const faults = fuseFaults(readFileSync(join(place, path)), configuration.electronFuses);
  expect(faults.map((fault) => fault.split(' ')[2])).toEqual(Object.keys(FUSES));
});

test('the sum that vouches for an archive is that of its header alone', () => {
  const header = '{"files":{"out":{"files":{"a.js":{"size":3,"offset":"0"}}}}}';
  writeFileSync(join(folder, 'app.asar'), asarOf(new Map([['out/a.js', Buffer.from('one')]])));
  expect(headerHash(join(folder, 'app.asar'))).toBe(createHash('sha256').update(header).digest('hex'));
});

test('icons of Windows and macOS hold a picture a size', () => {
  const pictures = new Map([16, 128, 256, 1024].map((size) => [size, Buffer.from(`picture of ${size}`)]));
  const ico = icoOf(pictures);
  const ofIco = Array.from({ length: ico.readUInt16LE(4) }, (_, place) => {
    const at = 6 + 16 * place;
    const offset = ico.readUInt32LE(at + 12);
    return [ico[at], String(ico.subarray(offset, offset + ico.readUInt32LE(at + 8)))];
  });
  expect(ofIco).toEqual([[16, 'picture of 16'], [128, 'picture of 128'], [0, 'picture of 256']]); // prettier-ignore

  const icns = icnsOf(pictures);
  const ofIcns = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    ofIcns.push([icns.toString('latin1', at, at + 4), String(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))]);
  }
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  expect(ofIcns).toEqual([['ic07', 'picture of 128'], ['ic08', 'picture of 256'], ['ic10', 'picture of 1024']]); // prettier-ignore
});
