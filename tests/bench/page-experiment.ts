/** Frames while an experiment is computed: what plays in the window against the same without the experiment. */
import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { linkOf } from '../../shared/saved/link.ts';
import type { LoopDelay } from '../support/app-host.ts';
import { framesFor, type FrameFigures } from './page-probes.ts';
import { keepPlaying, showCharts, withPage, type Bench, type Opened } from './page-scenes.ts';

/** Wall milliseconds over which frames are counted. */
const WATCH_MS = 4000;
const SPEED = 60;
/** Wall milliseconds after which an experiment has asked whether it may go on, if it does at all. */
const ASKED_MS = 3500;
/** How long all runs may take, wall milliseconds. */
const DONE_MS = 120_000;

/** A thousand runs that take some seconds longer than they are watched. */
const REPLICATIONS = 40;
const OVER = { path: 'boards', from: 10, to: 250, step: 10 };
const RUNS = 1000;

const LANES: readonly LaneChoice[] = [{ model: 'synchronous' }, { model: 'asynchronous' }];

interface Watched {
  readonly frames: FrameFigures;
  readonly empty: FrameFigures;
  readonly delay: LoopDelay;
}

/** Two lanes play; then the same beside a thousand runs, first with the sheet of the experiment shut, then open. */
export async function besideExperiment(bench: Bench): Promise<void> {
  const { browser, figures } = bench;
  await withPage(browser, async (opened) => {
    const { caller, page } = opened;
    await showCharts(page);
    await caller.call('open', { scenario: SCENARIO, lanes: LANES });
    await caller.call('setPace', { pace: { kind: 'speed', speed: SPEED } });
    const play = keepPlaying(caller, null);
    await page.evaluate(framesFor(500));
    const alone = await watched(bench, opened);
    tell(bench, 'alone', alone, alone);

    await begin(page);
    const began = performance.now();
    const sheet = page.getByRole('dialog', { name: /against boards/ });
    await confirm(sheet.getByRole('button', { name: 'Run it' }));
    tell(bench, 'sheet open', await watched(bench, opened), alone);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    tell(bench, 'sheet shut', await watched(bench, opened), alone);
    await page.keyboard.press('e');
    const standing = sheet.getByText(/^(This takes|Cancelled|Stopped|[\d,]+ runs)/);
    await standing.waitFor({ timeout: DONE_MS });
    const said = await standing.innerText();
    if (said !== `${RUNS.toLocaleString('en')} runs`) throw new Error(`the experiment is not done: ${said}`);
    figures.add(`until all ${RUNS.toLocaleString('en')} runs are there`, (performance.now() - began) / 1000, 's');
    await play.stop();
  });
}

const SCENARIO = { workload: 'exhibition', params: { boards: 24, opponent: { kind: 'exponential', mean: 55 } } };

/** Opens a run with an experiment beside it by a link, as somebody does who was sent one. */
async function begin(page: Page): Promise<void> {
  const experiment = {
    ...{ workload: SCENARIO.workload, params: SCENARIO.params, models: ['asynchronous'] },
    ...{ over: [OVER], replications: REPLICATIONS },
  };
  const link = await linkOf({ scenario: SCENARIO, lanes: LANES, at: 0, experiment } as never, {
    deflate: (bytes) => Promise.resolve(deflateRawSync(bytes)),
    inflate: () => Promise.reject(new Error('nothing is read here')),
  });
  await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
}

/** On a busy machine the experiment asks first. What happens once when it opens is over by then. */
async function confirm(asked: Locator): Promise<void> {
  try {
    await asked.waitFor({ timeout: ASKED_MS });
    await asked.click();
  } catch {
    // It runs.
  }
}

async function watched({ calibration }: Bench, { host, page }: Opened): Promise<Watched> {
  await host.watch();
  const [frames, empty] = await Promise.all([
    page.evaluate<FrameFigures>(framesFor(WATCH_MS)),
    calibration.frames(WATCH_MS),
  ]);
  return { frames, empty, delay: await host.delay() };
}

function tell({ figures }: Bench, how: string, { frames, empty, delay }: Watched, alone: Watched): void {
  const beside = how !== 'alone';
  const share = frames.framesPerSecond / alone.frames.framesPerSecond;
  figures.add(`${how}: frames`, frames.framesPerSecond, 'a second', {
    ratio: { to: 'empty page', value: frames.framesPerSecond / empty.framesPerSecond },
    ...(beside ? { goal: { text: `0.9 of the frames alone (${share.toFixed(2)})`, met: share >= 0.9 } } : {}),
  });
  figures.add(`${how}: longest task`, frames.longestTaskMs, 'ms', {
    goal: { text: 'none over 50 ms', met: frames.longestTaskMs <= 50 },
  });
  figures.add(`${how}: longest gap of frames`, frames.longestGapMs, 'ms', {
    ratio: { to: 'empty page', value: frames.longestGapMs / empty.longestGapMs },
  });
  figures.add(`${how}: host late, p99`, delay.p99, 'ms', {
    ...(beside ? { goal: { text: `within 4 ms of alone (${alone.delay.p99.toFixed(1)})`, met: delay.p99 <= alone.delay.p99 + 4 } } : {}), // prettier-ignore
  });
  figures.add(`${how}: host late, most`, delay.max, 'ms');
}
