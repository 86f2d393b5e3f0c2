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
    'Distribution of waits',
    'Time of each task',
    'Total time by model',
    'Comparison',
  ]);
  await chooser(app).selectOption('Ready boards');
  await open(app, 'Room for three');
  await expect(chooser(app).getByRole('option')).toHaveText([
    'Items taken',
    'Throughput',
    'Utilisation',
    'Queue depth',
    'Waiting times',
    'Distribution of waits',
    'Loop lag',
    'Spread of loop lag',
    'What blocked the loop',
    'Time of each task',
    'Total time by model',
    'Comparison',
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

test('lanes are compared, a run is pinned behind later ones, and charts stand beside each other at one stretch of time', async ({
  app,
  other,
}) => {
  test.slow();
  await app.open('Charts');
  await app.scrub.press('End');
  await chooser(app).selectOption('Comparison');
  const pane = app.page.getByRole('region', { name: 'Chart', exact: true });
  const rows = pane.getByRole('row');
  await expect(rows.nth(2).getByRole('cell').first()).toHaveText('1:00:55');
  await pane.getByRole('combobox', { name: 'Differences' }).selectOption('Per cent');
  await expect(rows.nth(2).getByRole('cell').first()).toHaveText('1:00:55−91.5 %');
  // Sorted by the keyboard: the shortest total time comes first.
  await pane.getByRole('columnheader', { name: 'Total time' }).getByRole('button').press('Enter');
  await expect(rows.nth(1).getByRole('rowheader')).toContainText('Table to table');
  await pane.getByRole('button', { name: 'Pin this run' }).click();
  await other.call('open', {
    scenario: { workload: 'exhibition', params: { boards: 12 } },
    lanes: [{ model: 'synchronous' }, { model: 'asynchronous' }],
  });
  await expect(rows).toHaveCount(5);
  await expect(pane.getByRole('row', { name: /Pinned: Table to table/ })).toContainText('1:00:55');

  await app.button('Show the chart large').click();
  const sheet = app.page.getByRole('dialog');
  const choices = sheet.getByRole('group', { name: 'Chart', exact: true });
  for (const chart of ['Moves played', 'Throughput', 'Utilisation']) {
    await choices.getByRole('button', { name: chart, exact: true }).click();
  }
  await expect(choices.getByRole('button', { name: 'Ready boards' })).toBeDisabled();
  await expect(sheet.getByRole('img', { name: /Pinned: Table to table: / })).toHaveCount(3);
  const moves = sheet.getByRole('region', { name: 'Moves played' });
  const plot = moves.getByRole('application');
  await plot.press('+');
  await expect(sheet.getByRole('button', { name: 'Whole run' })).toHaveCount(3);
  await plot.press('ArrowRight');
  await expect(moves.getByTestId('reading')).toContainText('Pinned: One game at a time: ');
  await plot.press('0');
  await expect(sheet.getByRole('button', { name: 'Whole run' })).toHaveCount(0);
  await moves.getByRole('button', { name: 'Show as a table' }).click();
  await expect(moves.getByRole('region', { name: /^Data of the chart/ }).getByRole('columnheader')).toHaveCount(3);

  const menu = await app.openExports(sheet.getByRole('region', { name: 'Comparison' }).first());
  const report = await app.take(menu, 'Report');
  expect(report.name).toBe('simul-exhibition-synchronous-asynchronous-comparison.html');
  const page = await app.page.context().newPage();
  await page.setContent(report.data.toString('utf8'));
  expect(await page.locator('svg').count()).toBe(2);
  await expect(page.getByRole('row')).toHaveCount(14);
  expect(await page.locator('script').count()).toBe(0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.close();
});
