import { expect, test } from '../app.ts';
import { secondsOf } from '../exhibition.ts';
import { TaskStages } from '../tasks.ts';

test('chains overlap when they take turns, and follow each other when they do not', async ({ app }) => {
  const chains = await TaskStages.open(app, 'Chained coroutines');
  await expect(chains.all.last()).toHaveAccessibleName('Taking turns: 3 chains');
  await app.seek('ArrowRight');
  // At a hundredth of the longest run all chains are under way in one lane, and one in the other.
  const [one, two, three] = [9, 6, 3].map((n) => `chain-${n}`);
  const step = (name: string, does: string) => new RegExp(`^${name}, step \\d of \\d+ s, ${does}, 0\\.\\d of \\d+ s$`);
  const idle = (name: string) => new RegExp(`^${name}, ready, 0\\.\\d s$`);
  await chains.say(
    [step(one!, 'blocking its worker'), idle(two!), idle(three!)],
    [one!, two!, three!].map((name) => step(name, 'waiting')),
  );
  expect(await chains.painted(0, 0, 'hold')).toBeGreaterThan(0.002);
  expect(await chains.painted(0, 1, 'hold')).toBe(0);
  for (const card of [0, 1, 2]) expect(await chains.painted(1, card, 'hold')).toBe(0);

  await app.seek('End');
  const over = [9, 6, 3].map((n) => new RegExp(`^chain-${n}, total time [\\d.]+ s, done$`));
  await chains.say(over, over);
  const took = async (lane: number) =>
    (await chains.cards(lane).evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ''))).map((text) =>
      Number(/total time ([\d.]+) s/.exec(text)![1]),
    );
  const ends = async (title: string) => secondsOf((await app.clock(app.laneHeader(title)).textContent())!);
  expect((await took(0)).reduce((sum, each) => sum + each, 0)).toBe(await ends('One after another'));
  expect(Math.max(...(await took(1)))).toBe(await ends('Taking turns'));

  // Where a chain's first bar begins, as a share of the row: one behind the other, or all at the same place.
  const begins = (lane: number, card: number) => chains.firstPainted(lane, card, ['square-dark', 'square-light'], 0.3);
  const [synchronous, asynchronous] = [[], []] as [number[], number[]];
  for (const card of [0, 1, 2]) {
    synchronous.push(await begins(0, card));
    asynchronous.push(await begins(1, card));
  }
  expect(synchronous.toSorted((a, b) => a - b)).toEqual(synchronous);
  expect(synchronous[2]! - synchronous[0]!).toBeGreaterThan(0.1);
  expect(Math.max(...asynchronous) - Math.min(...asynchronous)).toBeLessThan(0.03);
});
