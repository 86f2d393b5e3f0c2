/**
 * A stand-in for Electron's program and what lies around it, laid out as its archives are, with the wire of fuses as it
 * comes from the maker. So electron-builder can be seen packing where the program cannot be had. It opens no window.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SENTINEL } from '../../scripts/fuses.mjs';
import { asarOf } from './asar.ts';
import { windowsProgram } from './windows-program.ts';

export type Platform = 'darwin' | 'linux' | 'win32';

/** Run as Node, no encryption of cookies, ...: what Electron is before anybody flips a fuse. */
const AS_MADE = '101100010';

/** A wire of fuses: '1' is on, '0' off. */
export function fuseWire(states: string): Buffer {
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, states.length]), Buffer.from(states)]);
}

const script = Buffer.from('#!/bin/sh\necho "a stand-in for Electron: it opens no window" >&2\nexit 1\n');
const program = Buffer.concat([script, fuseWire(AS_MADE), Buffer.from('\n')]);
const defaultApp = asarOf(new Map([['package.json', Buffer.from('{"name":"electron","main":"main.js"}')]]));
const LOCALES = ['de', 'en-US', 'fr'];

/** Files that have to be there and that nobody reads. */
function filled(names: readonly string[]): [string, string][] {
  return names.map((name) => [name, `a stand-in for ${name}\n`]);
}

function linux(): [string, Buffer | string][] {
  return [
    ['electron', program],
    ['resources/default_app.asar', defaultApp],
    ...filled([
      'chrome-sandbox', 'chrome_100_percent.pak', 'chrome_200_percent.pak', 'chrome_crashpad_handler', 'icudtl.dat',
      'libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1', 'resources.pak',
      'snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json',
    ]), // prettier-ignore
    ...filled(LOCALES.map((name) => `locales/${name}.pak`)),
  ];
}

function windows(version: string): [string, Buffer | string][] {
  return [
    ['electron.exe', windowsProgram(version, fuseWire(AS_MADE))],
    ['resources/default_app.asar', defaultApp],
    ...filled([
      'chrome_100_percent.pak', 'chrome_200_percent.pak', 'd3dcompiler_47.dll', 'ffmpeg.dll', 'icudtl.dat',
      'libEGL.dll', 'libGLESv2.dll', 'resources.pak', 'snapshot_blob.bin', 'v8_context_snapshot.bin',
      'vk_swiftshader.dll', 'vk_swiftshader_icd.json', 'vulkan-1.dll',
    ]), // prettier-ignore
    ...filled(LOCALES.map((name) => `locales/${name}.pak`)),
  ];
}

function mac(version: string): [string, Buffer | string][] {
  const contents = 'Electron.app/Contents';
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);
  return [
    [`${contents}/Info.plist`, plist('Electron', 'com.github.Electron', version)],
    [`${contents}/MacOS/Electron`, script],
    [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, program],
    [`${contents}/Resources/default_app.asar`, defaultApp],
    ...filled([`${contents}/Resources/electron.icns`, `${contents}/PkgInfo`]),
    ...filled(['en', 'de'].map((name) => `${contents}/Resources/${name}.lproj/locale.pak`)),
    ...helpers.flatMap((name): [string, Buffer | string][] => {
      const place = `${contents}/Frameworks/${name}.app/Contents`;
      return [
        [`${place}/Info.plist`, plist(name, 'com.github.Electron.helper', version)],
        [`${place}/MacOS/${name}`, script],
      ];
    }),
  ];
}

function plist(name: string, id: string, version: string): string {
  const entries = {
    CFBundleExecutable: name, CFBundleName: name, CFBundleDisplayName: name, CFBundleIdentifier: id,
    CFBundlePackageType: 'APPL', CFBundleVersion: version, CFBundleShortVersionString: version,
    CFBundleIconFile: 'electron.icns',
  }; // prettier-ignore
  const lines = Object.entries(entries).map(([key, value]) => `  <key>${key}</key>\n  <string>${value}</string>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>\n${lines.join('')}</dict>\n</plist>\n`;
}

/** Writes the stand-in of a version for a system into a folder, which is made anew. */
export function writeElectronStandIn(folder: string, platform: Platform, version: string): void {
  rmSync(folder, { recursive: true, force: true });
  const files = platform === 'linux' ? linux() : platform === 'win32' ? windows(version) : mac(version);
  files.push(...filled(['LICENSE', 'LICENSES.chromium.html']), ['version', version]);
  for (const [path, content] of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { mode: 0o755 });
  }
}
