// The icons of the packages, each drawn from the one SVG in the size that it is shown in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure.mjs';

const SIZES_PX = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Windows knows sizes up to this one. */
const ICO_MAX_PX = 256;
/** How macOS calls a PNG of a size. */
const ICNS = /** @type {const} */ ([
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** @typedef {ReadonlyMap<number, Buffer>} Pictures PNGs by their size in pixels. */

/** @returns {Promise<Pictures>} */
async function draw() {
  const { findChromium } = await import(pathToFileURL(join(root, 'out/pack/chromium.js')).href);
  const { chromium } = await import('playwright-core');
  const svg = readFileSync(join(root, 'renderer/icon.svg'), 'utf8');
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<style>body { margin: 0 } svg { width: 100vw; height: 100vh; display: block }</style>${svg}`,
    );
    /** @type {Map<number, Buffer>} */
    const drawn = new Map();
    for (const size of SIZES_PX) {
      await page.setViewportSize({ width: size, height: size });
      drawn.set(size, await page.screenshot({ omitBackground: true }));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

/**
 * An icon of Windows: a list of where each size is, then PNGs.
 * @param {Pictures} pictures
 */
export function icoOf(pictures) {
  const all = [...pictures].filter(([size]) => size <= ICO_MAX_PX);
  const head = Buffer.alloc(6 + 16 * all.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(all.length, 4);
  let offset = head.length;
  for (const [place, [size, png]] of all.entries()) {
    const at = 6 + 16 * place;
    // A byte each for width and height: 0 stands for 256.
    head.writeUInt8(size % ICO_MAX_PX, at);
    head.writeUInt8(size % ICO_MAX_PX, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...all.map(([, png]) => png)]);
}

/**
 * An icon of macOS: parts with a name and a length each, PNGs.
 * @param {Pictures} pictures
 */
export function icnsOf(pictures) {
  /** @type {(name: string, content: Buffer) => Buffer} */
  const part = (name, content) => {
    const head = Buffer.from(`${name}....`, 'latin1');
    head.writeUInt32BE(head.length + content.length, 4);
    return Buffer.concat([head, content]);
  };
  const parts = ICNS.flatMap(([size, name]) => {
    const png = pictures.get(size);
    return png === undefined ? [] : [part(name, png)];
  });
  return part('icns', Buffer.concat(parts));
}

/**
 * Draws the icons of every system into the folder where electron-builder looks for them.
 * @param {string} folder
 */
export async function drawIcons(folder) {
  const pictures = await draw();
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const [size, png] of pictures) writeFileSync(join(folder, `icons/${size}x${size}.png`), png);
  writeFileSync(join(folder, 'icon.ico'), icoOf(pictures));
  writeFileSync(join(folder, 'icon.icns'), icnsOf(pictures));
}
