import type { Locator } from '@playwright/test';
import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

async function open(app: Window, program: string): Promise<void> {
  await app.page.keyboard.press('o');
  await app.page
    .getByRole('dialog', { name: 'Programs' })
    .getByRole('button', { name: `Open ${program}` })
    .click();
  await expect(app.page.getByRole('dialog', { name: 'Programs' })).toHaveCount(0);
  await app.open('Parameters');
}

/** What stands in the fields of the entries on screen, a line each. */
function entriesOf(list: Locator): Promise<string[]> {
  return list
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => [...item.querySelectorAll('input')].map((input) => input.value).join(' ')),
    );
}

sitting('lists of parameters', (step) => {
  step('a list of rockets is an entry a row: added, written, moved and removed by the keyboard', async ({ app }) => {
    const { keyboard } = app.page;
    await open(app, 'Rocket countdowns');
    const row = app.parameter('Rockets');
    const list = row.getByRole('list', { name: 'Rockets: entries' });
    await expect.poll(() => entriesOf(list)).toEqual(['A 5 0', 'B 3 2', 'C 4 1']);

    await row.getByRole('button', { name: 'Add an entry' }).press('Enter');
    await expect(list.getByRole('textbox', { name: 'Rockets, entry 4, label' })).toBeFocused();
    await keyboard.type('Delta');
    await keyboard.press('Tab');
    await keyboard.press('Control+a');
    await keyboard.type('9');
    await keyboard.press('Alt+ArrowUp');
    await expect(list.getByRole('textbox', { name: 'Rockets, entry 3, length' })).toBeFocused();
    expect(await entriesOf(list)).toEqual(['A 5 0', 'B 3 2', 'Delta 9 1', 'C 4 1']);

    await list.getByRole('button', { name: 'Move entry 3', exact: true }).focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await expect(list.getByRole('button', { name: 'Move entry 1', exact: true })).toBeFocused();
    await keyboard.press('ArrowUp');
    expect(await entriesOf(list)).toEqual(['Delta 9 1', 'A 5 0', 'B 3 2', 'C 4 1']);
    await expect(row.getByText('Now entry 1 of 4.')).toBeAttached();

    await list.getByRole('button', { name: 'Remove entry 2', exact: true }).press('Enter');
    expect(await entriesOf(list)).toEqual(['Delta 9 1', 'B 3 2', 'C 4 1']);
    await expect(list.getByRole('button', { name: 'Remove entry 2', exact: true })).toBeFocused();
    // One after another: nine seconds and one, three and two, four and one.
    await expect(app.laneHeader('One after another').getByTestId('finish')).toHaveText(/0:20\.0/);
    await expect(app.laneHeader('Taking turns').getByTestId('finish')).toHaveText(/0:10\.0/);
  });

  step('an entry is dragged to another place', async ({ app }) => {
    await open(app, 'Rocket countdowns');
    const list = app.parameter('Rockets').getByRole('list');
    const grip = (number: number) => list.getByRole('button', { name: `Move entry ${number}`, exact: true });
    await grip(3).scrollIntoViewIfNeeded();
    const [from, to] = [(await grip(1).boundingBox())!, (await grip(3).boundingBox())!];
    await app.page.mouse.move(from.x + 20, from.y + 20);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x + 20, to.y + 20, { steps: 6 });
    await app.page.mouse.up();
    await expect.poll(() => entriesOf(list)).toEqual(['B 3 2', 'C 4 1', 'A 5 0']);
  });

  step('what cannot stand in an entry is said at that entry, with what can', async ({ app }) => {
    await open(app, 'Draw until it beats');
    const row = app.parameter('Thresholds');
    const second = row.getByRole('textbox', { name: 'Thresholds, entry 2' });
    await second.fill('5000');
    await expect(second).toHaveAttribute('aria-invalid', 'true');
    await expect(second).toHaveAccessibleDescription('Must be a whole number from -1000 to 1000.');
    await expect(row.getByRole('listitem').nth(1).getByRole('status')).not.toBeEmpty();
    await expect(row.getByRole('listitem').first().getByRole('status')).toBeEmpty();
    await second.fill('6');
    await expect(second).toHaveAttribute('aria-invalid', 'false');
    // The last entry stays.
    for (const entry of [3, 2]) await row.getByRole('button', { name: `Remove entry ${entry}` }).click();
    await expect(row.getByRole('button', { name: 'Remove entry 1' })).toBeDisabled();
  });

  step(
    'of a thousand entries a page is shown, and a wrong one on another page can be gone to',
    async ({ app, other }) => {
      await open(app, 'Draw until it beats');
      const thresholds = Array.from({ length: 1000 }, (_, place) => place % 9);
      const scenario = { workload: 'makerandom', params: { thresholds } };
      await other.call('open', { scenario, lanes: [{ model: 'asynchronous' }] });
      const row = app.parameter('Thresholds');
      const pages = row.getByRole('group', { name: 'Part of the entries' });
      await expect(pages).toContainText('1 to 12 of 1,000');
      expect(await row.getByRole('listitem').count()).toBe(12);
      await row.getByRole('textbox', { name: 'Thresholds, entry 3' }).fill('x');
      await pages.getByRole('button', { name: 'Next entries' }).click();
      await expect(pages).toContainText('13 to 24 of 1,000');
      await row.getByRole('button', { name: /^Entry 3: must be a whole number/ }).click();
      await expect(row.getByRole('textbox', { name: 'Thresholds, entry 3' })).toHaveAttribute('aria-invalid', 'true');
    },
  );
});
