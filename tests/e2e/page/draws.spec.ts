import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import { TaskStages } from '../tasks.ts';

sitting('draws', (step) => {
  step('numbers are drawn until one beats the threshold, and every try is on screen', async ({ app }) => {
    const draws = await TaskStages.open(app, 'Draw until it beats');
    await expect(draws.all.first()).toHaveAccessibleName('One after another: 3 tasks that draw');
    // One after another the first has drawn, and the others have not begun; taking turns all have.
    const drawn =
      /^makerandom-\d, (beat \d, drew \d+, not enough, 1 try, waiting, 0\.0 of \d s|\d+ beats \d, 1 try, done)$/;
    await draws.say(
      [
        /^makerandom-0, (beat 9, drew \d, not enough, 1 try, blocking its worker, 0\.0 of 1 s|10 beats 9, 1 try, done)$/,
        /^makerandom-1, /,
        'makerandom-2, beat 7, no try, ready',
      ],
      [drawn, drawn, drawn],
    );
    // Beyond the line it is green, and the higher the threshold the less of it there is.
    const green = await Promise.all([0, 1, 2].map((card) => draws.painted(0, card, 'runner')));
    expect(green[0]).toBeGreaterThan(0.01);
    expect(green[1]).toBeGreaterThan(green[0]! * 1.4);
    expect(green[2]).toBeGreaterThan(green[1]! * 1.2);
    expect(await draws.painted(0, 2, 'ink-soft', { left: 0.2, right: 0.95, top: 0.35, bottom: 0.85 })).toBeLessThan(
      0.0005,
    );

    await app.seek('End');
    const over = [9, 8, 7].map(
      (threshold, n) => new RegExp(`^makerandom-${n}, \\d+ beats ${threshold}, (1 try|\\d+ tries), done$`),
    );
    await draws.say(over, over);
    for (const lane of [0, 1]) {
      for (const card of [0, 1, 2]) {
        const text = (await draws.cards(lane).nth(card).getAttribute('aria-label'))!;
        const [, value, threshold] = /(\d+) beats (\d+)/.exec(text)!;
        expect(Number(value)).toBeGreaterThan(Number(threshold));
        // The one that was enough is a full disc beyond the line; below it there is none.
        const plot = { left: 0.15, right: 0.97 };
        expect(await draws.painted(lane, card, 'last-line', { ...plot, top: 0.2, bottom: 0.5 })).toBeGreaterThan(0.002);
        expect(await draws.painted(lane, card, 'last-line', { ...plot, top: 0.55, bottom: 0.88 })).toBe(0);
      }
    }
  });

  step('going back takes the tries away again', async ({ app }) => {
    const draws = await TaskStages.open(app, 'Draw until it beats');
    await expect(draws.cards(1).first()).toHaveAccessibleName(/1 try/);
    const first = await draws.cards(1).first().getAttribute('aria-label');
    await app.seek('End');
    await expect(draws.cards(1).first()).toHaveAccessibleName(/done$/);
    await app.seek('Home');
    await expect(draws.cards(1).first()).toHaveAccessibleName(first!);
  });
});
