import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';

sitting('changes have names, and what is done often has keys', (step) => {
  step('undo and redo say which change they took back or made again', async ({ app, other }) => {
    await other.call('edit', { path: 'boards', value: 12 });
    const said = app.page.getByTestId('said');
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(12);
    await app.page.keyboard.press('Control+z');
    await expect(said).toHaveText('Undone: Boards 24 → 12');
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(24);
    await app.page.keyboard.press('Control+Shift+z');
    await expect(said).toHaveText('Done again: Boards 24 → 12');
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(12);
    await expect(app.button('Undo the last change')).toHaveAttribute('title', 'Undo: Boards 24 → 12 (Ctrl Z)');
  });

  step('a scenario that was saved is said with its name', async ({ app }) => {
    await app.open('Parameters');
    await app.saved(() => app.parameters.getByRole('button', { name: 'Save scenario' }).click());
    await expect(app.page.getByTestId('said')).toHaveText('Saved exhibition.simul.json.');
  });

  step('speed, lanes, theme and full screen have keys', async ({ page }) => {
    await page.keyboard.press('s');
    const speed = page.getByRole('dialog', { name: 'Speed' });
    await expect(speed).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(speed).toHaveCount(0);
    await page.keyboard.press('n');
    const lanes = page.getByRole('dialog', { name: 'Lanes' });
    await expect(lanes.getByRole('combobox')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(lanes).toHaveCount(0);
    const before = await page.locator('html').getAttribute('data-theme');
    await page.keyboard.press('t');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', before!);
    await expect(page.getByTestId('said')).toHaveText(/^Theme: /);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  });
});
