/**
 * What the machine gives at the moment: how many frames an empty page gets while the app plays in the same browser,
 * and how long a fixed piece of painting takes. Figures are quoted as ratios to these, so that machines and busy hours
 * can be compared.
 */
import type { Browser, Page } from 'playwright-core';
import { framesFor, PAINTING_JOB, type FrameFigures } from './page-probes.ts';

export class Calibration {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens an empty page in a window of its own: it is shown as often as the app is. */
  static async open(browser: Browser, viewport: { width: number; height: number }): Promise<Calibration> {
    const context = await browser.newContext({ viewport });
    const calibration = new Calibration(await context.newPage());
    // The first time the engine compiles.
    await calibration.paintingMs();
    return calibration;
  }

  /** Display frames of the empty page over so many wall milliseconds. */
  frames(ms: number): Promise<FrameFigures> {
    return this.#page.evaluate<FrameFigures>(framesFor(ms));
  }

  /** How long the painting job takes, in wall milliseconds: the best of several. */
  paintingMs(): Promise<number> {
    return this.#page.evaluate<number>(PAINTING_JOB);
  }
}
