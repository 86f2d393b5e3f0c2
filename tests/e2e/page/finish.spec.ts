import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';

sitting('the exhibition is played to its end', (step) => {
  step('both modes play on one clock to 12:00:00 and 1:00:55', async ({ app }) => {
    await app.choosePace('As fast as possible');
    await app.button('Play').click();
    await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
    await expect(app.clock(app.asynchronous)).toHaveText('1:00:55');
    await expect(app.synchronous.getByTestId('moves')).toHaveText('720 of 720 moves');
    await expect(app.asynchronous.getByTestId('moves')).toHaveText('720 of 720 moves');
    await expect(app.synchronous.getByTestId('finish')).toHaveText(/she waited\s*11:00:00/);
    await expect(app.asynchronous.getByTestId('finish')).toHaveText(/speed-up\s*11\.8×/);
    // At the end the clock stands, and everything is over.
    await expect(app.button('Play')).toBeVisible();
    for (const view of await app.boardsViews.all()) {
      await expect(app.boardsOf(view).filter({ hasNotText: /./ })).toHaveCount(24);
      await expect(view.getByRole('button', { name: /the game is over/ })).toHaveCount(24);
    }
  });

  step('the whole twelve hours can be played in some seconds of the audience’s time', async ({ app }) => {
    await app.button(/^Speed: /).click();
    await app.page.getByRole('spinbutton', { name: 'Seconds for the whole run' }).fill('2');
    await app.button('Set').click();
    await expect(app.button(/^Speed: in 2 s/)).toBeVisible();
    const startedMs = Date.now();
    await app.button('Play').click();
    await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
    expect(Date.now() - startedMs).toBeGreaterThan(1500);
  });
});
