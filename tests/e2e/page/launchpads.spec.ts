import AxeBuilder from '@axe-core/playwright';
import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import { TaskStages } from '../tasks.ts';

sitting('launch pads', (step) => {
  step('rockets are held, count down and lift off: one after another, or all together', async ({ app }) => {
    const pads = await TaskStages.open(app, 'Rocket countdowns');
    await expect(pads.all.first()).toHaveAccessibleName('One after another: 3 launch pads');
    await app.seek('PageDown');
    await pads.say(
      ['A, T minus 4, blocking its worker, 0.5 of 1 s', 'B, on the pad, ready, 1.5 s', 'C, on the pad, ready, 1.5 s'],
      [
        'A, T minus 4, waiting, 0.5 of 1 s',
        'B, starts in 0.5 s, waiting, 1.5 of 2 s',
        'C, T minus 4, waiting, 0.5 of 1 s',
      ],
    );
    // The rocket that blocking its worker is barred in red, and nobody else is; who is ready has an amber edge.
    expect(await pads.painted(0, 0, 'hold')).toBeGreaterThan(0.02);
    expect(await pads.painted(1, 0, 'hold')).toBe(0);
    expect(await pads.painted(1, 0, 'wait')).toBeGreaterThan(0.005);
    expect(await pads.painted(0, 1, 'ready')).toBeGreaterThan(0.005);
    // What is counted is in full ink; what is still held is pale.
    const digits = { top: 0.22, bottom: 0.48, left: 0.1, right: 0.9 };
    expect(await pads.painted(1, 0, 'ink', digits)).toBeGreaterThan(0.08);
    expect(await pads.painted(1, 1, 'ink', digits)).toBeLessThan(0.01);
    expect(await pads.painted(1, 1, 'done', digits)).toBeGreaterThan(0.08);
    expect(await pads.painted(1, 0, 'brass')).toBe(0);

    await app.seek('End');
    await pads.say(
      ['A, lifted off at 5 s, done', 'B, lifted off at 10 s, done', 'C, lifted off at 15 s, done'],
      ['A, lifted off at 5 s, done', 'B, lifted off at 5 s, done', 'C, lifted off at 5 s, done'],
    );
    // It is up: its nose, in the colour of the lane, is where the digits were, and it stands on its flame.
    for (const [lane, colour] of ['wedge-1', 'wedge-2'].entries()) {
      expect(await pads.painted(lane, 2, colour, { ...digits, top: 0.15 })).toBeGreaterThan(0.02);
      expect(await pads.painted(lane, 2, colour, { top: 0.7, bottom: 0.9 })).toBe(0);
      expect(await pads.painted(lane, 2, 'brass')).toBeGreaterThan(0.002);
    }

    await app.seek('Home');
    await expect(pads.cards(1).nth(1)).toHaveAccessibleName('B, starts in 2.0 s, waiting, 0.0 of 2 s');
    expect(await pads.painted(1, 1, 'brass')).toBe(0);
  });

  step('a lift-off that is played ends in the same picture as one that is gone to', async ({ app }) => {
    const pads = await TaskStages.open(app, 'Rocket countdowns');
    await app.seek('End');
    const there = await pads.painted(0, 2, 'wedge-1', { bottom: 0.5 });
    expect(there).toBeGreaterThan(0.01);
    await app.button('Restart').click();
    await expect(app.scrub).toHaveAttribute('aria-valuetext', '0:00.0');
    expect(await pads.painted(0, 2, 'wedge-1', { bottom: 0.5 })).toBe(0);
    await app.choosePace('10×');
    await app.button('Play').click();
    await expect(app.clock(app.laneHeader('One after another'))).toHaveText('0:15.0');
    // The browser shades edges differently once a canvas has been read a few times.
    const near = there * 0.05;
    await expect
      .poll(async () => Math.abs((await pads.painted(0, 2, 'wedge-1', { bottom: 0.5 })) - there))
      .toBeLessThan(near);
  });

  step('a card is picked with the pointer, and with Enter after the arrows', async ({ app }) => {
    const pads = await TaskStages.open(app, 'Rocket countdowns');
    await pads.cards(1).nth(1).click();
    await expect(pads.cards(1).nth(1)).toHaveAttribute('aria-pressed', 'true');
    await app.page.keyboard.press('ArrowRight');
    await expect(pads.cards(1).nth(2)).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(pads.cards(1).nth(2)).toHaveAttribute('aria-pressed', 'true');
    await expect(app.page.locator('[data-testid=tasks] [aria-pressed=true]')).toHaveCount(1);
    await app.page.keyboard.press('Home');
    await expect(pads.cards(1).first()).toBeFocused();
    await app.page.keyboard.press('Escape');
    await expect(app.page.locator('[data-testid=tasks] [aria-pressed=true]')).toHaveCount(0);
  });

  for (const theme of ['light', 'dark', 'projector'] as const) {
    step(`in ${theme} axe finds nothing on the pads`, async ({ app }) => {
      await app.chooseTheme(theme);
      const pads = await TaskStages.open(app, 'Rocket countdowns');
      await expect(pads.cards(1).first()).toHaveAccessibleName(/^A, T minus 5/);
      await pads.cards(0).first().click();
      // Legacy mode opens no page of its own, which would be a request beyond the app.
      const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});
