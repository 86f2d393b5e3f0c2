/** Files, menus and second starts, seen through the double of Electron. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Desktop } from '../../double/desktop.ts';
import type { MenuEntry } from '../../double/menu.ts';
import { expect, test as base } from '../app.ts';
import { dialogOf } from '../desktop.ts';

const scenario = (boards: number) =>
  JSON.stringify({
    simul: 1,
    scenario: { workload: 'exhibition', params: { boards } },
    lanes: [{ model: 'asynchronous' }],
    at: 0,
  });

const test = base.extend<{ folder: string }>({
  folder: [
    // eslint-disable-next-line no-empty-pattern -- the fixture's first argument has to be a pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'simul-files-'));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    {},
  ],
  desktopOptions: async ({ folder }, use) => {
    await use({ profile: join(folder, 'profile') });
  },
});

const recording = JSON.stringify({ traceEvents: [{ ph: 'X', pid: 1, tid: 7, ts: 0, dur: 2e6 }] });

const labels = (entries: readonly MenuEntry[]) => entries.map(({ label, role }) => label || role);

test('scenarios are saved, opened, and remembered; a file that is gone is said and forgotten', async ({
  app,
  desktop,
  folder,
}) => {
  const path = join(folder, 'mine.simul.json');
  await desktop.order('press', 'CmdOrCtrl+S');
  const save = await dialogOf(desktop, 'save');
  expect(save.options).toEqual({ defaultPath: 'exhibition.simul.json' });
  await desktop.order('answer', save.id, { canceled: false, filePath: path });
  await expect(app.page.getByTestId('said')).toHaveText(/^Saved /);
  const saved = JSON.parse(readFileSync(path, 'utf8')) as { scenario: { params: object } };
  saved.scenario.params = { boards: 7 };
  writeFileSync(path, JSON.stringify(saved));

  await desktop.order('press', 'CmdOrCtrl+O');
  const open = await dialogOf(desktop, 'open');
  expect(open.options).toEqual({
    properties: ['openFile'],
    filters: [{ name: 'Scenario', extensions: ['json', 'png', 'svg'] }],
  });
  await desktop.order('answer', open.id, { canceled: false, filePaths: [path] });
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(7);

  const recent = async () => (await desktop.order('menu'))[0]!.submenu.find(({ label }) => label === 'Open Recent')!;
  expect(labels((await recent()).submenu)).toEqual([path, null, 'Clear Recent']);
  expect((await desktop.order('app')).recent).toEqual([path]);
  writeFileSync(path, JSON.stringify({ ...saved, scenario: { ...saved.scenario, params: { boards: 5 } } }));
  await desktop.order('choose', 'File', 'Open Recent', path);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(5);

  rmSync(path);
  await desktop.order('choose', 'File', 'Open Recent', path);
  await expect(app.page.getByRole('alert')).toContainText(`${path} cannot be opened: the file is no longer there`);
  expect(labels((await recent()).submenu)).toEqual(['No files yet']);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(5);

  // Nothing happens where nothing is chosen, and what cannot be written is said.
  await desktop.order('press', 'CmdOrCtrl+O');
  await desktop.order('answer', (await dialogOf(desktop, 'open')).id, { canceled: true, filePaths: [] });
  await desktop.order('press', 'CmdOrCtrl+S');
  const nowhere = join(folder, 'no/such/folder.json');
  await desktop.order('answer', (await dialogOf(desktop, 'save')).id, { canceled: false, filePath: nowhere });
  await expect(app.page.getByRole('alert')).toContainText('no/such');
});

test('a file is opened by the system, and by a second start, which ends at once', async ({ app, desktop, folder }) => {
  for (const [boards, name] of [[9, 'nine.simul.json'], [11, 'eleven.json']] as const) writeFileSync(join(folder, name), scenario(boards)); // prettier-ignore
  expect(await desktop.order('openFile', join(folder, 'nine.simul.json'))).toBe(true);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(9);

  await desktop.order('minimise');
  const profile = join(folder, 'profile');
  const second = Desktop.start({ profile, args: [join(folder, 'eleven.json')] });
  expect(await second.ended).toBe(0);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(11);
  expect(await desktop.order('windows')).toMatchObject([{ minimised: false, focused: true }]);
  expect((await desktop.order('app')).recent.map((path) => basename(path))).toEqual(['eleven.json', 'nine.simul.json']);

  // The recording of another program opens in the same ways.
  const sheet = app.page.getByRole('dialog', { name: /^Recording of / });
  const crawl = join(folder, 'crawl.json');
  writeFileSync(crawl, recording);
  expect(await Desktop.start({ profile, args: [crawl] }).ended).toBe(0);
  await expect(sheet).toContainText('1 track, 1 event');
  expect(await app.page.title()).toBe('crawl.json – Simul');
  for (const open of [
    () => desktop.order('openFile', crawl),
    () => desktop.order('choose', 'File', 'Open Recent', crawl),
    async () => {
      await desktop.order('press', 'CmdOrCtrl+O');
      const { id } = await dialogOf(desktop, 'open');
      return desktop.order('answer', id, { canceled: false, filePaths: [crawl] });
    },
  ]) {
    await app.page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await open();
    await expect(sheet).toBeVisible();
  }
  await app.page.keyboard.press('Escape');

  // Without a path the window just comes to the front.
  await desktop.order('minimise');
  expect(await Desktop.start({ profile }).ended).toBe(0);
  await expect.poll(async () => (await desktop.order('windows'))[0]!.minimised).toBe(false);
  await desktop.order('activate');
  expect(await desktop.order('windows')).toHaveLength(1);
});

base.describe('started with a file', () => {
  test.use({
    desktopOptions: async ({ folder }, use) => {
      const path = join(folder, 'six.simul.json');
      writeFileSync(path, scenario(6));
      await use({ profile: join(folder, 'profile'), args: [path] });
    },
  });

  test('the app opens it', async ({ app }) => {
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(6);
  });
});

test('a scenario that is dropped on the window is opened, and the window stays on the page', async ({
  app,
  desktop,
}) => {
  const data = await app.page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.simul.json', { type: 'application/json' }));
    return transfer;
  }, scenario(8));
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await app.page.dispatchEvent('body', type, { dataTransfer: data });
  }
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(8);
  const [window] = await desktop.order('windows');
  expect(window).toMatchObject({ preferences: { navigateOnDragDrop: false }, address: 'simul://app/' });
});

test('the menu opens and shuts the parts of the page, and says what the program is', async ({ app, desktop }) => {
  const { page } = app;
  await desktop.order('press', 'CmdOrCtrl+Shift+P');
  await expect(app.button('Parameters')).toHaveAttribute('aria-pressed', 'true');
  await desktop.order('press', 'CmdOrCtrl+Shift+P');
  await expect(app.button('Parameters')).toHaveAttribute('aria-pressed', 'false');
  await desktop.order('press', 'CmdOrCtrl+Shift+O');
  await expect(page.getByRole('dialog', { name: 'Programs' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const [label, theme] of [
    ['Projector', 'projector'],
    ['Dark', 'dark'],
    ['As the System', 'light'],
  ] as const) {
    // prettier-ignore
    await desktop.order('choose', 'View', 'Theme', label);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  // The system's theme is followed while the page is open.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await desktop.order('choose', 'help', 'About Simul');
  const about = page.getByRole('dialog', { name: 'About Simul' });
  await expect(about).toContainText(/Version \d+\.\d+\.\d+, under the MIT licence/);
  for (const name of ['electron', 'svelte', 'zod', 'chart.js']) {
    await expect(
      about.locator('summary').filter({ hasText: new RegExp(`^${name.replace('.', '\\.')} \\d`) }),
    ).toBeVisible();
  }
  await expect(about.getByRole('link')).toHaveCount(0);
  const [electron] = await about
    .locator('summary')
    .filter({ hasText: /^electron / })
    .all();
  await electron!.click();
  await expect(about.locator('pre').filter({ hasText: 'Electron contributors' })).toBeVisible();
});
