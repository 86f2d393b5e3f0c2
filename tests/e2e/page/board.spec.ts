import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';

sitting('boards open large, follow the clock and have neighbours', (step) => {
  step('a board that is clicked opens large with its moves, and Escape closes it', async ({ app }) => {
    await app.seek('PageDown');
    await expect(app.clock(app.synchronous)).toHaveText('1:12:00');
    await app.board(1, 5).click();
    await expect(app.sheet).toHaveAccessibleName('Board 5 of Table to table');
    await expect(app.sheet.getByRole('img')).toHaveAccessibleName(/^Board 5, the game is over/);
    await expect(app.sheet.getByRole('rowheader')).toHaveCount(30);
    await expect(app.sheet.getByRole('rowheader').first()).toHaveText('1.');
    await app.page.keyboard.press('Escape');
    await expect(app.sheet).toHaveCount(0);
    await expect(app.board(1, 5)).toBeFocused();
  });

  step('the open board follows the clock move by move', async ({ app }) => {
    await app.board(1, 1).click();
    await expect(app.sheet.getByText('No move has been made.')).toBeVisible();
    // The decisions at five seconds: one of the first lane, and then hers to make her move and to go on to board 2.
    for (let count = 0; count < 3; count++) await app.button('Step').click();
    const moves = app.sheet.getByRole('region', { name: 'Moves' });
    await expect(moves.getByRole('rowheader')).toHaveText(['1.']);
    await expect(moves.locator('[aria-current]')).toHaveCount(1);
    const first = await moves.locator('[aria-current]').textContent();
    await expect(app.board(1, 1)).toHaveAccessibleName(new RegExp(`Black to move, last 1\\. ${escaped(first!)}$`));
    await app.button('Step back').click();
    await expect(app.sheet.getByText('No move has been made.')).toBeVisible();
  });

  step('from the open board the arrows go to its neighbours and stop at the ends', async ({ app }) => {
    await app.board(0, 1).click();
    await expect(app.sheet.getByRole('button', { name: 'Previous board' })).toBeDisabled();
    await app.page.keyboard.press('ArrowLeft');
    await expect(app.sheet).toHaveAccessibleName(/^Board 1 of/);
    await app.page.keyboard.press('ArrowRight');
    await expect(app.sheet).toHaveAccessibleName(/^Board 2 of/);
    await app.sheet.getByRole('button', { name: 'Next board' }).click();
    await expect(app.sheet).toHaveAccessibleName(/^Board 3 of/);
    await app.sheet.getByRole('button', { name: 'Close the board' }).click();
    await expect(app.sheet).toHaveCount(0);
  });

  step('the same board has the same game in both lanes', async ({ app }) => {
    await app.seek('End');
    await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
    for (const lane of [0, 1]) await expect(app.board(lane, 7)).toHaveAccessibleName(/the game is over/);
    const last = async (lane: number) => (await app.board(lane, 7).getAttribute('aria-label'))?.replace(/.*last/, '');
    expect(await last(0)).toBe(await last(1));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
