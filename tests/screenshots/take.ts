/** Takes the pictures of a scene in a real Chromium, on the built app. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { decodePacket } from '../../shared/protocol/packet.ts';
import type { PacketHeader } from '../../shared/protocol/pushes.ts';
import { AppHost } from '../support/app-host.ts';
import { Caller } from '../support/caller.ts';
import { pictureName, type Arrangement, type Ends, type Look, type Scene } from './scenes.ts';

/** Wall milliseconds between two looks at a page that is to come to rest, and how many looks it has. */
const REST_MS = 250;
const LOOKS_MAX = 40;

/** The key that opens something in the window. Keys are a promise to those who use the app; classes and words are not. */
const KEYS: Readonly<Record<Arrangement, string>> = {
  charts: 'c',
  'large chart': 'c',
  listing: 'l',
  parameters: 'p',
  programs: 'o',
};

/**
 * Takes all pictures of a scene into a folder, and returns their names. The host is the scene's own, so that nothing is
 * left of the scene before.
 */
export async function takeScene(browser: Browser, scene: Scene, folder: string): Promise<string[]> {
  const host = await AppHost.start();
  try {
    const caller = await Caller.open(host.socket, host.origin);
    const answer = await caller.call('open', scene.opening);
    if (!answer.ok) throw new Error(`${scene.name} is refused: ${JSON.stringify(answer.problems)}`);
    const ends = await endsOf(caller);
    const names: string[] = [];
    for (const look of scene.looks)
      names.push(...(await takeLook(browser, { host, caller }, scene, look, ends, folder)));
    caller.close();
    return names;
  } finally {
    await host.stop();
  }
}

interface Opened {
  readonly host: AppHost;
  readonly caller: Caller;
}

/** Waits until all lanes have been computed. */
async function endsOf(caller: Caller): Promise<Ends> {
  await caller.until(({ frame }) => frame !== null && frame.lanes.every(({ status }) => status !== 'computing'));
  await caller.until(({ clock }) => clock !== null && clock.endsAt !== null);
  const last = caller.clock!.endsAt!;
  const spans = caller.frame!.lanes.map(({ makespan }) => makespan ?? last);
  return { first: Math.min(...spans), last };
}

async function takeLook(
  browser: Browser,
  { host, caller }: Opened,
  scene: Scene,
  look: Look,
  ends: Ends,
  folder: string,
): Promise<string[]> {
  const { width, height, theme } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    // The page follows the system until somebody chooses.
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    const has = follow(page);
    page.on('console', (message) => {
      if (message.type() === 'error') complain(scene, look, message.text());
    });
    page.on('pageerror', (error) => complain(scene, look, error.message));
    await holdScriptsForFonts(page);
    await page.goto(host.address);
    await has(caller);
    if (theme === 'projector') await chooseProjector(page);
    const names: string[] = [];
    for (const instant of scene.instants) {
      const at = instant.at(ends);
      await caller.call('seek', { at });
      await caller.until(({ clock }) => clock?.at === at);
      await has(caller);
      if (scene.arrangement !== null && names.length === 0) await arrange(page, scene.arrangement);
      const name = pictureName(scene, instant, look);
      writeFileSync(join(folder, name), await atRest(page, name));
      names.push(name);
    }
    return names;
  } finally {
    await context.close();
  }
}

/** Listens to what a page is sent. The answer waits until the page has what a caller has: all events, and the instant. */
function follow(page: Page): (caller: Caller) => Promise<void> {
  let last: PacketHeader | null = null;
  let look = (): void => {};
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') return;
      last = decodePacket(Uint8Array.from(payload)).header;
      look();
    }),
  );
  return ({ frame }) =>
    new Promise((settle) => {
      look = () => {
        if (last !== null && frame !== null && standing(last) === standing(frame)) settle();
      };
      look();
    });
}

/** How far a frame has come: where the clock stands and how many events each lane has by then. */
function standing({ clock, lanes }: PacketHeader): string {
  return JSON.stringify([clock.at, lanes.map(({ from, count }) => from + count)]);
}

/**
 * Loads every font before the app's scripts: charts measure their labels once, and come out by some pixels different
 * with the font that stands in.
 */
async function holdScriptsForFonts(page: Page): Promise<void> {
  await page.route(/\.js$/, async (route) => {
    await page.evaluate(`(async () => {
      while (document.fonts.size === 0) await new Promise((settle) => setTimeout(settle, 10));
      await Promise.all([...document.fonts].map((font) => font.load()));
      return null;
    })()`);
    await route.continue();
  });
}

async function chooseProjector(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Projector', exact: true }).click();
  await page.getByRole('menuitemradio').first().waitFor({ state: 'detached' });
}

/** Opens what is to be open. Some windows are large enough for charts to be there by themselves. */
async function arrange(page: Page, arrangement: Arrangement): Promise<void> {
  const enlarge = page.getByRole('button', { name: /chart large/i }).first();
  const charts = KEYS[arrangement] === KEYS.charts;
  // Their code may still be on its way.
  const opened = charts && (await page.getByRole('button', { name: /^charts$/i, pressed: true }).isVisible());
  if (!opened) await page.keyboard.press(KEYS[arrangement]);
  if (charts) await enlarge.waitFor();
  else if (arrangement === 'programs') await page.getByRole('dialog').waitFor();
  else await page.getByRole('button', { name: new RegExp(`^${arrangement}$`, 'i'), pressed: true }).waitFor();
  if (arrangement === 'large chart') {
    await enlarge.click();
    await page.getByRole('dialog').waitFor();
  }
}

/** A picture of the page once it does not change any more: charts and what is read out come later than the stage. */
async function atRest(page: Page, name: string): Promise<Buffer> {
  // Where the pointer lies nothing says anything; what a menu gave the focus back to is left alone.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.matches("[role=dialog] *") || document.activeElement?.blur()');
  let before: Uint8Array | null = null;
  for (let look = 0; look < LOOKS_MAX; look++) {
    await later(REST_MS);
    await page.evaluate(
      'new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(() => settle(null))))',
    );
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (before !== null && now.equals(before)) return now;
    before = now;
  }
  throw new Error(`${name} does not come to rest`);
}

function complain({ name }: Scene, { width, height, theme }: Look, what: string): void {
  process.stderr.write(`  ${name} at ${width}x${height}, ${theme}: ${what}\n`);
}
