// npm run pack [-- --dir]: builds, draws the icon, and packs the app for this system with electron-builder, which is
// fetched for it: nothing else needs it. Arguments are electron-builder's. The last lines say how large the packages are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultsOf, readArchive } from './asar.mjs';
import { ensureOrExit, root } from './ensure.mjs';

const BUILDER = 'electron-builder@26.17.0';
const ICON_PX = 1024;

/** Draws the one icon there is, as large as every system wants it; electron-builder makes the other sizes of it. */
async function drawIcon() {
  const { findChromium } = await import(pathToFileURL(join(root, 'out/pack/chromium.js')).href);
  const { chromium } = await import('playwright-core');
  const svg = readFileSync(join(root, 'renderer/icon.svg'), 'utf8');
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({ viewport: { width: ICON_PX, height: ICON_PX } });
    await page.setContent(
      `<style>body { margin: 0 } svg { width: 100vw; height: 100vh; display: block }</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    mkdirSync(join(root, 'out/resources'), { recursive: true });
    writeFileSync(join(root, 'out/resources/icon.png'), png);
  } finally {
    await browser.close();
  }
}

function report() {
  const folder = join(root, 'packages');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const stat = statSync(join(folder, name));
    if (stat.isFile()) process.stdout.write(`${(stat.size / 2 ** 20).toFixed(1).padStart(8)} MB  ${name}\n`);
  }
}

/** Looks into what was packed: only what belongs, and all that is needed. */
function checkArchives() {
  const folder = join(root, 'packages');
  const all = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of all.filter((each) => each.endsWith('app.asar'))) {
    const faults = faultsOf(readArchive(join(folder, name)).keys());
    for (const fault of faults) process.stderr.write(`packages/${name}: ${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

ensureOrExit();
await drawIcon();
const args = ['exec', '--yes', '--', BUILDER, '--config', 'electron-builder.json', ...process.argv.slice(2)];
const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
checkArchives();
report();
