import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

async function open(app: Window, preset: string): Promise<void> {
  await app.page.keyboard.press('o');
  await app.page.getByRole('dialog', { name: 'Programs' }).getByRole('button', { name: preset, exact: true }).click();
  await expect(app.page.getByRole('dialog', { name: 'Programs' })).toHaveCount(0);
  await app.open('Charts');
}

const chooser = (app: Window) => app.page.getByRole('combobox', { name: 'Chart', exact: true });
const picture = (app: Window) => app.page.getByRole('region', { name: 'Chart', exact: true }).getByRole('img');

sitting('charts are those of the program, and follow the clock', (step) => {
  step('each program has the charts that it has something to say in', async ({ app }) => {
    await app.open('Charts');
    await expect(chooser(app).getByRole('option')).toHaveText([
      'Moves played',
      'Throughput',
      'Utilisation',
      'Ready boards',
      'Waiting times',
      'Distribution of waits',
      'Time of each task',
      'Total time by model',
      'Comparison',
    ]);
    await chooser(app).selectOption('Ready boards');
    await open(app, 'Room for three');
    await expect(chooser(app).getByRole('option')).toHaveText([
      'Items taken',
      'Throughput',
      'Utilisation',
      'Queue depth',
      'Waiting times',
      'Distribution of waits',
      'Loop lag',
      'Spread of loop lag',
      'What blocked the loop',
      'Time of each task',
      'Total time by model',
      'Comparison',
    ]);
    // The chart of what waits is still the one on screen.
    await expect(chooser(app)).toHaveValue('depth');
    await open(app, 'A dozen');
    await expect(chooser(app)).toHaveValue('ready');
    await expect(chooser(app).locator('option:checked')).toHaveText('Ready tasks');
  });

  step('the charts follow the scrub bar', async ({ app }) => {
    await open(app, 'Eight and two');
    await chooser(app).selectOption('Queue depth');
    await expect(picture(app)).toHaveAccessibleName(/^Queue depth over virtual time up to 0:00:00\./);
    await app.seek('End');
    await expect(picture(app)).toHaveAccessibleName(/Taking turns: 0\./);
    await chooser(app).selectOption('Loop lag');
    await expect(picture(app)).toHaveAccessibleName(/One after another: median \d.* s, 95 % within .*, max .*\./);
    await chooser(app).selectOption('What blocked the loop');
    await expect(picture(app)).toHaveAccessibleName(/One after another: (producer|consumer)-\d: \d+/);
    await app.seek('Home');
    await expect(picture(app)).toHaveAccessibleName(/One after another: (producer|consumer)-\d: 0 s\./);
  });
});
