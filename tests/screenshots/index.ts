/**
 * npm run screenshots -- --out DIR [--only NAME]: pictures of every program, mistake and panel, in headless Chromium.
 * npm run screenshots -- --compare BEFORE AFTER [--out DIR] [--tolerance 0.002]: how two folders of them differ.
 *
 * Pictures of one machine differ by a few pixels from run to run, far less than the tolerance, so that a change that
 * should change nothing can be held to it.
 * Exit code 1 is a difference, 2 bad input.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { workloads } from '../../electron/workloads/registry.ts';
import { findChromium } from '../support/chromium.ts';
import { compareFolders, isWithin, resultText } from './compare.ts';
import { scenesOf } from './scenes.ts';
import { takeScene } from './take.ts';

/** The share of a picture's pixels that may differ. */
const TOLERANCE = 0.002;

/** Paints whole tiles: edges that are painted in parts come out a shade different, depending on what was painted before. */
const REPEATABLE = ['--disable-partial-raster'];

/** What was asked for cannot be done; the message is one line. */
class UsageError extends Error {}

async function take(out: string, only: string): Promise<void> {
  const all = scenesOf(workloads);
  const scenes = all.filter(({ name }) => name.includes(only));
  if (scenes.length === 0) {
    throw new UsageError(`--only: ${only} is in no name of ${all.map(({ name }) => name).join(', ')}`);
  }
  mkdirSync(out, { recursive: true });
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args, ...REPEATABLE] });
  let count = 0;
  try {
    for (const [place, scene] of scenes.entries()) {
      process.stderr.write(`${String(place + 1).padStart(3)}/${scenes.length} ${scene.name}\n`);
      count += (await takeScene(browser, scene, out)).length;
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${count} pictures in ${out}\n`);
}

function compare([before, after, ...more]: readonly string[], out: string | undefined, tolerance: string): void {
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('--compare takes two folders: BEFORE AFTER');
  }
  for (const folder of [before, after]) {
    if (!existsSync(folder)) throw new UsageError(`--compare: there is no folder ${folder}`);
  }
  const limit = Number(tolerance);
  if (!(limit >= 0 && limit <= 1) || tolerance.trim() === '') {
    throw new UsageError(`--tolerance: ${tolerance} is not a number from 0 to 1`);
  }
  const folder = out ?? `${after.replace(/[\\/]+$/, '')}-differences`;
  let [count, failed] = [0, 0];
  for (const result of compareFolders(before, after, folder)) {
    count++;
    if (!isWithin(result, limit)) failed++;
    process.stdout.write(`${resultText(result)}\n`);
  }
  if (count === 0) throw new UsageError(`there are no pictures in ${before} and ${after}`);
  const where = failed > 0 ? `; where, is in ${folder}` : '';
  process.stdout.write(`${failed} of ${count} pictures are missing or differ by more than ${100 * limit} %${where}\n`);
  if (failed > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      compare: { type: 'boolean', default: false },
      tolerance: { type: 'string', default: String(TOLERANCE) },
    },
    allowPositionals: true,
  });
  if (values.compare) compare(positionals, values.out, values.tolerance);
  else if (positionals.length > 0) throw new UsageError(`what is ${positionals.join(' ')} for, without --compare?`);
  else if (values.out === undefined) throw new UsageError('--out DIR says where the pictures go');
  else await take(values.out, values.only);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`screenshots: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError || String(error).includes('ERR_PARSE_ARGS') ? 2 : 1;
}
