import AxeBuilder from '@axe-core/playwright';
import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

const dialogOf = (app: Window) => app.page.getByRole('dialog', { name: 'Programs' });
const openingOf = (app: Window, title: string) => dialogOf(app).getByRole('button', { name: `Open ${title}` });

sitting('programs are offered and opened', (step) => {
  step('every program is offered with what it is and its presets, and the one on screen is marked', async ({ app }) => {
    await app.button('Programs').click();
    await expect(dialogOf(app).getByRole('tab', { name: 'Programs', selected: true })).toBeVisible();
    const programs = dialogOf(app).getByRole('article');
    expect(await programs.count()).toBeGreaterThan(5);
    for (const program of await programs.all()) {
      const opening = program.getByRole('button', { name: /^Open / });
      await expect(opening).toHaveAccessibleDescription(/^[A-Z].*\.$/);
      expect(await program.getByRole('button').count()).toBeGreaterThan(1);
    }
    await expect(openingOf(app, 'Simultaneous exhibition')).toHaveAttribute('aria-current', 'true');
    await expect(dialogOf(app).locator('[aria-current]')).toHaveCount(1);
    await expect(dialogOf(app).getByRole('button', { pressed: true })).toHaveText('The classic');
  });

  step(
    'a preset of another program opens it, under names that fit it, and undo brings the former program back',
    async ({ app }) => {
      await app.seek('ArrowRight');
      await expect(app.clock(app.synchronous)).toHaveText('0:07:12');
      await app.button('Programs').click();
      await dialogOf(app).getByRole('button', { name: 'Eight and two' }).click();
      await expect(dialogOf(app)).toHaveCount(0);
      await expect(app.laneHeader('One after another')).toBeVisible();
      await expect(app.laneHeader('Taking turns')).toBeVisible();
      await expect(app.page).toHaveTitle(/^Producers and consumers/);
      await expect(app.button('Programs')).toBeFocused();

      await app.open('Parameters');
      await expect(app.parameters.getByRole('button', { name: /^Eight and two/ })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await app.shut('Parameters');
      await app.button('Lanes').click();
      await expect(app.page.getByRole('combobox', { name: 'Model of lane 1' })).toContainText('One after another');
      await app.page.keyboard.press('Escape');
      await expect(app.page.getByRole('dialog', { name: 'Lanes' })).toHaveCount(0);

      await app.scrub.press('Control+z');
      await expect(app.page).toHaveTitle(/^Simultaneous exhibition/);
      await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(24);
      await expect(app.synchronous).toBeVisible();
    },
  );

  step('programs are chosen by the keyboard alone, and it goes back to where it was', async ({ app }) => {
    const { keyboard } = app.page;
    await app.button('Charts').focus();
    await keyboard.press('o');
    await expect(openingOf(app, 'Simultaneous exhibition')).toBeFocused();
    await keyboard.press('Escape');
    await expect(dialogOf(app)).toHaveCount(0);
    await expect(app.button('Charts')).toBeFocused();

    await keyboard.press('o');
    await expect(openingOf(app, 'Simultaneous exhibition')).toBeFocused();
    for (let preset = 0; preset < 7; preset++) await keyboard.press('Tab');
    await expect(openingOf(app, 'Producers and consumers')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(dialogOf(app)).toHaveCount(0);
    await expect(app.page).toHaveTitle(/^Producers and consumers/);
    await expect(app.button('Charts')).toBeFocused();
  });

  step('axe finds nothing in the parameters and the charts of other programs', async ({ app }) => {
    for (const program of ['Rocket countdowns', 'Producers and consumers']) {
      await app.button('Programs').click();
      await openingOf(app, program).click();
      await expect(dialogOf(app)).toHaveCount(0);
      await app.open('Parameters');
      await app.open('Charts');
      await expect(app.page.getByRole('combobox', { name: 'Chart', exact: true })).toBeVisible();
      const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${program}, ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });

  step('lanes that a program cannot have come back with the next one that can', async ({ app }) => {
    await app.button('Programs').click();
    await openingOf(app, 'Generators').click();
    await expect(app.laneHeader('Taking turns')).toBeVisible();
    await expect(app.laneHeaders).toHaveCount(1);
    await app.button('Programs').click();
    await openingOf(app, 'Chained coroutines').click();
    await expect(app.laneHeader('One after another')).toBeVisible();
    await expect(app.laneHeaders).toHaveCount(2);
  });

  step('a program opens under the lanes on screen', async ({ app }) => {
    await app.button('Lanes').click();
    const menu = app.page.getByRole('dialog', { name: 'Lanes' });
    await menu.getByRole('button', { name: 'Remove One game at a time' }).click();
    await menu.getByRole('button', { name: 'Add a lane' }).click();
    await menu.getByRole('combobox', { name: 'Model of lane 2' }).selectOption('threads');
    await menu.getByRole('spinbutton').fill('3');
    await menu.getByRole('button', { name: 'Start with these lanes' }).click();
    await expect(app.laneHeader('3 threads')).toBeVisible();
    await app.button('Programs').click();
    await openingOf(app, 'Chained coroutines').click();
    await expect(app.laneHeader('Taking turns')).toBeVisible();
    await expect(app.laneHeader('3 threads')).toBeVisible();
    await expect(app.laneHeaders).toHaveCount(2);
  });
});

sitting('axe finds nothing in the programs, and draws are chosen', (step) => {
  step('axe finds nothing in the programs in any theme, and everything can be reached', async ({ app }) => {
    for (const theme of ['light', 'dark', 'projector'] as const) {
      await app.chooseTheme(theme);
      await app.button('Programs').click();
      await expect(openingOf(app, 'Simultaneous exhibition')).toBeFocused();
      const axe = new AxeBuilder({ page: app.page }).setLegacyMode(true);
      // Another theme is other colours.
      if (theme !== 'light') axe.withRules('color-contrast');
      const { violations } = await axe.analyze();
      expect.soft(violations.map(({ id, nodes }) => `${theme}, ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const box = (await dialogOf(app).boundingBox())!;
      const within = [box.x >= 0, box.y >= 0, box.x + box.width <= 1280, box.y + box.height <= 800];
      expect.soft(within, theme).toEqual(Array(4).fill(true));
      const last = dialogOf(app).getByRole('article').last().getByRole('button').last();
      await last.focus();
      await expect(last).toBeInViewport({ ratio: 1 });
      await dialogOf(app).getByRole('button', { name: 'Close the programs' }).click();
      await expect(dialogOf(app)).toHaveCount(0);
    }
  });

  step('every lane draws the same numbers, or each in the order of its calls, as one chooses', async ({ app }) => {
    await app.open('Parameters');
    const draws = app.parameters.getByRole('switch', { name: 'Same draws in every lane' });
    await expect(draws).toBeDisabled();
    await expect(draws).toBeChecked();
    await expect(draws).toHaveAccessibleDescription(/This program always works this way\.$/);

    await app.page.keyboard.press('o');
    await openingOf(app, 'Chained coroutines').click();
    await expect(draws).toBeEnabled();
    await expect(draws).toBeChecked();
    await expect(draws).toHaveAccessibleDescription(/its own random stream/);
    const finish = app.laneHeader('One after another').getByTestId('finish');
    await expect(finish).toHaveText(/\d:\d\d\.\d/);
    const same = await finish.textContent();
    await draws.press('Space');
    await expect(draws).not.toBeChecked();
    await expect(draws).toHaveAccessibleDescription(/share one random generator/);
    await expect(finish).not.toHaveText(same!);
    await expect(finish).toHaveText(/\d:\d\d\.\d/);
    // What was drawn otherwise is other work: nothing is faster than it.
    await app.seek('End');
    await expect(app.laneHeader('Taking turns')).toContainText('different work');
    await expect(app.laneHeader('Taking turns').getByTestId('finish')).not.toContainText('×');
    await app.button('Undo the last change').click();
    await expect(draws).toBeChecked();
    await app.seek('End');
    await expect(app.laneHeader('Taking turns').getByTestId('finish')).toContainText('×');
  });
});
