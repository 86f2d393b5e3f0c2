import type { Caller } from '../../support/caller.ts';
import { expect } from '../app.ts';
import { secondsOf } from '../exhibition.ts';
import { settled } from '../instant.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

const SYNCHRONOUS_ENDS = 12 * 3600;

async function instant(app: Window): Promise<number> {
  return (await settled(app)).at;
}

async function instantIs(app: Window, at: number): Promise<void> {
  await expect(app.scrub).toHaveAttribute('aria-valuenow', String(at));
  expect(await instant(app)).toBe(at);
}

sitting('the transport', (step) => {
  step('the clock stands at zero until it is started, with her at the first board', async ({ app }) => {
    await instantIs(app, 0);
    await expect(app.synchronous).toContainText('She moves at board 1');
    await expect(app.board(1, 1)).toHaveAccessibleName(/running: she moves, 0 s, move 1, White to move/);
  });

  step('pause stands still where it was pressed, on every board', async ({ app }) => {
    await app.button('Play').click();
    await expect(app.scrub).not.toHaveAttribute('aria-valuenow', '0');
    await app.button('Pause').click();
    await expect(app.button('Play')).toBeVisible();
    const at = await instant(app);
    expect(at).toBeGreaterThan(0);
    await app.button('Step').click();
    // She decides every five seconds, so that is how far a step can go at most.
    await expect(app.scrub).toHaveAttribute('aria-valuenow', String(5 * Math.floor(at / 5) + 5));
  });

  step(
    'a step goes to the next scheduling decision of any lane, a step back to the one before',
    async ({ app, other }) => {
      const forth: string[] = [];
      for (let count = 0; count < 6; count++) forth.push(await taken(app, other, 'Step'));
      // At five one master waits on, the other goes on to board 2: a decision of the first lane and two of the second.
      expect(forth).toEqual(['5 lane 0', '5 lane 1', '5 lane 1', '10 lane 1', '10 lane 1', '15 lane 1']);
      const back: string[] = [];
      for (let count = 0; count < 5; count++) back.push(await taken(app, other, 'Step back'));
      expect(back).toEqual(forth.slice(0, -1).reverse());
    },
  );

  step('steps and steps back land on the same picture', async ({ app, other }) => {
    await app.seek('PageUp');
    await app.seek('Home');
    await app.seek('ArrowRight');
    await instantIs(app, 432);
    const boards = async () => (await app.picture()).lanes.map((lane) => lane.boards);
    const pictures: (readonly (readonly string[])[])[] = [];
    for (let count = 0; count < 4; count++) {
      await taken(app, other, 'Step');
      let seen: readonly (readonly string[])[] = [];
      // Texts for readers follow the picture after a moment.
      await expect(async () => {
        const before = seen;
        seen = await boards();
        expect(seen).toEqual(before);
      }).toPass({ intervals: [600] });
      pictures.push(seen);
    }
    expect(pictures[0]).not.toEqual(pictures.at(-1));
    for (const picture of pictures.slice(0, -1).reverse()) {
      await taken(app, other, 'Step back');
      await expect.poll(boards).toEqual(picture);
    }
  });

  step('the scrub bar goes to where it is pointed at and by keys to where it says', async ({ app }) => {
    for (const share of [0.5, 0.05, 0.9]) {
      await app.scrubTo(share);
      await expect(async () => {
        const at = secondsOf((await app.picture()).scrub);
        expect(Math.abs(at / SYNCHRONOUS_ENDS - share)).toBeLessThan(0.04);
      }).toPass({ intervals: [50] });
      await instant(app);
    }
    await app.seek('End');
    await instantIs(app, SYNCHRONOUS_ENDS);
    await app.seek('PageUp');
    await instantIs(app, 0.9 * SYNCHRONOUS_ENDS);
    await app.seek('Home');
    await instantIs(app, 0);
    await app.seek('PageDown');
    await instantIs(app, 4320);
  });

  step('the scrub bar can be dragged, and the picture goes along', async ({ app }) => {
    const { x, y, width, height } = (await app.scrub.boundingBox())!;
    await app.page.mouse.move(x + 0.2 * width, y + height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(x + 0.07 * width, y + height / 2, { steps: 8 });
    await app.page.mouse.up();
    const at = await instant(app);
    expect(at).toBeGreaterThan(0.03 * SYNCHRONOUS_ENDS);
    expect(at).toBeLessThan(0.08 * SYNCHRONOUS_ENDS);
  });

  step('restart sets the clock back to zero', async ({ app }) => {
    await app.seek('End');
    await instantIs(app, SYNCHRONOUS_ENDS);
    await app.button('Restart').click();
    await instantIs(app, 0);
  });

  step('playing goes on from where one has scrubbed to', async ({ app }) => {
    await app.choosePace('100×');
    await app.button('Play').click();
    await app.scrubTo(0.5);
    await expect.poll(async () => secondsOf((await app.picture()).scrub)).toBeGreaterThan(0.49 * SYNCHRONOUS_ENDS);
    await expect(app.button('Pause')).toBeVisible();
    const before = secondsOf((await app.picture()).scrub);
    await expect.poll(async () => secondsOf((await app.picture()).scrub)).toBeGreaterThan(before + 100);
    await app.button('Pause').click();
    await instant(app);
  });

  step('faster and slower change the speed by the offered steps, and the achieved one is told', async ({ app }) => {
    const pace = app.page.getByTestId('pace');
    await app.choosePace('0.1×');
    await expect(pace).toHaveText('0.1×');
    await app.button('Slower').click();
    await app.button('Faster').click();
    await expect(pace).toHaveText('0.2×');
    await app.choosePace('100,000×');
    await app.button('Faster').click();
    await expect(pace).toHaveText('100,000×');
    await app.button('Slower').click();
    await expect(pace).toHaveText('50,000×');
  });
});

/** What a step leads to: an instant, and how far it has come there in which lane. */
async function taken(app: Window, other: Caller, name: 'Step' | 'Step back'): Promise<string> {
  // Other parts of the clock's state change by themselves, as the achieved speed does.
  const place = () => JSON.stringify([other.clock?.at, other.clock?.within]);
  const before = place();
  await app.button(name).click();
  await expect.poll(() => place() !== before && other.clock?.within !== null).toBe(true);
  const { at, within } = other.clock!;
  await expect(app.scrub).toHaveAttribute('aria-valuenow', String(at));
  return `${at} lane ${within!.lane}`;
}
