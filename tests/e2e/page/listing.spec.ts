import type { Locator } from '@playwright/test';
import { exhibition } from '../../../electron/workloads/exhibition.ts';
import { laneScript } from '../../../renderer/listing/script.ts';
import { readScenario } from '../../../shared/scenario/scenario.ts';
import { expect, test } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

/** The exhibition as it opens, worked out without the page. */
const { id, title, texts } = exhibition;
const entry = { id, title, texts: texts.written };
const opened = readScenario({ workload: id, model: 'synchronous' }, exhibition);

/** The listing, open, with the lane table to table in it. */
async function listingOf(app: Window): Promise<Locator> {
  await app.page.keyboard.press('l');
  const panel = app.page.getByRole('complementary', { name: 'Listing' });
  await expect(panel).toBeVisible();
  await expect(app.button('Listing')).toHaveAttribute('aria-pressed', 'true');
  await panel.getByRole('button', { name: 'Table to table' }).click();
  return panel;
}

/** What is read out of it. */
const cursors = (panel: Locator) => panel.getByTestId('cursors').getByRole('listitem');

sitting('the listing', (step) => {
  step('cursors pile up on the lines where tasks stand', async ({ app, other }) => {
    const panel = await listingOf(app);
    await other.call('seek', { at: 62 });
    await expect(cursors(panel)).toHaveText([
      'line 5, time.sleep(5): 1 running',
      'line 7, await asyncio.sleep(55): 11 waiting, 1 ready',
      'line 12, await asyncio.gather(*(game(board) for board in boards)): 1 waiting',
      'not started: 11 ready',
    ]);
    await expect(panel.getByRole('button', { name: 'line 7: 11 waiting' })).toHaveText('11');
    await expect(panel.locator('[aria-current=step]')).toHaveCount(1);
    await expect(panel.locator('[data-line="5"]')).toHaveAttribute('aria-current', 'step');
    await expect(panel.locator('[data-line="5"]').getByRole('img', { name: 'blocks the loop' })).toBeVisible();
    const heights = () => panel.locator('[data-line]').evaluateAll((lines) => lines.map((line) => line.clientHeight));
    const before = await heights();
    await other.call('seek', { at: 3654 });
    await expect(cursors(panel).first()).toHaveText('line 7, await asyncio.sleep(55): 1 waiting');
    await expect(panel.getByTestId('ended')).toHaveText('23');
    expect(await heights()).toEqual(before);
    await panel.getByRole('button', { name: 'One game at a time' }).click();
    await expect(cursors(panel).first()).toHaveText('line 7, time.sleep(55): 1 blocking');
    await expect(panel.getByTestId('listing-head')).toHaveText('Nothing else runs while a plain call sleeps.');
  });

  step('a task that is chosen here is chosen everywhere, and the other way round', async ({ app, other }) => {
    const panel = await listingOf(app);
    await other.call('seek', { at: 62 });
    const pile = panel.getByRole('button', { name: 'line 7: 11 waiting' });
    await pile.click();
    // Boards 2 to 12 wait there.
    const tasks = app.page.getByRole('menu', { name: 'line 7: 11 waiting' }).getByRole('menuitem');
    await expect(tasks).toHaveText(Array.from({ length: 11 }, (_, place) => `Board ${place + 2}`));
    await tasks.nth(1).click();
    await expect(tasks).toHaveCount(0);
    await expect(pile).toHaveAttribute('aria-pressed', 'true');
    await expect(app.board(1, 3)).toHaveClass(/picked/);
    await app.board(0, 1).click();
    await expect(panel.getByRole('button', { name: 'line 5: 1 running' })).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.getByRole('button', { name: 'One game at a time' })).toHaveAttribute('aria-pressed', 'true');
    await app.page.keyboard.press('Escape');
    await app.open('Charts');
    const log = app.page.getByRole('region', { name: 'Log' });
    await log
      .getByRole('button', { name: /Table to table/ })
      .first()
      .click();
    await expect(panel.getByRole('button', { name: 'Table to table' })).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.locator('[data-pile][aria-pressed=true]')).toHaveCount(1);
    const field = app.page.getByRole('application', { name: 'Timeline of One game at a time' });
    await field.focus();
    await app.page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('button', { name: 'One game at a time' })).toHaveAttribute('aria-pressed', 'true');
  });

  step('the arrows go from pile to pile, and Enter chooses', async ({ app, other }) => {
    const panel = await listingOf(app);
    await other.call('seek', { at: 62 });
    // Somebody runs on that line from the start: the others tell that the clock has gone on.
    const pile = panel.getByRole('button', { name: 'line 7: 11 waiting' });
    await expect(pile).toBeVisible();
    const first = panel.getByRole('button', { name: 'line 5: 1 running' });
    await first.focus();
    await expect(first).toBeFocused();
    await app.page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('button', { name: 'line 7: 1 ready' })).toBeFocused();
    await app.page.keyboard.press('ArrowDown');
    await expect(pile).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('menuitem', { name: 'Board 2', exact: true })).toBeFocused();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect(pile).toHaveAttribute('aria-pressed', 'true');
    await expect(pile).toBeFocused();
    await expect(app.board(1, 3)).toHaveClass(/picked/);
    await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:01:02');
  });

  step(
    'the program as the kernel runs it is there too, and the panel can be made wider, for two listings side by side',
    async ({ app }) => {
      const panel = await listingOf(app);
      await panel.getByRole('tab', { name: 'As the kernel runs it' }).click();
      await expect(panel.getByTestId('listing-source')).toContainText(
        'yield awaited ? kernel.sleep(thought) : kernel.work(thought);',
      );
      const { width } = (await panel.boundingBox())!;
      await panel.getByRole('separator', { name: 'Width of the listing' }).focus();
      await app.page.keyboard.press('ArrowLeft');
      await expect(async () => expect((await panel.boundingBox())!.width).toBeGreaterThan(width)).toPass();
      await panel.getByRole('tab', { name: 'Python' }).click();
      await panel.getByRole('button', { name: 'Side by side' }).press('Enter');
      await expect(panel.getByTestId('listing-head')).toHaveText([
        'One game at a time, synchronous Nothing else runs while a plain call sleeps.',
        'Table to table, asynchronous At each await another task can go on.',
      ]);
      await expect(panel.getByTestId('listing-code').first()).toContainText('time.sleep(55)');
      await expect(panel.getByTestId('listing-code').last()).toContainText('await asyncio.sleep(55)');
      await panel.getByRole('button', { name: 'Side by side' }).press('Enter');
      await expect(panel.getByTestId('listing-code')).toHaveCount(1);
      await app.page.keyboard.press('Tab');
      await panel.getByRole('button', { name: 'Close the listing' }).click();
      await expect(panel).toHaveCount(0);
    },
  );
});

test('the program is copied as Python, and saved', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await listingOf(app);
  await panel.getByRole('button', { name: 'One game at a time' }).click();
  await panel.getByRole('button', { name: 'Copy as Python' }).click();
  const said = panel.getByTestId('script-said');
  await expect(said).toHaveText('Copied as Python.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(laneScript(entry, opened, { at: 0, run: 0 }).text);
  const { name } = await app.saved(() => panel.getByRole('button', { name: 'Save as .py' }).click());
  expect(name).toBe('simul-exhibition-synchronous.py');
  await expect(said).toContainText('Saved simul-exhibition-synchronous.py.');
});
