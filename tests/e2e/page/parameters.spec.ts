import { expect, test } from '../app.ts';
import { settled } from '../instant.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

const HERS = 'Her time for a move';

function field(app: Window, title: string) {
  return app.parameter(title).getByRole('textbox', { name: title });
}

/** The list of what was changed under way. */
function changes(app: Window) {
  return app.parameters.getByRole('list', { name: 'Changes during the run' }).getByRole('listitem');
}

sitting('parameters are changed, refused, listed and taken back', (step) => {
  step(
    'a value that is empty, half typed, no number, too small or too large has a message, and the run goes on',
    async ({ app }) => {
      await app.button('Play').click();
      await app.open('Parameters');
      const input = field(app, HERS);
      const message = app.parameter(HERS).getByRole('status');
      for (const typed of ['', '-', '1e', 'five', '-3', '1000001']) {
        await input.fill(typed);
        await expect(message).toHaveText('Must be a number from 0 to 1000000.');
        await expect(input).toHaveAttribute('aria-invalid', 'true');
        await expect(input).toHaveAccessibleDescription('Must be a number from 0 to 1000000.');
        await input.press('Enter');
        await expect(input).toHaveValue(typed);
        const before = (await app.picture()).scrub;
        await expect(app.scrub).not.toHaveAttribute('aria-valuetext', before);
        await expect(app.button('Pause')).toBeVisible();
        await expect(changes(app)).toHaveCount(0);
        await input.fill('5');
        await expect(message).toBeEmpty();
        await expect(input).toHaveAttribute('aria-invalid', 'false');
      }
    },
  );

  step('several changes are listed in their order and undone one by one', async ({ app }) => {
    await app.open('Parameters');
    for (const [steps, value] of [
      [1, '4'],
      [2, '3'],
    ] as const) {
      await app.seek('Home');
      for (let step = 0; step < steps; step++) await app.seek('ArrowRight');
      await field(app, HERS).fill(value);
      await field(app, HERS).press('Enter');
      await expect(changes(app)).toHaveCount(steps);
    }
    await expect(changes(app).first()).toHaveText(/^from 0:07:12: Her time for a move 4 s$/);
    await expect(changes(app).last()).toHaveText(/: Her time for a move 3 s$/);
    await app.scrub.press('Control+z');
    await expect(changes(app)).toHaveCount(1);
    await app.button('Undo the last change').click();
    await expect(changes(app)).toHaveCount(0);
  });

  step('a change of what there is restarts the run, and undo brings the run back', async ({ app }) => {
    await app.seek('ArrowRight');
    await expect(app.clock(app.synchronous)).toHaveText('0:07:12');
    await app.open('Parameters');
    await expect(app.parameter('Boards')).toContainText('restarts the run');
    await field(app, 'Boards').fill('7');
    await field(app, 'Boards').press('Enter');
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(7);
    await expect(app.boardsOf(app.boardsViews.last())).toHaveCount(7);
    await expect(app.clock(app.synchronous)).toHaveText('0:00:00');
    await expect(app.synchronous.getByTestId('finish')).toHaveText(/3:30:00/);
    await app.button('Undo the last change').click();
    await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(24);
  });

  step('a parameter that was changed can be reset, and so can all of them', async ({ app }) => {
    await app.open('Parameters');
    await field(app, HERS).fill('8');
    await field(app, HERS).press('Enter');
    await app.button(`Reset ${HERS}`).click();
    await expect(field(app, HERS)).toHaveValue('5');
    await expect(app.button(`Reset ${HERS}`)).toHaveCount(0);
    await field(app, HERS).fill('9');
    await field(app, HERS).press('Enter');
    await expect(app.button(`Reset ${HERS}`)).toBeVisible();
    await app.button('Reset all').click();
    await expect(field(app, HERS)).toHaveValue('5');
    await expect(app.asynchronous.getByTestId('finish')).toHaveText(/1:00:55/);
  });

  step('another distribution shows its picture, and its numbers are checked against each other', async ({ app }) => {
    const title = 'Time for a reply';
    await app.open('Parameters');
    const row = app.parameter(title);
    await row.getByRole('combobox').selectOption('uniform');
    await expect(row.getByRole('img', { name: /^Density of uniform/ })).toBeVisible();
    await row.getByRole('textbox', { name: `${title}, low` }).fill('90');
    await row.getByRole('textbox', { name: `${title}, high` }).fill('20');
    await expect(row.getByRole('status')).toHaveText('Must be at least low.');
    await row.getByRole('textbox', { name: `${title}, high` }).fill('95');
    await expect(row.getByRole('status')).toBeEmpty();
  });

  step('a seed is a whole number, and another one is another run', async ({ app }) => {
    await app.open('Parameters');
    await app.parameters.getByRole('button', { name: 'Exponential thinkers' }).click();
    const finish = app.asynchronous.getByTestId('finish');
    await expect(finish).toHaveText(/1:0[1-9]:\d\d/);
    const first = await finish.textContent();
    const seed = app.parameters.getByRole('textbox', { name: 'Seed' });
    await seed.fill('4.5');
    await expect(seed).toHaveAttribute('aria-invalid', 'true');
    await expect(seed).toHaveAccessibleDescription('Must be a whole number.');
    await seed.fill('444');
    await seed.press('Enter');
    await expect(finish).toHaveText(/\d:\d\d:\d\d/);
    await expect(finish).not.toHaveText(first!);
    await seed.fill('0');
    await seed.press('Enter');
    await expect(finish).toHaveText(first!);
  });

  // Name, boards, and the ends by the closed form: M N j + o if N j >= j + o, else M (j + o) + (N - 1) j.
  step('each preset has its boards and ends where the closed form says', async ({ app }) => {
    await app.open('Parameters');
    for (const [name, boards, synchronous, asynchronous] of [
      ['One table', 1, '0:30:00', '0:30:00'],
      ['The classic', 24, '12:00:00', '1:00:55'],
      ['Twelve, at the knee', 12, '6:00:00', '0:30:55'],
      ['Forty-eight', 48, '24:00:00', '2:00:55'],
      ['Talk size, 6 x 10', 6, '1:00:00', '0:10:25'],
    ] as const) {
      const preset = app.parameters.getByRole('button', { name: new RegExp(`^${name}`) });
      await preset.click();
      await expect(preset).toHaveAttribute('aria-pressed', 'true');
      await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(boards);
      await app.seek('End');
      await expect(app.clock(app.synchronous)).toHaveText(synchronous);
      await expect(app.clock(app.asynchronous)).toHaveText(asynchronous);
    }
  });
});

test('a valid change applies from the instant on screen, is listed, and can be undone', async ({ app }) => {
  const finish = app.asynchronous.getByTestId('finish');
  await app.seek('ArrowRight');
  await expect(app.clock(app.synchronous)).toHaveText('0:07:12');
  await expect(finish).toHaveText(/1:00:55/);
  const { picture: before } = await settled(app);
  await app.open('Parameters');
  await field(app, HERS).fill('10');
  await field(app, HERS).press('Enter');
  await expect(changes(app)).toHaveText(['from 0:07:12: Her time for a move 10 s']);
  // What has been stays as it was; what comes takes twice as long.
  await expect(finish).not.toHaveText(/1:00:55/);
  expect(await app.picture()).toEqual(before);
  // At each of these instants one board goes on and the next one gets her.
  for (const at of ['0:07:15', '0:07:15', '0:07:25', '0:07:25', '0:07:35']) {
    await app.button('Step').click();
    await expect(app.scrub).toHaveAttribute('aria-valuetext', at);
  }
  for (let count = 0; count < 5; count++) await app.button('Step back').click();
  await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:07:10');

  await app.parameters.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(changes(app)).toHaveCount(0);
  await expect(finish).toHaveText(/1:00:55/);
  await expect(field(app, HERS)).toHaveValue('5');
  await expect(app.parameters.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});
