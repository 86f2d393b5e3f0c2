/** What the page's benchmark does with the app: opens, plays and scrubs programs of several sizes. */
import { setTimeout as later } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { LaneChoice, Pace } from '../../shared/protocol/calls.ts';
import { AppHost } from '../support/app-host.ts';
import { Caller } from '../support/caller.ts';
import type { Calibration } from './page-calibration.ts';
import type { Figures } from './page-figures.ts';
import { FIRST_BOARD, framesFor, noted, SCRUBS, SHOWS_ASKED, type FrameFigures, type Scrub } from './page-probes.ts';
import { timeSpent, TRACE_CATEGORIES, type TimelineEvent, type TimeSpent } from './page-trace.ts';

export const VIEWPORT = { width: 1280, height: 800 };
/** Wall milliseconds over which frames are counted, and over which Chromium records itself. */
const WATCH_MS = 4000;
const TRACE_MS = 1500;
const OPENINGS = 3;
const SCRUBS_PER_SECOND = 50;
const SCRUB_COUNT = 200;
/** How long the last scrubs may take until they are given up as unanswered, in looks of 20 ms. */
const ANSWER_LOOKS = 100;
/** Pairs of moves a game for which 24 boards make about a million events. */
const MILLION_PAIRS = 7000;

/** What the scenes work with. */
export interface Bench {
  readonly browser: Browser;
  readonly calibration: Calibration;
  readonly figures: Figures;
}

/** A program that plays while it is watched. */
export interface Played {
  readonly lanes: readonly LaneChoice[];
  readonly boards: number;
  readonly pairMoves: number;
  readonly pace: Pace;
  /** Whether the run is opened afresh at its end, so that host and page have to take all of it in again. */
  readonly afresh?: boolean;
  /** Whether the timeline lies over the stages as a full view. */
  readonly timeline?: boolean;
  /** The least share of the empty page's frames. */
  readonly goal: number;
}

/** A host with a page, and a caller who steers it. */
export interface Opened {
  readonly host: AppHost;
  readonly caller: Caller;
  readonly page: Page;
}

/** From the navigation to the first board, with nothing in the cache. */
export async function openings({ browser, calibration, figures }: Bench): Promise<void> {
  const host = await AppHost.start();
  const times: number[] = [];
  const jobMs = await calibration.paintingMs();
  for (let opening = 0; opening < OPENINGS; opening++) {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const page = await context.newPage();
    await page.addInitScript(FIRST_BOARD);
    await page.goto(host.address);
    times.push(await page.evaluate<number>(noted('window.firstBoardMs')));
    await context.close();
  }
  await host.stop();
  const worst = Math.max(...times);
  figures.add('median', median(times), 'ms', { ratio: { to: 'painting job', value: median(times) / jobMs } });
  figures.add(`worst of ${OPENINGS}`, worst, 'ms', { goal: { text: 'under 1500 ms', met: worst < 1500 } });
}

/** What a page costs on which nothing moves. */
export async function atRest({ browser, calibration, figures }: Bench): Promise<void> {
  await withPage(browser, async ({ host, page }) => {
    await later(500);
    const jobMs = await calibration.paintingMs();
    const spent = await recorded(browser, page, host.origin);
    const perSecond = (ms: number) => ms / (TRACE_MS / 1000);
    const ratio = (value: number) => ({ ratio: { to: 'painting job', value: value / jobMs } }) as const;
    figures.add('frames', perSecond(spent.frames), 'a second');
    figures.add('script', perSecond(spent.scriptMs), 'ms a second', ratio(perSecond(spent.scriptMs)));
    figures.add('layout, paint and canvases', perSecond(spent.paintMs), 'ms a second', ratio(perSecond(spent.paintMs)));
    figures.add('heap', await heapMegabytes(page), 'MB');
  });
}

/** Frames, tasks and time while a program plays. */
export async function playing({ browser, calibration, figures }: Bench, played: Played): Promise<void> {
  const { lanes, boards, pairMoves, pace, afresh = false, timeline = false, goal } = played;
  await withPage(browser, async ({ host, caller, page }) => {
    const params = { boards, pairMoves: { kind: 'constant', value: pairMoves } };
    const open = async () => {
      await caller.call('open', { scenario: { workload: 'exhibition', params }, lanes });
    };
    await open();
    await caller.call('setPace', { pace });
    await showCharts(page);
    if (timeline) await showTimeline(page);
    const jobMs = await calibration.paintingMs();
    const play = keepPlaying(caller, afresh ? open : null);
    // Half a second for what happens once.
    await page.evaluate(framesFor(500));
    await host.watch();
    const [found, empty] = await Promise.all([
      page.evaluate<FrameFigures>(framesFor(WATCH_MS)),
      calibration.frames(WATCH_MS),
    ]);
    const delay = await host.delay();
    const spent = await recorded(browser, page, host.origin);
    await play.stop();

    const share = found.framesPerSecond / empty.framesPerSecond;
    figures.add('frames', found.framesPerSecond, 'a second', {
      ratio: { to: 'empty page', value: share },
      // A display frame more or less at the end is no miss.
      goal: { text: `${goal} of an empty page's frames`, met: share >= goal - 0.02 },
    });
    const perFrame = (what: string, ms: number) => {
      const value = ms / Math.max(1, spent.frames);
      figures.add(what, value, 'ms a frame', { ratio: { to: 'painting job', value: value / jobMs } });
    };
    perFrame('script', spent.scriptMs);
    perFrame('layout, paint and canvases', spent.paintMs);
    perFrame('main thread in all', spent.busyMs);
    perFrame('raster, on other threads', spent.rasterMs);
    figures.add('longest task', found.longestTaskMs, 'ms', {
      ratio: { to: 'painting job', value: found.longestTaskMs / jobMs },
      goal: { text: 'none over 50 ms', met: found.longestTaskMs <= 50 },
    });
    figures.add('longest gap between frames', found.longestGapMs, 'ms', {
      ratio: { to: 'empty page', value: found.longestGapMs / empty.longestGapMs },
    });
    figures.add("host's loop late, p99", delay.p99, 'ms');
    figures.add('heap', await heapMegabytes(page), 'MB');
  });
}

/** Fifty scrubs a second over a run of a million events. */
export async function scrubs({ browser, calibration, figures }: Bench): Promise<void> {
  await withPage(browser, async ({ caller, page }) => {
    const params = { pairMoves: { kind: 'constant', value: MILLION_PAIRS } };
    await caller.call('open', { scenario: { workload: 'exhibition', params }, lanes: [{ model: 'asynchronous' }] });
    await caller.until(({ session }) => session?.lanes.length === 1);
    await caller.until(({ frame }) => frame !== null && frame.lanes[0]!.reached >= (frame.clock.endsAt ?? Infinity));
    const [lane] = caller.frame!.lanes;
    await showCharts(page);
    const bar = page.getByRole('slider', { name: 'Instant' });
    await bar.press('End');
    await page.getByTestId('finish').filter({ hasText: /\d/ }).first().waitFor();
    // The page has all events when it shows their end.
    await page.evaluate(noted(SHOWS_ASKED));
    await page.evaluate(SCRUBS);
    const box = (await bar.boundingBox())!;
    const y = box.y + box.height / 2;
    const xOf = (scrub: number) => box.x + 20 + ((scrub * 0.618034) % 1) * (box.width - 40);
    const emptyFrames = calibration.frames((SCRUB_COUNT / SCRUBS_PER_SECOND) * 1000);
    await page.mouse.move(xOf(0), y);
    await page.mouse.down();
    const moves: Promise<void>[] = [];
    const began = performance.now();
    for (let scrub = 1; scrub <= SCRUB_COUNT; scrub++) {
      await later(Math.max(0, began + (scrub * 1000) / SCRUBS_PER_SECOND - performance.now()));
      // The golden ratio's multiples come everywhere, and never near the place before.
      moves.push(page.mouse.move(xOf(scrub), y));
    }
    await Promise.all(moves);
    await page.mouse.up();
    const empty = await emptyFrames;
    let unanswered = 1;
    for (let look = 0; look < ANSWER_LOOKS && unanswered > 0; look++) {
      await later(20);
      unanswered = await page.evaluate<number>('window.unanswered');
    }
    const answers = await page.evaluate<Scrub[]>('window.scrubs');
    const late = answers.filter(({ frames }) => frames > 1).length + unanswered;
    const times = answers.map(({ ms }) => ms);
    const frameMs = 1000 / empty.framesPerSecond;
    const ratio = (ms: number) => ({ ratio: { to: 'empty page', value: ms / frameMs } }) as const;
    figures.add('events', lane!.from + lane!.count, '');
    figures.add('moves of the pointer', await page.evaluate<number>('window.moves'), `of ${SCRUB_COUNT}`);
    figures.add('instants asked for', answers.length + unanswered, '');
    figures.add('painted later than the next frame', late, `of ${answers.length + unanswered}`, {
      goal: { text: 'none late', met: late === 0 },
    });
    figures.add('median until it is painted', median(times), 'ms', ratio(median(times)));
    figures.add('worst', Math.max(...times), 'ms', ratio(Math.max(...times)));
    figures.add('heap', await heapMegabytes(page), 'MB');
  });
}

/** A host of its own with one page and one caller, for as long as `use` takes. */
export async function withPage(browser: Browser, use: (opened: Opened) => Promise<void>): Promise<void> {
  const host = await AppHost.start();
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(host.address);
    await page.getByTestId('boards').getByRole('button').first().waitFor();
    const caller = await Caller.open(host.socket, host.origin);
    await use({ host, caller, page });
    caller.close();
  } finally {
    await context.close();
    await host.stop();
  }
}

export async function showCharts(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('button', { name: /chart large/i }).waitFor();
}

async function showTimeline(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: 'Timeline' }).waitFor();
}

/** Plays, and from the start again whenever it comes to the end: the same run, or one that is opened anew. */
export function keepPlaying(caller: Caller, anew: (() => Promise<void>) | null): { stop(): Promise<void> } {
  let going = true;
  const done = (async () => {
    while (going) {
      const before = caller.frame?.packet ?? -1;
      await caller.call('play');
      await caller.until(({ frame }) => !going || (frame !== null && frame.packet > before && !frame.clock.playing));
      if (going && anew !== null) await anew();
    }
  })();
  return {
    async stop() {
      going = false;
      // The pause makes a frame, which ends the waiting.
      await caller.call('pause');
      await done;
    },
  };
}

/** Has Chromium record itself for a while, and says where the page's time went. */
async function recorded(browser: Browser, page: Page, address: string): Promise<TimeSpent> {
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await later(TRACE_MS);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: TimelineEvent[];
  };
  return timeSpent(traceEvents, address);
}

/** What the page's scripts hold, after a collection. */
export async function heapMegabytes(page: Page): Promise<number> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize / 2 ** 20;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
