import { expect, test } from '../app.ts';

// In a browser of its own: the report is printed, which only a headless one does without asking.
test('lanes are compared, a run is pinned behind later ones, and charts stand beside each other at one stretch of time', async ({
  app,
  other,
}) => {
  test.slow();
  await app.open('Charts');
  await app.seek('End');
  await app.page.getByRole('combobox', { name: 'Chart', exact: true }).selectOption('Comparison');
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
