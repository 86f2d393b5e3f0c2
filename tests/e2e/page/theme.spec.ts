import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

async function choose(app: Window, name: string): Promise<void> {
  await app.button('Theme').click();
  await app.page.getByRole('menuitemradio', { name, exact: true }).click();
  await expect(app.page.getByRole('menuitemradio')).toHaveCount(0);
}

/** The colour of the paper, as it is painted. */
function paper(app: Window): Promise<string> {
  return app.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--floor'));
}

sitting('themes', (step) => {
  step('light, dark and projector are three looks, kept from visit to visit', async ({ app }) => {
    const looks = new Set<string>();
    for (const [name, theme] of [
      ['Dark', 'dark'],
      ['Projector', 'projector'],
      ['Light', 'light'],
    ] as const) {
      await choose(app, name);
      await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
      looks.add(await paper(app));
    }
    expect(looks.size).toBe(3);
    await choose(app, 'Dark');
    await app.page.reload();
    await app.ready();
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  step('"as the system" follows the system while the page is open', async ({ app }) => {
    await choose(app, 'As the system');
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await app.page.emulateMedia({ colorScheme: 'light' });
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
});
