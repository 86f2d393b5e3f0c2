import { readFile } from 'node:fs/promises';
import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

async function open(app: Window, preset: string): Promise<void> {
  await app.page.keyboard.press('o');
  await app.page.getByRole('dialog', { name: 'Programs' }).getByRole('button', { name: preset, exact: true }).click();
  await expect(app.page.getByRole('dialog', { name: 'Programs' })).toHaveCount(0);
  await app.open('Charts');
}

const chooser = (app: Window) => app.page.getByRole('combobox', { name: 'Chart', exact: true });
const picture = (app: Window) => app.page.getByRole('region', { name: 'Chart', exact: true }).getByRole('img');

test('each program has the charts that it has something to say in', async ({ app }) => {
  await app.open('Charts');
  await expect(chooser(app).getByRole('option')).toHaveText([
    'Moves played',
    'Throughput',
    'Utilisation',
    'Ready boards',
    'Waiting times',
    'Total time by model',
  ]);
  await chooser(app).selectOption('Ready boards');
  await open(app, 'Room for three');
  await expect(chooser(app).getByRole('option')).toHaveText([
    'Items taken',
    'Throughput',
    'Utilisation',
    'Queue depth',
    'Waiting times',
    'Loop lag',
    'Spread of loop lag',
    'What blocked the loop',
    'Total time by model',
  ]);
  // The chart of what waits is still the one on screen.
  await expect(chooser(app)).toHaveValue('depth');
  await open(app, 'A dozen');
  await expect(chooser(app)).toHaveValue('ready');
  await expect(chooser(app).locator('option:checked')).toHaveText('Ready tasks');
});

test('the charts follow the scrub bar', async ({ app }) => {
  await open(app, 'Eight and two');
  await chooser(app).selectOption('Queue depth');
  await expect(picture(app)).toHaveAccessibleName(/^Queue depth over virtual time up to 0:00:00\./);
  await app.scrub.press('End');
  await expect(picture(app)).toHaveAccessibleName(/Taking turns: 0\.$/);
  await chooser(app).selectOption('Loop lag');
  await expect(picture(app)).toHaveAccessibleName(/One after another: median \d.* s, 95 % within .*, max .*\./);
  await chooser(app).selectOption('What blocked the loop');
  await expect(picture(app)).toHaveAccessibleName(/One after another: (producer|consumer)-\d: \d+/);
  await app.scrub.press('Home');
  await expect(picture(app)).toHaveAccessibleName(/One after another: (producer|consumer)-\d: 0 s\./);
});

test('every chart of a program with a queue is exported as a picture, a drawing, a table and a run', async ({
  app,
}) => {
  await open(app, 'Room for three');
  await app.scrub.press('End');
  await app.button('Show the chart large').click();
  const sheet = app.page.getByRole('dialog');
  const charts = sheet.getByRole('group', { name: 'Chart', exact: true }).getByRole('button');
  const given: string[] = [];
  for (const chart of await charts.all()) {
    await chart.click();
    // Pictures take their time, and those of the other charts are made at the boards.
    const pictures = /^(Queue depth|Loop lag|What blocked)/.test((await chart.textContent()) ?? '') ? ['PNG'] : [];
    for (const type of [...pictures, 'SVG', 'CSV']) {
      const waiting = app.page.waitForEvent('download');
      await sheet.getByRole('group', { name: 'Export' }).getByRole('button', { name: type, exact: true }).click();
      const download = await waiting;
      const data = await readFile(await download.path());
      given.push(download.suggestedFilename());
      if (type === 'PNG') expect(data.length).toBeGreaterThan(5000);
      else expect(data.toString('utf8')).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
  const kinds = ['progress', 'throughput', 'utilisation', 'depth', 'waits', 'lag', 'lags', 'holders', 'makespan'];
  const types = (kind: string) => (['depth', 'lag', 'holders'].includes(kind) ? ['png', 'svg', 'csv'] : ['svg', 'csv']);
  expect(given).toEqual(
    kinds.flatMap((kind) => types(kind).map((type) => `simul-queue-synchronous-asynchronous-${kind}.${type}`)),
  );
});
