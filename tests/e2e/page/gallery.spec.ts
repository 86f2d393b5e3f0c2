import { Run } from '../../../electron/session/run.ts';
import { workloads } from '../../../electron/workloads/registry.ts';
import type { Workload } from '../../../electron/workloads/workload.ts';
import { measureWords } from '../../../renderer/gallery/pair.ts';
import { fill } from '../../../renderer/words/fill.ts';
import { costOf } from '../../../shared/fold/cost.ts';
import { divergenceOf } from '../../../shared/fold/divergence.ts';
import type { Mistake } from '../../../shared/listing/mistake.ts';
import { readScenario } from '../../../shared/scenario/scenario.ts';
import type { Caller } from '../../support/caller.ts';
import { expect, test } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

const mistakes = (workloads as readonly Workload<unknown>[]).flatMap((workload) =>
  (workload.mistakes ?? []).map((mistake) => ({ workload, mistake })),
);

/** Where a mistake's timelines part and what it costs, from runs of our own. */
function expected(workload: Workload<unknown>, mistake: Mistake): { at: number; cost: string } {
  const [right, wrong] = [mistake.right, mistake.id].map((variant) => {
    const { model, draws, params } = mistake;
    const run = new Run(readScenario({ workload: workload.id, variant, model, draws, params }, workload), workload);
    run.advance();
    return run.trace;
  });
  const { vocabulary } = workload;
  const values = [right!, wrong!].map((trace) => costOf(mistake.measure, trace, vocabulary)) as [number, number];
  const [well, badly] = measureWords(mistake.measure, values);
  return { at: divergenceOf(right!, wrong!, vocabulary)!, cost: fill(mistake.cost, { right: well, wrong: badly }) };
}

async function openGallery(app: Window) {
  await app.page.keyboard.press('o');
  await app.page.getByRole('tab', { name: 'Mistakes' }).click();
  const gallery = app.page.getByRole('dialog', { name: 'Programs' });
  await expect(gallery.getByRole('article')).toHaveCount(mistakes.length);
  return gallery;
}

/** All that those who listen are told from now on: a sentence stays only until there is another one. */
async function hear(app: Window): Promise<() => Promise<string[]>> {
  const heard = await app.page.getByTestId('live').evaluateHandle((live) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(live.textContent)).observe(live, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return texts;
  });
  return () => heard.jsonValue();
}

/** Opens a mistake from whatever is on screen, and goes to where its lanes part. */
async function show(app: Window, other: Caller, workload: Workload<unknown>, mistake: Mistake): Promise<void> {
  const gallery = await openGallery(app);
  const card = gallery.getByRole('article', { name: mistake.title });
  await expect(card).toContainText(workload.title);
  await expect(card).toContainText(mistake.help);
  const heard = await hear(app);
  await card.getByRole('button').click();
  await expect(gallery).toHaveCount(0);
  await expect(app.laneHeaders).toHaveCount(2);
  await expect(app.laneHeader('As it should be')).toBeVisible();
  await expect(app.laneHeader(mistake.title)).toBeVisible();
  const { at, cost } = expected(workload, mistake);
  const [band, sentence] = [app.page.getByTestId('mistake'), app.page.getByTestId('sentence')];
  if (at > 0) {
    await expect(band.getByText(mistake.help)).toBeVisible();
    await other.call('seek', { at: at - Math.min(0.001, at / 2) });
    await expect(band.getByText('So far both lanes do the same.')).toBeVisible();
    await expect(sentence).toBeHidden();
  }
  const stages = (await app.page.getByRole('main').boundingBox())!;
  await other.call('seek', { at });
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText(mistake.sentence);
  await expect(app.page.getByTestId('cost')).toHaveText(cost);
  expect(await app.page.getByRole('main').boundingBox()).toEqual(stages);
  expect((await band.boundingBox())!.y + (await band.boundingBox())!.height).toBeLessThanOrEqual(stages.y + 1);
  await expect.poll(async () => (await heard()).join('\n')).toContain(mistake.sentence);
}

for (const [part, some] of [mistakes.slice(0, mistakes.length / 2), mistakes.slice(mistakes.length / 2)].entries()) {
  test(`every mistake opens beside the right program, one after another, part ${part + 1} of 2`, async ({
    app,
    other,
  }) => {
    test.setTimeout(90_000);
    for (const { workload, mistake } of some) {
      await test.step(`${mistake.title} (${workload.id})`, () => show(app, other, workload, mistake));
    }
  });
}

sitting('a mistake and what is said of it', (step) => {
  step('the difference lies beside the pair, and goes with it', async ({ app }) => {
    const gallery = await openGallery(app);
    await gallery.getByRole('button', { name: 'Show “Everything awaited” beside the right program' }).click();
    await expect(app.laneHeader('As it should be')).toBeVisible();
    const panel = app.page.getByRole('complementary', { name: 'Listing' });
    // It lies open at the changed line without a tab to find, and both lanes say which they are.
    const lines = panel.getByRole('list', { name: 'Difference from wrong to right' }).getByRole('listitem');
    await expect(lines.filter({ hasText: 'wrong:' })).toHaveText(/−.*await asyncio\.sleep\(5\)/);
    await expect(lines.filter({ hasText: 'right:' })).toHaveText(/\+.*time\.sleep\(5\)/);
    await expect(lines.filter({ hasText: 'wrong:' })).toBeInViewport();
    await expect(app.page.getByTestId('verdict')).toHaveText([/right/, /wrong/]);
    await panel.getByRole('tab', { name: 'Python' }).click();
    await panel.getByRole('button', { name: 'Everything awaited' }).click();
    await expect(panel.locator('[data-line="5"]')).toContainText('await asyncio.sleep(5)');
    await panel.getByRole('button', { name: 'As it should be' }).click();
    await expect(panel.locator('[data-line="5"]')).toContainText('time.sleep(5)');
    await app.page.keyboard.press('Control+z');
    await expect(panel.getByRole('tab', { name: 'Difference' })).toHaveCount(0);
    await expect(app.page.getByTestId('mistake')).toHaveCount(0);
  });

  step('the sentence is told once to those who listen', async ({ app, other }) => {
    const gallery = await openGallery(app);
    const [{ mistake }] = mistakes as [(typeof mistakes)[number]];
    const heard = await hear(app);
    const times = async () => (await heard()).filter((text) => text.includes(mistake.sentence)).length;
    await gallery.getByRole('button', { name: `Show “${mistake.title}” beside the right program` }).click();
    const live = app.page.getByTestId('live');
    await other.call('seek', { at: 100 });
    await expect.poll(times).toBe(1);
    await expect(live).toHaveText(/^As it should be: /);
    await other.call('seek', { at: 0 });
    await expect(app.page.getByTestId('sentence')).toBeHidden();
    const before = (await heard()).length;
    await other.call('seek', { at: 200 });
    await expect(app.page.getByTestId('sentence')).toBeVisible();
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    expect(await times()).toBe(1);
  });
});
