/**
 * npm run bench:page [-- --json FILE] [--only NAME]: the page in a real Chromium, on the built app, against its goals.
 *
 * Whatever else the machine does takes part. So frames are set against those of an empty page in the same browser at
 * the same time, and wall milliseconds against a fixed piece of painting; ratios of two machines can be compared,
 * figures cannot. The table goes to standard output, what is being done to standard error.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import type { LaneChoice, Pace } from '../../shared/protocol/calls.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import { findChromium } from '../support/chromium.ts';
import type { PageOptions } from './command-line.ts';
import { behind } from './page-behind.ts';
import { Calibration } from './page-calibration.ts';
import { besideExperiment } from './page-experiment.ts';
import { Figures } from './page-figures.ts';
import { atRest, openings, playing, scrubs, VIEWPORT, type Bench } from './page-scenes.ts';

/** Pairs of moves on all boards together, for a run that takes its time at full speed. */
const LONG_PAIRS = 240_000;
const CALIBRATION_MS = 2000;

const TWO: readonly LaneChoice[] = [{ model: 'synchronous' }, { model: 'asynchronous' }];
const FOUR: readonly LaneChoice[] = [...TWO, { model: 'threads', workers: 12 }, { model: 'processes', workers: 12 }];
const FASTEST: Pace = { kind: 'fastest' };
const at = (speed: number): Pace => ({ kind: 'speed', speed });

const SCENES: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'first board painted': openings,
  '2 x 24 boards at rest': atRest,
  '2 x 24 boards, 60x': (bench) => playing(bench, { lanes: TWO, boards: 24, pairMoves: 30, pace: at(60), goal: 1 }),
  '2 x 24 boards, 60x, timeline open': (bench) =>
    playing(bench, { lanes: TWO, boards: 24, pairMoves: 30, pace: at(60), timeline: true, goal: 1 }),
  '2 x 24 boards, as fast as possible': (bench) =>
    playing(bench, { lanes: TWO, boards: 24, pairMoves: LONG_PAIRS / 24, pace: FASTEST, afresh: true, goal: 1 }),
  '4 x 240 boards, 60x': (bench) => playing(bench, { lanes: FOUR, boards: 240, pairMoves: 30, pace: at(60), goal: 0.5 }), // prettier-ignore
  '4 x 240 boards, as fast as possible': (bench) =>
    playing(bench, { lanes: FOUR, boards: 240, pairMoves: LONG_PAIRS / 240, pace: FASTEST, afresh: true, goal: 0.5 }),
  '2 x 10,000 boards, 1,000x': (bench) =>
    playing(bench, { lanes: TWO, boards: 10_000, pairMoves: 5, pace: at(1000), goal: 0.5 }),
  '2 x 24 boards, 60x, beside an experiment of 1,000 runs': besideExperiment,
  'a million events, 50 scrubs a second': scrubs,
  'twenty million events, 100,000x': behind,
};

/** Measures everything, prints a table, and writes it down where --json says. */
export async function pageBenchmark({ json, only }: PageOptions): Promise<void> {
  const scenes = Object.entries(SCENES).filter(([name]) => name.includes(only));
  if (scenes.length === 0) {
    throw new InputError([problem('--only', only, `a part of ${Object.keys(SCENES).join('; ')}`)]);
  }
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  const began = performance.now();
  const machine = { chromium: browser.version(), cores: cpus().length, loadBefore: loadavg()[0]! };
  print(`Chromium ${machine.chromium}, headless, no GPU: everything is painted by the processor`);
  print(`${machine.cores} cores, load ${machine.loadBefore.toFixed(1)} before the first measurement`);
  const figures = new Figures(print);
  try {
    const calibration = await Calibration.open(browser, VIEWPORT);
    figures.begin('this machine');
    const empty = await calibration.frames(CALIBRATION_MS);
    figures.add('an empty page', empty.framesPerSecond, 'frames a second');
    figures.add('the painting job', await calibration.paintingMs(), 'ms');
    for (const [name, run] of scenes) {
      process.stderr.write(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${name}\n`);
      figures.begin(name);
      await run({ browser, calibration, figures });
    }
  } finally {
    await browser.close();
  }
  const loadAfter = loadavg()[0]!;
  const seconds = Math.round((performance.now() - began) / 1000);
  print(`\n${seconds} s; load ${loadAfter.toFixed(1)} after the last measurement`);
  if (json !== undefined) {
    const written = { machine: { ...machine, loadAfter }, seconds, figures: figures.all };
    writeFileSync(json, `${JSON.stringify(written, null, 2)}\n`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
