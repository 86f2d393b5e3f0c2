import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Monkey } from '../monkey.ts';

// MONKEY=3000 presses longer, MONKEY_SEED=7 presses other things.
const DEEDS = Number(process.env['MONKEY'] ?? 320);
const SEED = Number(process.env['MONKEY_SEED'] ?? 444);
/** Deeds between two looks at the page. */
const ROUND = 5;

test(`${DEEDS} deeds at random (seed ${SEED}) leave a page that is whole`, async ({ app, complaints }) => {
  test.setTimeout(60_000 + DEEDS * 1000);
  const { page } = app;
  const monkey = new Monkey(page, SEED);
  try {
    for (let deed = 1; deed <= DEEDS; deed++) {
      await monkey.act();
      if (deed % ROUND !== 0) continue;
      expect(complaints).toEqual([]);
      await expect(async () => expect(await page.evaluate(faults)).toEqual([])).toPass({ timeout: 5000 });
    }
  } finally {
    await test.info().attach('deeds', { body: monkey.deeds.join('\n') });
  }
  await still(page);
});

/** What nobody should ever see, and what should agree. Runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  const wrong = /.{0,40}(NaN|undefined|Infinity|\[object|\{\w+\}).{0,40}/;
  const tell = (text: string | null | undefined) => {
    const [match] = wrong.exec(text ?? '') ?? [];
    if (match !== undefined) found.push(`says: ${match}`);
  };
  // Code may say whatever it likes.
  const isCode = (node: Node | null) => node instanceof Element && node.closest('pre, code, textarea') !== null;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (!isCode(texts.currentNode.parentElement)) tell(texts.currentNode.nodeValue);
  for (const element of document.querySelectorAll('[aria-label], [aria-valuetext], [aria-valuenow], [title], [alt]')) {
    for (const name of ['aria-label', 'aria-valuetext', 'aria-valuenow', 'title', 'alt'])
      tell(element.getAttribute(name));
  }
  tell(document.title);

  const seconds = (text: string) => text.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
  const scrub = document.querySelector('[role=slider][aria-label=Instant]')?.getAttribute('aria-valuetext') ?? '';
  const clocks = [...document.querySelectorAll('[data-testid=clock]')].map((clock) => clock.textContent.trim());
  const finishes = [...document.querySelectorAll('[data-testid=finish]')].map((finish) => finish.textContent.trim());
  clocks.forEach((clock, lane) => {
    const over = !finishes[lane]!.startsWith('ends');
    const agrees = over ? seconds(clock) <= seconds(scrub) : clock === scrub;
    if (!agrees) found.push(`clock ${lane + 1} says ${clock}, the scrub bar ${scrub}`);
  });
  const stages = document.querySelectorAll('main > *').length;
  if (clocks.length === 0 || stages !== clocks.length) found.push(`${stages} stages for ${clocks.length} lanes`);
  return found;
}

/** It can still be used: play, and pause. */
async function still(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('slider', { name: 'Instant' }).press('Home');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await play.or(pause).click();
  await expect(play.or(pause)).toBeEnabled();
}
