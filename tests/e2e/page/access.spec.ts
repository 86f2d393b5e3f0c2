import AxeBuilder from '@axe-core/playwright';
import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

type Theme = 'light' | 'dark' | 'projector';

/** What axe finds on the page as it stands, in a line each: everything in light; another theme is other colours. */
async function violations(app: Window, theme: Theme): Promise<string[]> {
  // Legacy mode opens no page of its own, which would be a request beyond the app.
  const axe = new AxeBuilder({ page: app.page }).setLegacyMode(true);
  if (theme !== 'light') axe.withRules('color-contrast');
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

sitting('axe finds nothing: panels shut, panels open, and what opens in front', (step) => {
  for (const theme of ['light', 'dark', 'projector'] as const) {
    step(`axe finds nothing in ${theme}: panels shut, panels open, and what opens in front`, async ({ app }) => {
      await app.chooseTheme(theme);
      // Somewhere in the middle, where every mark is on screen.
      await app.seek('ArrowRight');
      await expect(app.board(1, 15)).toHaveAccessibleName(/she moves/);
      expect.soft(await violations(app, theme), 'all panels shut').toEqual([]);
      await app.board(0, 3).click();
      await expect(app.sheet).toBeVisible();
      expect.soft(await violations(app, theme), 'an open board').toEqual([]);
      await app.page.keyboard.press('Escape');
      for (const [button, role] of [
        [/^Speed: /, 'dialog'],
        ['Lanes', 'dialog'],
        ['Theme', 'menu'],
        ['Keys', 'dialog'],
      ] as const) {
        await app.button(button).click();
        await expect(app.page.getByRole(role)).toBeVisible();
        expect.soft(await violations(app, theme), String(button)).toEqual([]);
        await app.page.keyboard.press('Escape');
        await expect(app.page.getByRole(role)).toHaveCount(0);
      }
      await app.open('Charts');
      await app.button('Show the chart large').click();
      await expect(app.page.getByRole('dialog')).toBeVisible();
      expect.soft(await violations(app, theme), 'a large chart').toEqual([]);
      await app.page.keyboard.press('Escape');
      await expect(app.page.getByRole('dialog')).toHaveCount(0);
      await app.open('Parameters');
      expect.soft(await violations(app, theme), 'all panels open').toEqual([]);
    });
  }
});
