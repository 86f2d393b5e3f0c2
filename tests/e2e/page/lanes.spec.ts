import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';

sitting('lanes are added, taken away and refused', (step) => {
  step('up to four models run side by side on one clock', async ({ app }) => {
    await app.button('Lanes').click();
    const menu = app.page.getByRole('dialog', { name: 'Lanes' });
    const add = menu.getByRole('button', { name: 'Add a lane' });
    await add.click();
    await add.click();
    await expect(add).toBeDisabled();
    await expect(menu.getByRole('combobox')).toHaveCount(4);
    await menu.getByRole('spinbutton', { name: 'Workers of lane 3' }).fill('3');
    await menu.getByRole('spinbutton', { name: 'Workers of lane 4' }).fill('4');
    await menu.getByRole('button', { name: 'Start with these lanes' }).click();
    await expect(app.laneHeaders).toHaveCount(4);
    await expect(app.boardsViews).toHaveCount(4);
    await app.seek('End');
    // Threads hold their worker while a reply is thought of; 3 masters of their own play 8 games each, 4 play 6.
    await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
    await expect(app.clock(app.asynchronous)).toHaveText('1:00:55');
    await expect(app.clock(app.laneHeader('3 threads'))).toHaveText(/^4:0\d:\d\d$/);
    await expect(app.clock(app.laneHeader('4 processes'))).toHaveText('3:00:00');
  });

  step('one lane is enough, and the last one cannot be taken away', async ({ app }) => {
    await app.button('Lanes').click();
    const menu = app.page.getByRole('dialog', { name: 'Lanes' });
    await menu.getByRole('button', { name: 'Remove One game at a time' }).click();
    await expect(menu.getByRole('button', { name: 'Remove Table to table' })).toBeDisabled();
    await menu.getByRole('button', { name: 'Start with these lanes' }).click();
    await expect(app.laneHeaders).toHaveCount(1);
    await app.seek('End');
    await expect(app.clock(app.asynchronous)).toHaveText('1:00:55');
    await app.button('Undo the last change').click();
    await expect(app.laneHeaders).toHaveCount(2);
  });

  step('a number of workers that cannot be is refused beside it, and the lanes on screen stay', async ({ app }) => {
    await app.button('Lanes').click();
    const menu = app.page.getByRole('dialog', { name: 'Lanes' });
    await menu.getByRole('combobox', { name: 'Model of lane 1' }).selectOption('threads');
    const workers = menu.getByRole('spinbutton', { name: 'Workers of lane 1' });
    await workers.fill('0');
    await menu.getByRole('button', { name: 'Start with these lanes' }).click();
    await expect(menu).toBeVisible();
    expect(await workers.evaluate((input: HTMLInputElement) => input.validationMessage)).not.toBe('');
    await app.page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(app.synchronous).toBeVisible();
  });
});
