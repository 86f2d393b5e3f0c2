import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

/** The threads that do the runs give way to everything else on the machine. */
const WORKED = { timeout: 30_000 };
test.describe.configure({ timeout: 120_000 });

const sheet = (app: Window) => app.page.getByRole('dialog', { name: /against|Experiment/ });
const plot = (app: Window) => sheet(app).getByRole('application');

test('one key from a cold start shows the knee with theory; a point opens its run; pictures bring it back', async ({
  app,
}) => {
  await app.page.keyboard.press('e');
  await expect(sheet(app)).toHaveAccessibleName('Total time against boards');
  await expect(sheet(app).getByText('192 runs')).toBeVisible(WORKED);
  await expect(plot(app).getByText('knee: 12')).toHaveCount(1);
  await expect(
    sheet(app).getByText('The knee is at 12 boards. Theory and simulation agree at every point.'),
  ).toBeVisible();
  await expect(plot(app).locator('text', { hasText: '12 processes' })).toHaveCount(1);

  // The drawing remembers the experiment, and the table is that of the command line.
  const menu = await app.openExports(sheet(app));
  const csv = await app.take(menu, 'All runs as CSV');
  expect(csv.name).toBe('simul-experiment-exhibition-boards.csv');
  expect(csv.data.toString().split('\r\n')).toHaveLength(192 + 2);
  const svg = await app.take(menu, 'SVG');
  expect(svg.data.toString()).toContain('"experiment":{');
  const png = await app.take(menu, 'PNG');
  expect(png.data.includes('"experiment":{')).toBe(true);

  await app.page.keyboard.press('Escape');

  // Another one in the form: a few random games, the widths of their means.
  await sheet(app).getByRole('textbox', { name: 'Boards, to' }).fill('4');
  await sheet(app).getByRole('checkbox', { name: 'One game at a time', exact: true }).uncheck();
  await sheet(app).getByRole('textbox', { name: 'Runs of each' }).fill('3');
  await sheet(app).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(sheet(app).getByText('36 runs')).toBeVisible(WORKED);
  await sheet(app).getByRole('textbox', { name: 'Boards, to' }).fill('0');
  await sheet(app).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(sheet(app).getByRole('alert')).toContainText('a step that leads from the first value to the last');
  await expect(sheet(app).getByText('36 runs')).toBeVisible();
  const second = await app.take(await app.openExports(sheet(app)), 'SVG');
  await app.page.keyboard.press('Escape');

  // The keyboard goes to the third point and opens it.
  await plot(app).focus();
  for (let press = 0; press < 3; press++) await app.page.keyboard.press('ArrowRight');
  await expect(sheet(app).getByRole('status').filter({ hasText: 'Boards 3.' })).toHaveCount(1);
  await app.page.keyboard.press('Enter');
  await expect(sheet(app)).toHaveCount(0);
  await expect(app.laneHeaders).toHaveCount(3);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(3);

  // It is still there; a picture brings it back in a page that has shown no experiment yet.
  await app.page.keyboard.press('e');
  await expect(sheet(app).getByText('36 runs')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(sheet(app)).toHaveCount(0);
  await app.page.reload();
  await app.ready();
  const transfer = await app.page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'experiment.svg', { type: 'image/svg+xml' }));
    return data;
  }, second.data.toString());
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await app.page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
  await expect(sheet(app).getByText('36 runs')).toBeVisible(WORKED);
});

test('one that takes long asks first; cancelled, it keeps what is there, and the page stays alive', async ({ app }) => {
  await app.page.keyboard.press('e');
  await expect(sheet(app).getByText('192 runs')).toBeVisible(WORKED);
  await sheet(app).getByRole('textbox', { name: 'Runs of each' }).fill('4000');
  await sheet(app).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(sheet(app).getByText(/^This takes 768,000 runs, about .* with \d+ workers?\.$/)).toBeVisible(WORKED);
  await sheet(app).getByRole('button', { name: 'Run it' }).click();
  await expect(sheet(app).getByText(/of 192,000 comparisons, .* left$/)).toBeVisible(WORKED);
  await app.page.keyboard.press('Space');
  await sheet(app).getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet(app).getByText(/^Cancelled after .* of 192,000 comparisons\. What is there stays\.$/)).toBeVisible(
    WORKED,
  );
  await expect(plot(app).locator('path')).not.toHaveCount(0);
  await expect(app.button('Pause')).toHaveCount(1);
});
