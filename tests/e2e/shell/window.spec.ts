/** The shell and its window, seen through the double of Electron. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desktop } from '../../double/desktop.ts';
import { expect, test as base } from '../app.ts';
import { dialogOf, startDesktop, windowOf } from '../desktop.ts';
import { Window } from '../window.ts';

/** A place for profiles and files, and a start of the app there. */
const test = base.extend<{ folder: string; start: (options?: Parameters<typeof startDesktop>[3]) => Promise<Started> }>(
  {
    // eslint-disable-next-line no-empty-pattern -- the fixture's first argument has to be a pattern
    folder: async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'simul-shell-'));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    start: async ({ browser, context, launchOptions, folder }, use) => {
      const started: Desktop[] = [];
      await use(async (options) => {
        const desktop = await startDesktop(browser, context, launchOptions, {
          profile: join(folder, 'profile'),
          ...options,
        });
        started.push(desktop);
        const app = new Window(await windowOf(context));
        await app.ready();
        return { desktop, app };
      });
      for (const desktop of started) await desktop.stop();
    },
  },
);

interface Started {
  readonly desktop: Desktop;
  readonly app: Window;
}

const first = async (desktop: Desktop) => (await desktop.order('windows'))[0]!;
const left = { id: 1, workArea: { x: 0, y: 25, width: 1440, height: 875 } };
const right = { id: 2, workArea: { x: 1440, y: 0, width: 1920, height: 1080 } };
const notice = (app: Window) => app.page.getByRole('alert');

test('the window is a sandbox that shows the page, and comes back where it was', async ({ start, folder }) => {
  const { desktop } = await start({ config: { displays: [left, right] } });
  const opened = await first(desktop);
  expect(opened).toMatchObject({ title: 'Simul', visible: true, focused: true, address: 'simul://app/' });
  expect(opened.bounds).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
  expect(opened.options).toMatchObject({ show: false, minWidth: 800, minHeight: 560, backgroundColor: '#f3ecdf' });
  await desktop.order('dark', true);
  expect((await first(desktop)).backgroundColor).toBe('#17110c');

  // Zoom and full screen are Electron's own; the keys are the menu's.
  const width = () => desktop.order('windows').then(([window]) => window!.zoomLevel);
  await desktop.order('press', 'CmdOrCtrl+Plus');
  expect(await width()).toBe(0.5);
  await desktop.order('press', 'CmdOrCtrl+0');
  expect(await width()).toBe(0);
  await desktop.order('press', process.platform === 'darwin' ? 'Ctrl+Cmd+F' : 'F11');
  expect((await first(desktop)).fullScreen).toBe(true);
  await desktop.order('place', { x: 1500, y: 40, width: 1000, height: 700 });
  expect(await desktop.stop()).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'profile/window.json'), 'utf8'))).toEqual({
    x: 1500, y: 40, width: 1000, height: 700, maximised: false, fullScreen: true,
  }); // prettier-ignore
});

test('a window whose display is gone opens on another one, and says so', async ({ start, folder, context }) => {
  mkdirSync(join(folder, 'profile'));
  const state = { x: 1500, y: 40, width: 1000, height: 700, maximised: true, fullScreen: false };
  writeFileSync(join(folder, 'profile/window.json'), JSON.stringify(state));
  const { desktop } = await start({ config: { displays: [left, right] } });
  expect(await first(desktop)).toMatchObject({ normalBounds: { x: 1500, y: 40 }, maximised: true, fullScreen: false });
  // While it runs, too.
  await desktop.order('displays', [left]);
  const { normalBounds } = await first(desktop);
  expect(normalBounds.x + 120).toBeLessThan(1440);
  await desktop.stop();
  await context.pages()[0]?.close();

  writeFileSync(join(folder, 'profile/window.json'), JSON.stringify(state));
  const again = await start({ config: { displays: [left] } });
  expect((await first(again.desktop)).normalBounds).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  await expect(notice(again.app)).toHaveText(/^The window opens here: its display is gone\./);
});

test('whatever is wrong with the profile is said in a line, and the window opens', async ({
  start,
  folder,
  context,
}) => {
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  writeFileSync(join(profile, 'window.json'), '{"x":');
  writeFileSync(join(profile, 'recent.json'), '{}');
  writeFileSync(join(folder, 'taken'), '');
  for (const [options, said] of [
    [
      { profile },
      /^The list of recent files is broken and begins anew: .*recent\.json\. The window opens in its usual place: .*window\.json is broken: it is no JSON\./,
    ],
    [
      { profile: join(folder, 'taken/profile') },
      /^Simul cannot keep its settings in .*taken\/profile \(.*\); nothing is remembered/,
    ],
    [{ config: { hasHome: false } }, /^Simul cannot keep its settings in its usual folder \(Failed to get/],
  ] as const) {
    const { desktop, app } = await start(options);
    await expect(notice(app)).toHaveText(said);
    await desktop.stop();
    await context.pages()[0]?.close();
  }
});

test('a page that crashes or hangs is told, and reloaded; its run is still there', async ({
  start,
  context,
  complaints,
}) => {
  const { desktop, app } = await start();
  // While the run is still computed the scrub bar grows under the pointer.
  await expect(app.synchronous.getByTestId('finish')).toHaveText(/12:00:00/);
  await app.scrubTo(0.5);
  await expect.poll(() => app.scrub.getAttribute('aria-valuenow')).not.toBe('0');
  const at = await app.scrub.getAttribute('aria-valuetext');

  for (const [happens, said, answers] of [
    ['crash', 'The page has crashed.', ['Reload', 'Quit']],
    ['hang', 'The page does not answer.', ['Reload', 'Wait']],
  ] as const) {
    const gone = context.pages()[0]!;
    await desktop.order(happens);
    const { id, options } = await dialogOf(desktop, 'message');
    expect(options).toMatchObject({ message: said, buttons: answers });
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      desktop.order('answer', id, { response: 0, checkboxChecked: false }),
    ]);
    const next = new Window(page);
    await next.ready();
    await expect(next.scrub).toHaveAttribute('aria-valuetext', at!);
    if (!gone.isClosed()) await gone.close();
  }
  // A page that answers again needs no question.
  await desktop.order('hang');
  await dialogOf(desktop, 'message');
  await desktop.order('recover');
  await expect.poll(() => desktop.order('dialogs')).toEqual([]);
  expect(complaints.splice(0)).toEqual(['the page crashed', 'the page crashed']);
});

test('the clock stands while the computer sleeps', async ({ start }) => {
  const { desktop, app } = await start();
  await app.button('Play').click();
  const at = () => app.scrub.getAttribute('aria-valuenow');
  await expect.poll(at).not.toBe('0');
  await desktop.order('power', 'suspend');
  // Two readings that are the same, some frames apart.
  await expect(async () => {
    const before = await at();
    await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await at()).toBe(before);
  }).toPass();
  await desktop.order('power', 'resume');
  const stood = await at();
  await expect.poll(at).not.toBe(stood);
});

test('what is being saved is saved, though the app is told to quit', async ({ start, folder }) => {
  const { desktop, app } = await start();
  const size = 48 * 2 ** 20;
  await app.page.evaluate((length) => {
    void window.simul!.saveFile({ name: 'large.csv', data: 'x'.repeat(length) });
  }, size);
  const { id } = await dialogOf(desktop, 'save');
  const filePath = join(folder, 'large.csv');
  await desktop.order('answer', id, { canceled: false, filePath });
  await desktop.order('quit').catch(() => {});
  expect(await desktop.ended).toBe(0);
  expect(readFileSync(filePath).length).toBe(size);
  expect(readdirSync(folder).toSorted()).toEqual(['large.csv', 'profile']);
});
