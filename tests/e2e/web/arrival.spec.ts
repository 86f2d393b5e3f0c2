import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

/** Opens another page, to which the files whose names begin so come when `give` is called; never after `fail`. */
async function openWithout(app: Window, context: BrowserContext, begins: string) {
  const page = await context.newPage();
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  let fails = false;
  await page.route(new RegExp(`/assets/${begins}-[^/]*\\.js$`), async (route) => {
    if (fails) return route.abort();
    await given;
    await route.continue();
  });
  return {
    give,
    fail: () => (fails = true),
    open: async () => {
      await page.goto(app.page.url());
      const opened = app.on(page);
      await opened.ready();
      return opened;
    },
    page,
  };
}

const boxes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.page > *, canvas')].map((each) => JSON.stringify(each.getBoundingClientRect())),
  );

test('only faces with Latin letters are fetched, and each file once', async ({ app, context }) => {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(app.page.url());
  const opened = app.on(page);
  await opened.ready();
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog', { name: 'Programs' })).toBeVisible();
  const faces = asked.filter((path) => path.endsWith('.woff2')).map((path) => path.replace(/-.{8}\.woff2$/, ''));
  expect(faces.sort()).toEqual(['/assets/besley-latin-wght-normal', '/assets/libre-franklin-latin-wght-normal']);
  expect(asked.filter((path, place) => path.startsWith('/assets/') && asked.indexOf(path) !== place)).toEqual([]);
});

test('nothing moves while the code of a panel is on its way, and then it is there', async ({ app, context }) => {
  const { open, give, page } = await openWithout(app, context, 'ListingPanel');
  const opened = await open();
  const before = await boxes(page);
  await page.keyboard.press('l');
  await expect(opened.button('Listing')).toHaveAttribute('aria-pressed', 'true');
  expect(await boxes(page)).toEqual(before);
  give();
  await expect(page.getByTestId('listing-code')).toContainText('time.sleep');
});

test('a program stays on screen until the code of the next one is there', async ({ app, context, other }) => {
  const { open, give, page } = await openWithout(app, context, 'queue');
  const opened = await open();
  await other.call('open', { scenario: { workload: 'queue' }, lanes: [{ model: 'asynchronous' }] });
  await expect(app.page.getByTestId('queue')).toHaveCount(1);
  await expect(opened.boardsViews).toHaveCount(2);
  give();
  await expect(page.getByTestId('queue')).toHaveCount(1);
  await expect(opened.boardsViews).toHaveCount(0);
});

test('a part that cannot be had is told', async ({ app, context, complaints }) => {
  const { open, fail, page } = await openWithout(app, context, 'Help');
  fail();
  await open();
  await page.keyboard.press('?');
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded.');
  // The browser complains of what was kept from it.
  complaints.splice(0);
});
