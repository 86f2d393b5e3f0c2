import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

/** Presses Tab until something is reached; fails when it is not in the order of tabs. */
async function tabTo(app: Window, role: string, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 60; press++) {
    await app.page.keyboard.press('Tab');
    const focused = await app.page.evaluate(() => {
      const element = document.activeElement!;
      return {
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        name: element.ariaLabel ?? element.textContent,
      };
    });
    seen.push(`${focused.role} ${focused.name}`);
    if (focused.role === role && name.test(focused.name)) return;
  }
  throw new Error(`no Tab leads to ${role} ${name}: ${seen.join(' / ')}`);
}

sitting('the keyboard reaches everything and steers it', (step) => {
  step('the whole exhibition is steered by the keyboard alone', async ({ app }) => {
    const { keyboard } = app.page;
    const pace = app.page.getByTestId('pace');

    await keyboard.press('Space');
    await expect(app.button('Pause')).toBeVisible();
    await expect(app.scrub).not.toHaveAttribute('aria-valuetext', '0:00:00');
    await keyboard.press('Space');
    await expect(app.button('Play')).toBeVisible();
    await keyboard.press('r');
    await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:00:00');
    // Three decisions are made at five seconds, and then there are those at ten.
    for (let count = 0; count < 4; count++) await keyboard.press('ArrowRight');
    await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:00:10');
    await keyboard.press('ArrowLeft');
    await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:00:05');

    await keyboard.press('+');
    await expect(pace).toHaveText('100×');
    await keyboard.press('-');
    await expect(pace).toHaveText('50×');

    await keyboard.press('p');
    await expect(app.parameters).toBeVisible();
    await keyboard.press('p');
    await expect(app.parameters).toHaveCount(0);
    await keyboard.press('c');
    await expect(app.page.getByRole('complementary', { name: 'Timeline, charts and log' })).toBeVisible();
    await keyboard.press('c');
    await expect(app.page.getByRole('complementary', { name: 'Timeline, charts and log' })).toHaveCount(0);

    await keyboard.press('?');
    await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(app.page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
  });

  step(
    'Tab goes to the boards, the arrows from board to board, Enter opens one and Escape comes back',
    async ({ app }) => {
      const { keyboard } = app.page;
      await tabTo(app, 'button', /^Board 1, /);
      await keyboard.press('ArrowRight');
      await expect(app.board(0, 2)).toBeFocused();
      await keyboard.press('End');
      await expect(app.board(0, 24)).toBeFocused();
      await keyboard.press('Home');
      await keyboard.press('ArrowDown');
      const below = await app.page.evaluate(() => Number(/^Board (\d+)/.exec(document.activeElement!.ariaLabel!)![1]));
      expect(below).toBeGreaterThan(2);
      // The clock has not moved: on a board the arrows are the board's.
      await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:00:00');
      await keyboard.press('Enter');
      await expect(app.sheet).toHaveAccessibleName(`Board ${below} of One game at a time`);
      await keyboard.press('Escape');
      await expect(app.sheet).toHaveCount(0);
      await expect(app.board(0, below)).toBeFocused();
      // All boards of a lane are one stop: the next Tab leaves it.
      await keyboard.press('Tab');
      await expect(app.board(1, 1)).toBeFocused();
    },
  );

  step('a panel that closes with the keyboard inside gives it back to where it was', async ({ app }) => {
    const { keyboard } = app.page;
    for (const [name, key, inside] of [
      ['Parameters', 'p', 'Close the parameters'],
      ['Listing', 'l', 'Close the listing'],
    ] as const) {
      await app.button(name).focus();
      await keyboard.press(key);
      await app.button(inside).focus();
      await keyboard.press('Escape');
      await expect(app.button(inside)).toHaveCount(0);
      await expect(app.button(name)).toBeFocused();
    }
    await app.button('Charts').focus();
    await keyboard.press('c');
    await app.button('Show the chart large').focus();
    await keyboard.press('c');
    await expect(app.button('Charts')).toBeFocused();
  });

  step('Escape closes a large chart and the listing wherever the keyboard is', async ({ app }) => {
    const { keyboard } = app.page;
    await keyboard.press('l');
    await app.open('Charts');
    await app.button('Show the chart large').click();
    const chart = app.page.getByRole('dialog', { name: 'Moves played' });
    await expect(chart).toBeVisible();
    await app.scrub.focus();
    await keyboard.press('Escape');
    await expect(chart).toHaveCount(0);
    await expect(app.button('Close the listing')).toBeVisible();
    await keyboard.press('Escape');
    await expect(app.button('Close the listing')).toHaveCount(0);
  });

  step('what is typed into a field is typed there and steers nothing', async ({ app }) => {
    const { keyboard } = app.page;
    await keyboard.press('p');
    await tabTo(app, 'input', /^Her time for a move$/);
    await keyboard.press('Control+a');
    await keyboard.type('r pc+');
    await expect(app.parameter('Her time for a move').getByRole('textbox')).toHaveValue('r pc+');
    await expect(app.parameters).toBeVisible();
    await expect(app.button('Play')).toBeVisible();
    await expect(app.page.getByTestId('pace')).toHaveText('in 1 min');
    await keyboard.press('Escape');
    await expect(app.parameters).toHaveCount(0);
  });

  step(
    'Tab reaches the transport, the scrub bar, the speeds, the lanes and the themes, and each is used from there',
    async ({ app }) => {
      const { keyboard } = app.page;
      await tabTo(app, 'button', /^Play$/);
      await keyboard.press('Enter');
      await expect(app.button('Pause')).toBeFocused();
      await keyboard.press('Space');
      await expect(app.button('Play')).toBeFocused();
      await tabTo(app, 'slider', /^Instant$/);
      await keyboard.press('End');
      await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
      await tabTo(app, 'button', /^Speed: /);
      await keyboard.press('Enter');
      await expect(app.page.getByRole('dialog', { name: 'Speed' })).toBeVisible();
      await tabTo(app, 'button', /As fast as possible/);
      await keyboard.press('Enter');
      await expect(app.page.getByTestId('pace')).toHaveText('fastest');
      await expect(app.button(/^Speed: /)).toBeFocused();
      await tabTo(app, 'button', /^Lanes$/);
      await keyboard.press('Enter');
      await expect(app.page.getByRole('dialog', { name: 'Lanes' })).toBeVisible();
      await keyboard.press('Escape');
      await expect(app.button('Lanes')).toBeFocused();
      await tabTo(app, 'button', /^Theme$/);
      await keyboard.press('Enter');
      await expect(app.page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused();
      await keyboard.press('ArrowDown');
      await expect(app.page.getByRole('menuitemradio', { name: 'Dark' })).toBeFocused();
      await keyboard.press('Enter');
      await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    },
  );
});
