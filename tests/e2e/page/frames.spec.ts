import AxeBuilder from '@axe-core/playwright';
import type { Caller } from '../../support/caller.ts';
import { expect } from '../app.ts';
import { alike, Pictures } from '../pictures.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

const open = (app: Window, preset: string) => Pictures.open(app, 'frames', 'Generators', preset, 1);

/** The lazy range beside the list of them all. */
async function openPair(app: Window, other: Caller, steps: number, pace = 1): Promise<Pictures> {
  const pictures = await open(app, 'A lazy range');
  const params = { program: 'lazy', steps, pace: { kind: 'constant', value: pace } };
  const lanes = [null, 'eager'].map((variant) => ({ model: 'asynchronous', variant }));
  await other.call('open', { scenario: { workload: 'generators', params }, lanes });
  await expect(pictures.all).toHaveCount(2);
  return pictures;
}

/** Goes to an instant and waits until a picture says all of this. */
async function says(pictures: Pictures, other: Caller, at: number, lane: number, texts: readonly string[]) {
  await other.call('seek', { at });
  await expect.poll(() => pictures.say(lane, '')).toEqual(texts);
}

sitting('the stack of generators', (step) => {
  step(
    'a lazy range keeps one value and is suspended in mid-line, a list keeps them all and is gone',
    async ({ app, other }) => {
      const pictures = await openPair(app, other, 10);
      await says(pictures, other, 7.5, 0, [
        'main waits for numbers: for value in numbers(10):',
        'numbers runs: yield k, yields 3 to main',
        'main has received 0 1 2',
        'Values in memory: 1, about 36 bytes in CPython',
      ]);
      await says(pictures, other, 7.5, 1, [
        'main waits for numbers: for value in numbers(10):',
        'numbers runs: values.append(k)',
        'main has received nothing yet',
        'Values in memory: 7, about 252 bytes in CPython',
      ]);
      await says(pictures, other, 14.5, 0, [
        'main runs: total += value, has 6',
        'numbers suspended, kept alive, continues at: yield k',
        'main has received 0 1 2 3 4 5 6',
        'Values in memory: 1, about 36 bytes in CPython',
      ]);
      await says(pictures, other, 14.5, 1, [
        'main runs: total += value, has 2',
        'numbers: gone, returned 10',
        'main has received 0 1 2',
        'Values in memory: 10, about 360 bytes in CPython',
      ]);
      // Who runs is lit, and nobody else; who is gone has no paper either.
      for (const lane of [0, 1]) {
        expect(await pictures.painted(pictures.parts(lane, 'main runs'), 'lamp')).toBe(true);
        expect(await pictures.painted(pictures.parts(lane, 'numbers'), 'lamp')).toBe(false);
        expect(await pictures.painted(pictures.parts(lane, 'numbers'), 'sheet')).toBe(lane === 0);
      }
      // At the end the most there were.
      await other.call('seek', { at: 22 });
      await expect(pictures.parts(0, 'Peak values in memory: 1,')).toBeVisible();
      await expect(pictures.parts(1, 'Peak values in memory: 10,')).toBeVisible();
    },
  );

  step('a value goes up through every frame and its answer comes down', async ({ app, other }) => {
    const pictures = await open(app, 'Three levels of yield from');
    await says(pictures, other, 14.5, 0, [
      'main waits for top: value = values.send(10 * value)',
      'top waits for middle: total = yield from middle(n)',
      'middle waits for bottom: total = yield from bottom(n)',
      'bottom runs: total = yield from source(n), yields 1 to middle',
      'source suspended, kept alive, continues at: total += yield k',
      'main has received 0',
      'Values in memory: 1, about 36 bytes in CPython',
    ]);
    const painted = (name: string, token: string) => pictures.painted(pictures.parts(0, name), token);
    const holders = async (token: string) =>
      Promise.all(
        ['main', 'top', 'middle', 'bottom', 'source'].map((name) => painted(`${name} (runs|waits|suspended)`, token)),
      );
    expect(await holders('maker-1')).toEqual([false, false, true, false, false]);
    await says(pictures, other, 18.5, 0, [
      'main runs: value = values.send(10 * value), sends 10 to top',
      'top suspended, kept alive, continues at: total = yield from middle(n)',
      'middle suspended, kept alive, continues at: total = yield from bottom(n)',
      'bottom suspended, kept alive, continues at: total = yield from source(n)',
      'source suspended, kept alive, continues at: total += yield k',
      'main has received 0 1',
      'Values in memory: 1, about 36 bytes in CPython',
    ]);
    expect(await holders('maker-1')).toEqual(Array(5).fill(false));
    expect(await holders('maker-3')).toEqual([false, true, false, false, false]);
    await says(pictures, other, 42.5, 0, [
      'main waits for top: value = values.send(10 * value)',
      'top waits for middle: total = yield from middle(n)',
      'middle runs: return total, returns 60 to top',
      'bottom: gone, returned 60',
      'source: gone, returned 60',
      'main has received 0 1 2 3',
      'Values in memory: 1, about 36 bytes in CPython',
    ]);
  });

  step('a range is told how far to jump', async ({ app, other }) => {
    const pictures = await open(app, 'A range that jumps');
    await says(pictures, other, 24.5, 0, [
      'main runs: value = values.send(max(1, value // 2)), sends 6 to jumping',
      'jumping suspended, kept alive, continues at: k += yield k',
      'main has received 0 1 2 3 4 6 9 13',
      'Values in memory: 1, about 36 bytes in CPython',
    ]);
    // What is sent lies with who gets it.
    expect(await pictures.painted(pictures.parts(0, 'jumping'), 'maker-3')).toBe(true);
    expect(await pictures.painted(pictures.parts(0, 'main runs'), 'maker-3')).toBe(false);
  });

  step('a million in a list fill the squares, one fills next to nothing of the first', async ({ app, other }) => {
    const pictures = await openPair(app, other, 1_000_000, 0.001);
    await other.call('seek', { at: 1500 });
    await expect(pictures.parts(0, 'Values in memory: 1, about 36 bytes')).toBeVisible();
    await expect(pictures.parts(1, 'Values in memory: 1,000,000, about 36 MB')).toBeVisible();
    await expect(pictures.parts(1, 'main has received, most recently, 480,000 .* 498,000$')).toBeVisible();
    // Of the lower right part of the squares none is filled, or all are.
    const filled = (lane: number, from: number) =>
      pictures.painted(pictures.parts(lane, 'Values in memory'), 'brass', from);
    expect([await filled(0, 0), await filled(0, 0.4)]).toEqual([true, false]);
    expect([await filled(1, 0), await filled(1, 0.4)]).toEqual([true, true]);
  });

  step('the picture of an instant is the same whichever way one comes to it', async ({ app, other }) => {
    const pictures = await open(app, 'Three levels of yield from');
    const label = 'bottom runs: total = yield from source\\(n\\), yields 2 to middle';
    await other.call('seek', { at: 23.5 });
    await expect(pictures.parts(0, label)).toBeVisible();
    const before = await pictures.image(0);
    await other.call('seek', { at: 45 });
    await expect(pictures.parts(0, 'main: gone')).toBeVisible();
    expect(alike(await pictures.image(0), before)).toBe(false);
    await other.call('seek', { at: 23.5 });
    await expect(pictures.parts(0, label)).toBeVisible();
    await expect.poll(async () => alike(await pictures.image(0), before)).toBe(true);
  });

  step('a frame is reached with the arrows, and clicking the stack picks its task out', async ({ app }) => {
    const pictures = await open(app, 'Three levels of yield from');
    const main = pictures.parts(0, 'main runs');
    await expect(main).toHaveAttribute('aria-pressed', 'false');
    await main.click();
    await expect(main).toHaveAttribute('aria-pressed', 'true');
    await app.page.keyboard.press('ArrowDown');
    await expect(pictures.parts(0, 'top')).toBeFocused();
    await app.page.keyboard.press('End');
    await expect(pictures.parts(0, 'Values in memory')).toBeFocused();
    await app.page.keyboard.press('Escape');
    await expect(main).toHaveAttribute('aria-pressed', 'false');
  });

  for (const theme of ['light', 'dark', 'projector'] as const) {
    step(
      `axe finds nothing in the stack in ${theme}, and its parts do not lie upon each other`,
      async ({ app, other }) => {
        await app.chooseTheme(theme);
        const pictures = await open(app, 'Three levels of yield from');
        await other.call('seek', { at: 20.5 });
        await expect(pictures.parts(0, 'middle runs')).toBeVisible();
        const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
        const area = (await pictures.all.first().boundingBox())!;
        const parts = pictures.all.first().getByRole('group').getByRole('button');
        const boxes = await Promise.all((await parts.all()).map(async (part) => (await part.boundingBox())!));
        boxes.forEach((box, place) => {
          expect(box.x >= area.x && box.x + box.width <= area.x + area.width, `part ${place} is inside`).toBe(true);
          expect(box.y >= area.y && box.y + box.height <= area.y + area.height, `part ${place} is inside`).toBe(true);
          const upon = boxes.filter(
            (each, other) =>
              other > place &&
              each.x < box.x + box.width &&
              box.x < each.x + each.width &&
              each.y < box.y + box.height &&
              box.y < each.y + each.height,
          );
          expect(upon, `what lies upon part ${place}`).toEqual([]);
        });
      },
    );
  }
});
