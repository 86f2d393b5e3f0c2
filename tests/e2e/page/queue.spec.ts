import { Kind } from '../../../shared/trace/kinds.ts';
import { pairText } from '../../../shared/trace/events.ts';
import { expect } from '../app.ts';
import { alike, expectedRun, Pictures, type Expected } from '../pictures.ts';
import { sitting } from '../sitting.ts';

const PUT = Kind.OWN + 1;
const GOT = Kind.OWN + 2;
const PRODUCERS = 8;

interface Item {
  readonly number: number;
  readonly maker: number;
  readonly madeAt: number;
}

/** What lies in the queue at an instant, from what the program tells: put, and not got. */
function queuedAt({ events }: Expected, t: number): Item[] {
  const madeAt = new Map<number, number>();
  const gotAt = new Map<number, number>();
  events.forEach(({ at, kind, value }, index) => {
    if (kind !== GOT) return;
    madeAt.set(value, at - events[index + 1]!.value);
    gotAt.set(value, at);
  });
  return events
    .filter(({ at, kind, value }) => kind === PUT && at <= t && gotAt.get(value)! > t)
    .map(({ task, value }) => ({ number: value, maker: task - 1, madeAt: madeAt.get(value)! }));
}

function slipTexts(items: readonly Item[], t: number): string[] {
  return items.map(({ number, maker, madeAt }, place) => {
    const seconds = Math.floor(t - madeAt + 1e-6);
    const turn = place === 0 ? 'next' : `number ${place + 1}`;
    return `Item ${pairText(number)} of producer ${maker}, queued, waiting ${seconds} s, ${turn} to be taken`;
  });
}

/** How many items each task has put or got. */
function countsAt({ events }: Expected, t: number, kind: number, tasks: readonly number[]): number[] {
  return tasks.map(
    (task) => events.filter((event) => event.kind === kind && event.task === task && event.at <= t).length,
  );
}

const numbers = (texts: readonly string[], word: string) =>
  texts.map((text) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1]));

sitting('the queue', (step) => {
  step('every item is where it should be, with its number and how long it waits', async ({ app }) => {
    const runs = ['synchronous', 'asynchronous'].map((model) => expectedRun('queue', model, 'bounded'));
    const end = Math.max(...runs.map((run) => run.end));
    const pictures = await Pictures.open(app, 'queue', 'Producers and consumers', 'Room for three');
    await expect(pictures.all.last()).toHaveAccessibleName(/: 8 producers, 2 consumers and a queue$/);
    let at = 0;
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'PageDown',
      'ArrowRight',
    ] as const) {
      at += (key === 'PageDown' ? 10 : 1) * (end / 100);
      await app.seek(key);
      for (const [lane, run] of runs.entries()) {
        const t = Math.min(at, run.end);
        // All at once: the parts of a picture are read out together, a little later than they are painted.
        const producers = Array.from({ length: PRODUCERS }, (_, index) => index + 1);
        const expected = {
          items: slipTexts(queuedAt(run, t), t),
          made: countsAt(run, t, PUT, producers),
          taken: countsAt(run, t, GOT, [PRODUCERS + 1, PRODUCERS + 2]),
        };
        await expect
          .poll(async () => ({
            items: await pictures.say(lane, 'Item'),
            made: numbers(await pictures.say(lane, 'Producer'), 'made'),
            taken: numbers(await pictures.say(lane, 'Consumer'), 'taken'),
          }))
          .toEqual(expected);
      }
    }
  });

  step('an item has the colour of who made it, and who is held back has its item in hand', async ({ app }) => {
    const run = expectedRun('queue', 'asynchronous', 'bounded');
    const end = expectedRun('queue', 'synchronous', 'bounded').end;
    const pictures = await Pictures.open(app, 'queue', 'Producers and consumers', 'Room for three');
    // The first instant a few steps in at which somebody is held back.
    for (let step = 0; step < 8; step++) await app.seek('ArrowRight');
    const t = 8 * (end / 100);
    const items = queuedAt(run, t);
    await expect.poll(() => pictures.say(1, 'Item')).toEqual(slipTexts(items, t));
    for (const [place, { maker }] of items.entries()) {
      const item = pictures.parts(1, 'Item').nth(place);
      for (let other = 0; other < PRODUCERS; other++) {
        expect(await pictures.painted(item, `maker-${other + 1}`), `item ${place}`).toBe(other === maker);
      }
    }
    const held = pictures.parts(1, /^Producer \d, waits for room/);
    expect(await held.count()).toBeGreaterThan(0);
    for (const producer of await held.all()) {
      const text = (await producer.getAttribute('aria-label'))!;
      const [, number] = /^Producer (\d)/.exec(text)!;
      expect(text).toContain(`with item ${number}.`);
      expect(await pictures.painted(producer, `maker-${Number(number) + 1}`)).toBe(true);
    }
  });

  step('who is clicked is picked out, an item picks who made it, and the arrows go on', async ({ app }) => {
    const pictures = await Pictures.open(app, 'queue', 'Producers and consumers', 'Eight and two');
    for (let step = 0; step < 5; step++) await app.seek('ArrowRight');
    await expect(pictures.parts(1, 'Item')).not.toHaveCount(0);
    const producer = pictures.parts(1, 'Producer 4');
    await producer.click();
    await expect(producer).toHaveAttribute('aria-pressed', 'true');
    await app.page.keyboard.press('ArrowDown');
    await expect(pictures.parts(1, 'Producer 5')).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(pictures.parts(1, 'Producer 5')).toHaveAttribute('aria-pressed', 'true');
    await expect(producer).toHaveAttribute('aria-pressed', 'false');
    const item = pictures.parts(1, 'Item').first();
    const [, maker] = /of producer (\d)/.exec((await item.getAttribute('aria-label'))!)!;
    await item.click();
    await expect(pictures.parts(1, `Producer ${maker}`)).toHaveAttribute('aria-pressed', 'true');
  });

  step('the picture of an instant is the same whichever way one comes to it', async ({ app }) => {
    const pictures = await Pictures.open(app, 'queue', 'Producers and consumers', 'Eight and two');
    const shown = async (text: string) => {
      await expect(app.scrub).toHaveAttribute('aria-valuetext', text);
      await expect(app.clock(app.laneHeader('One after another'))).toHaveText(text);
    };
    await app.seek('PageDown');
    await expect(app.scrub).not.toHaveAttribute('aria-valuetext', /^0:00(:00|\.0)$/);
    const text = (await app.scrub.getAttribute('aria-valuetext'))!;
    await shown(text);
    await expect(pictures.parts(1, 'Item')).not.toHaveCount(0);
    const before = await pictures.image(1);
    await app.seek('End');
    await expect(pictures.parts(1, 'Item')).toHaveCount(0);
    expect(alike(await pictures.image(1), before)).toBe(false);
    await app.seek('Home');
    await app.seek('PageDown');
    await shown(text);
    await expect.poll(async () => alike(await pictures.image(1), before)).toBe(true);
  });
});
