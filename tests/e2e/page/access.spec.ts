import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

/** What axe finds on the page as it stands, in a line each. */
async function violations(app: Window): Promise<string[]> {
  // Legacy mode opens no page of its own, which would be a request beyond the app.
  const { violations: found } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

for (const theme of ['light', 'dark', 'projector'] as const) {
  test.describe(`in ${theme}`, () => {
    test.beforeEach(async ({ app }) => {
      await app.chooseTheme(theme);
      // Somewhere in the middle, where every mark is on screen.
      await app.scrub.press('ArrowRight');
      await expect(app.board(1, 15)).toHaveAccessibleName(/she moves/);
    });

    test(`axe finds nothing with all panels closed, and nothing with all of them open`, async ({ app }) => {
      expect(await violations(app)).toEqual([]);
      await app.open('Charts');
      await app.open('Parameters');
      expect(await violations(app)).toEqual([]);
    });

    test(`axe finds nothing in what opens in front`, async ({ app }) => {
      await app.board(0, 3).click();
      await expect(app.sheet).toBeVisible();
      expect(await violations(app), 'an open board').toEqual([]);
      await app.page.keyboard.press('Escape');
      for (const [button, role] of [
        [/^Speed: /, 'dialog'],
        ['Lanes', 'dialog'],
        ['Theme', 'menu'],
        ['Keys', 'dialog'],
      ] as const) {
        await app.button(button).click();
        await expect(app.page.getByRole(role)).toBeVisible();
        expect(await violations(app), String(button)).toEqual([]);
        await app.page.keyboard.press('Escape');
        await expect(app.page.getByRole(role)).toHaveCount(0);
      }
      await app.open('Charts');
      await app.button('Show the chart large').click();
      await expect(app.page.getByRole('dialog')).toBeVisible();
      expect(await violations(app), 'a large chart').toEqual([]);
    });
  });
}
