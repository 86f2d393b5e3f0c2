/**
 * Tests that share a window, one after another: to start the app and its page costs more than most of them. Each begins
 * where the app begins: the exhibition at zero, every panel shut. What needs a window that nobody has used is a test.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { firstScreen } from '../../electron/host/start.ts';
import type { Caller } from '../support/caller.ts';
import { expect, test } from './app.ts';
import type { Window } from './window.ts';

interface Given {
  readonly app: Window;
  readonly other: Caller;
  readonly page: Page;
  readonly context: BrowserContext;
}

type Step = (name: string, run: (given: Given) => Promise<void>) => void;

/** As in the configuration. */
const VIEWPORT = { width: 1280, height: 800 };
/** Milliseconds that one of them may take. */
const STEP_MS = 30_000;

/** One test of several: all of them are made, and it fails where one of them does. */
export function sitting(title: string, tell: (step: Step) => void): void {
  const steps: { readonly name: string; readonly run: (given: Given) => Promise<void> }[] = [];
  tell((name, run) => steps.push({ name, run }));
  test(title, async ({ app, other, page, context }) => {
    test.setTimeout(steps.length * STEP_MS);
    const failures: Error[] = [];
    for (const [place, { name, run }] of steps.entries()) {
      const made = test.step(name, async () => {
        if (place > 0) await beginAnew(app, other);
        await run({ app, other, page, context });
      });
      await made.catch((error: unknown) => failures.push(error as Error));
    }
    if (failures.length === 1) throw failures[0]!;
    if (failures.length > 1) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n\n'));
  });
}

/** Has the window show what it shows at first. */
async function beginAnew(app: Window, other: Caller): Promise<void> {
  const { keyboard } = app.page;
  // What is open in front, and in front of that, gives way to Escape.
  const front = app.page.getByRole('dialog').or(app.page.getByRole('menu'));
  await expect(async () => {
    if ((await front.count()) > 0) await keyboard.press('Escape');
    await expect(front).toHaveCount(0, { timeout: 200 });
  }).toPass();
  await app.page.setViewportSize(VIEWPORT);
  if ((await app.page.locator('html').getAttribute('data-theme')) !== 'light') await app.chooseTheme('light');
  for (const panel of ['Parameters', 'Listing', 'Charts'] as const) await app.shut(panel);
  await other.call('setPace', { pace: { kind: 'whole', seconds: 60 } });
  expect(await other.call('open', firstScreen)).toMatchObject({ ok: true });
  await expect(app.laneHeaders).toHaveCount(2);
  await expect(app.asynchronous.getByTestId('finish')).toHaveText(/1:00:55/);
  await expect(app.synchronous.getByTestId('finish')).toHaveText(/12:00:00/);
  await expect(app.boardsOf(app.boardsViews.last())).toHaveCount(24);
  await expect(app.scrub).toHaveAttribute('aria-valuenow', '0');
  // Nothing is chosen, and the keyboard is nowhere.
  await keyboard.press('Escape');
  await app.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await app.ready();
}
