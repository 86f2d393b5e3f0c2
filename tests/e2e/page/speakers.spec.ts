import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import { TaskStages } from '../tasks.ts';

sitting('speakers', (step) => {
  step('speakers say one, wait a second that fills, and say two', async ({ app }) => {
    const speakers = await TaskStages.open(app, 'Counting together');
    await app.seek('PageDown');
    await app.seek('PageDown');
    await speakers.say(
      [
        'count-0, has said one, blocking its worker, 0.6 of 1 s',
        'count-1, has said nothing, ready, 0.6 s',
        'count-2, has said nothing, ready, 0.6 s',
      ],
      [0, 1, 2].map((n) => `count-${n}, has said one, waiting, 0.6 of 1 s`),
    );
    // A word that has been said is lit; the wait is barred where it holds the worker and hatched where it does not.
    const words = { top: 0.1, bottom: 0.6, left: 0.08, right: 0.92 };
    expect(await speakers.painted(0, 0, 'lamp', words)).toBeGreaterThan(0.05);
    expect(await speakers.painted(0, 1, 'lamp', words)).toBe(0);
    expect(await speakers.painted(0, 0, 'hold', words)).toBeGreaterThan(0.01);
    expect(await speakers.painted(1, 0, 'hold', words)).toBe(0);
    expect(await speakers.painted(1, 0, 'wait', words)).toBeGreaterThan(0.005);

    await app.seek('PageDown');
    await app.seek('PageDown');
    await speakers.say(
      [
        'count-0, has said one and two, done',
        /^count-1, has said one, blocking its worker, 0.2 of 1 s/,
        /^count-2, has said nothing/,
      ],
      [0, 1, 2].map((n) => `count-${n}, has said one and two, done`),
    );
    expect(await speakers.painted(0, 0, 'hold')).toBe(0);
  });

  step('from a hundred to a thousand speakers all are there, and it is told how many do what', async ({ app }) => {
    const speakers = await TaskStages.open(app, 'Counting together');
    await app.open('Parameters');
    const field = app.parameter('Speakers').getByRole('textbox');
    for (const count of [100, 1000]) {
      await field.fill(String(count));
      await field.press('Enter');
      await expect(speakers.cards(1)).toHaveCount(count);
      await expect.poll(() => speakers.stray()).toBe(0);
    }
    await app.shut('Parameters');
    await app.seek('PageDown');
    // A tenth of a thousand seconds: a hundred have spoken, one holds the worker, and the others wait for it.
    const tally = app.page.getByRole('list', { name: 'How many tasks do what' });
    await expect(tally.first().getByRole('listitem')).toHaveText([/899$/, /0$/, /0$/, /1$/, /100$/]);
    await expect(tally.last().getByRole('listitem')).toHaveText([/0$/, /0$/, /0$/, /0$/, /1000$/]);
    expect(await speakers.painted(0, 100, 'hold')).toBeGreaterThan(0.3);
    expect(await speakers.painted(0, 101, 'ready')).toBeGreaterThan(0.1);
    expect(await speakers.painted(0, 99, 'hold')).toBe(0);
  });
});
