import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { readSavedFile } from '../../../shared/saved/file.ts';
import { AppHost } from '../../support/app-host.ts';
import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Goes to somewhere inside of a program that is not the first one. */
async function somewhere(app: Window): Promise<void> {
  await app.page.keyboard.press('o');
  await app.page
    .getByRole('dialog', { name: 'Programs' })
    .getByRole('button', { name: 'A dozen', exact: true })
    .click();
  await expect(app.page.getByRole('dialog', { name: 'Programs' })).toHaveCount(0);
  const instant = () => app.scrub.getAttribute('aria-valuenow');
  await app.seek('End');
  await expect.poll(instant).not.toBe('0');
  const end = await instant();
  await app.scrubTo(0.4);
  await expect.poll(instant).not.toBe(end);
}

async function exported(app: Window, type: 'PNG' | 'SVG', path: string): Promise<Buffer> {
  await app.open('Charts');
  await app.button('Show the chart large').click();
  const { data } = await app.take(await app.openExports(app.page.getByRole('dialog')), type);
  await writeFile(path, data);
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog', { name: /^Export: / })).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  return data;
}

/** Drags a file from outside over the window, and lets it go. */
async function drop(page: Page, path: string, { onTheWay }: { onTheWay?: () => Promise<void> } = {}): Promise<void> {
  const data = (await readFile(path)).toString('base64');
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64!), (sign) => sign.charCodeAt(0))], name!));
      return transfer;
    },
    [basename(path), data],
  );
  const stages = page.locator('.middle');
  await stages.dispatchEvent('dragenter', { dataTransfer: transfer });
  await stages.dispatchEvent('dragover', { dataTransfer: transfer });
  await onTheWay?.();
  await stages.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Which program is on screen, and at which instant. */
const screen = async (app: Window) => ({ picture: await app.picture(), title: await app.page.title() });

test('a PNG from the large chart, dropped on the window of a fresh session, is that run at that instant', async ({
  app,
  browser,
}, info) => {
  await somewhere(app);
  const shown = await screen(app);
  const path = info.outputPath('chart.png');
  const data = await exported(app, 'PNG', path);
  // Another program reads the picture, every checksum of it.
  const { width, height } = PNG.sync.read(data, { checkCRC: true });
  expect([width, height]).toEqual([2400, 1350]);
  expect(readSavedFile(new Uint8Array(data), utf8).open.scenario['workload']).toBe('chained');

  const fresh = await AppHost.start();
  const page = await browser.newPage();
  try {
    await page.goto(fresh.address);
    const other = app.on(page);
    await other.ready();
    expect(await screen(other)).not.toEqual(shown);
    const target = page.getByTestId('drop-target');
    await drop(page, path, { onTheWay: () => expect(target).toContainText('Drop it here') });
    await expect(page.getByTestId('opened')).toHaveText('Opened chart.png.');
    await expect.poll(() => screen(other)).toEqual(shown);
    await expect(target).toHaveCount(0);
  } finally {
    await page.close();
    await fresh.stop();
  }
});

test('an SVG is XML to another program, and opens by Open scenario', async ({ app }, info) => {
  await somewhere(app);
  const shown = await screen(app);
  const path = info.outputPath('chart.svg');
  const text = (await exported(app, 'SVG', path)).toString('utf8');
  const metadata = new DOMParser().parseFromString(text, 'image/svg+xml').getElementsByTagName('metadata')[0];
  const kept = JSON.parse(metadata?.textContent ?? '') as { at: number; scenario: object };
  const { open, at } = readSavedFile(Buffer.from(text), utf8);
  expect([kept.at, kept.scenario]).toEqual([at, open.scenario]);

  await app.page.keyboard.press('r');
  await expect(app.scrub).toHaveAttribute('aria-valuenow', '0');
  await app.open('Parameters');
  await app.page.getByLabel('File with a scenario').setInputFiles(path);
  await expect.poll(() => screen(app)).toEqual(shown);
});

test('a broken file is refused with its reason, and nothing is lost', async ({ app }, info) => {
  await somewhere(app);
  const path = info.outputPath('broken.png');
  const data = await exported(app, 'PNG', path);
  const shown = await screen(app);
  await writeFile(path, data.subarray(0, 3000));
  await drop(app.page, path);
  await expect(app.page.getByRole('alert')).toContainText('broken.png: file: ');
  await expect(app.page.getByRole('alert')).toContainText('this one is cut off');
  expect(await screen(app)).toEqual(shown);
  const newer = info.outputPath('newer.json');
  await writeFile(newer, '{"simul":2}');
  await drop(app.page, newer);
  await expect(app.page.getByRole('alert')).toContainText('saved by a newer Simul (version 2)');
  expect(await screen(app)).toEqual(shown);
});

test('a link opens the run in another window, without the token in it and without a word of it to the host', async ({
  app,
  context,
  host,
}) => {
  await somewhere(app);
  const shown = await screen(app);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin });
  await app.open('Parameters');
  await app.button('Copy link').click();
  await expect(app.page.getByTestId('link-said')).toHaveText(/^The link is on the clipboard\./);
  const link = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${host.origin}/#s=1\\.[\\w-]+$`));
  await app.shut('Parameters');

  // Something else is on screen when the link comes.
  await app.page.keyboard.press('o');
  await app.page
    .getByRole('dialog', { name: 'Programs' })
    .getByRole('button', { name: 'Room for three', exact: true })
    .click();
  await expect(app.page.getByRole('dialog', { name: 'Programs' })).toHaveCount(0);
  await expect.poll(() => app.page.title()).not.toBe(shown.title);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  await page.goto(link);
  const other = app.on(page);
  await expect.poll(() => screen(other)).toEqual(shown);
  expect(new URL(page.url()).hash).toBe('');
  expect(requests.filter((address) => new URL(address).pathname.includes('s=1'))).toEqual([]);

  // A link that is put into the address of an open page opens too; a broken one says why.
  await page.keyboard.press('r');
  await expect.poll(() => screen(other)).not.toEqual(shown);
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect.poll(() => screen(other)).toEqual(shown);
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash.slice(0, -9));
  await expect(page.getByRole('alert')).toContainText('damaged, cut off or holds too much');
  expect(await screen(other)).toEqual(shown);
});

test('a recording of another program, given to simul open, lies over the first screen of the first page', async ({
  app,
  context,
}, info) => {
  const path = info.outputPath('crawl.json');
  await writeFile(path, JSON.stringify([{ ph: 'X', pid: 1, tid: 7, ts: 0, dur: 2e6 }]));
  const fresh = await AppHost.open(path);
  const page = await context.newPage();
  try {
    await page.goto(fresh.address);
    const sheet = page.getByRole('dialog', { name: 'Recording of crawl.json' });
    await expect(sheet).toContainText('1 track, 1 event');
    await expect(page).toHaveTitle('crawl.json – Simul');
    await page.keyboard.press('Escape');
    await expect(page).toHaveTitle(await app.page.title());
    // It opens once: who comes back later finds the session.
    await page.reload();
    await app.on(page).ready();
    await expect(sheet).toHaveCount(0);
    await app.on(page).open('Parameters');
    await page.getByText('Recent').click();
    await page.getByRole('button', { name: 'crawl.json' }).click();
    await expect(sheet).toBeVisible();
  } finally {
    await page.close();
    await fresh.stop();
  }
});
