import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { takeSaved, type Saved } from './desktop.ts';

/** Everything that says which instant is on screen. */
export interface Picture {
  /** For each lane its clock, and what each of its boards says. */
  readonly lanes: readonly { readonly clock: string; readonly boards: readonly string[] }[];
  readonly scrub: string;
}

/** Waits until a page has shown what came of what was done last. */
export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The window as those who use it know it: by names and roles. */
export class Window {
  readonly page: Page;
  /** Does what saves a file, and takes the file. */
  readonly saved: (act: () => Promise<void>) => Promise<Saved>;

  constructor(page: Page, saved: Window['saved'] = (act) => takeSaved(page, null, act)) {
    this.page = page;
    this.saved = saved;
  }

  /** The same in another page. */
  on(page: Page): Window {
    return new Window(page);
  }

  /** Waits until the first boards stand there. */
  async ready(): Promise<void> {
    await expect(this.boardsViews.first()).toBeVisible();
    await expect(this.boardsOf(this.boardsViews.first()).first()).toHaveAccessibleName(/^Board 1, /);
    await expect(this.button('Play').or(this.button('Pause'))).toBeEnabled();
    // Another face has other heights.
    await this.page.evaluate(() => document.fonts.ready.then(() => null));
  }

  /** Waits until every lane knows when it ends: until then the scrub bar grows. */
  async computed(): Promise<void> {
    await expect(this.page.getByTestId('finish').filter({ hasText: '…' })).toHaveCount(0);
  }

  /** Waits until all code of the page is there: the list of programs comes last. */
  async arrived(): Promise<void> {
    const fetched = () =>
      performance.getEntriesByType('resource').some(({ name }) => /\/Programs-[^/]*\.js$/.test(name));
    await expect.poll(() => this.page.evaluate(fetched), { timeout: 20_000 }).toBe(true);
  }

  // What is there.

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** The headers of the lanes, with their clocks. */
  get laneHeaders(): Locator {
    return this.page.getByRole('region', { name: /, lane \d of \d$/ });
  }

  laneHeader(title: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${title}, lane `) });
  }

  get synchronous(): Locator {
    return this.laneHeader('One game at a time');
  }

  get asynchronous(): Locator {
    return this.laneHeader('Table to table');
  }

  clock(header: Locator): Locator {
    return header.getByTestId('clock');
  }

  get boardsViews(): Locator {
    return this.page.getByTestId('boards');
  }

  boardsOf(view: Locator): Locator {
    return view.getByRole('group').getByRole('button', { name: /^Board \d/ });
  }

  board(lane: number, board: number): Locator {
    return this.boardsViews.nth(lane).getByRole('button', { name: new RegExp(`^Board ${board}, `) });
  }

  get sheet(): Locator {
    return this.page.getByTestId('board-sheet');
  }

  get scrub(): Locator {
    return this.page.getByRole('slider', { name: 'Instant' });
  }

  get parameters(): Locator {
    return this.page.locator('[aria-labelledby=parameters-title]');
  }

  /** The row of a parameter, by its title. */
  parameter(title: string): Locator {
    return this.parameters.getByRole('group', { name: title, exact: true });
  }

  async picture(): Promise<Picture> {
    return this.page.evaluate(() => {
      const labels = (elements: Iterable<Element>) =>
        [...elements].map((each) => each.getAttribute('aria-label') ?? '');
      const views = [...document.querySelectorAll('[data-testid=boards]')];
      const clocks = [...document.querySelectorAll('[data-testid=clock]')];
      return {
        lanes: clocks.map((clock, lane) => ({
          clock: clock.textContent.trim(),
          boards: labels(views[lane]?.querySelectorAll('[role=group] > button') ?? []),
        })),
        scrub: document.querySelector('[role=slider][aria-label=Instant]')?.getAttribute('aria-valuetext') ?? '',
      };
    });
  }

  // What can be done.

  /** Moves the clock with a key on the scrub bar. Its steps are shares of the run, so the run has to be known to its end. */
  async seek(key: SeekKey): Promise<void> {
    await this.computed();
    await this.scrub.press(key);
  }

  /** Puts the clock at an instant with the scrub bar: to the pixel, so not to the second. */
  async scrubTo(share: number): Promise<void> {
    await this.computed();
    const { x, y, width, height } = (await this.scrub.boundingBox())!;
    await this.page.mouse.click(x + share * width, y + height / 2);
  }

  /** Opens the menu of speeds and chooses. */
  async choosePace(name: string | RegExp): Promise<void> {
    await this.button(/^Speed: /).click();
    await this.page.getByRole('dialog', { name: 'Speed' }).getByRole('button', { name, exact: true }).click();
  }

  async open(panel: Panel): Promise<void> {
    await this.#turn(panel, 'true');
  }

  async shut(panel: Panel): Promise<void> {
    await this.#turn(panel, 'false');
  }

  async chooseTheme(theme: 'light' | 'dark' | 'projector'): Promise<void> {
    await this.button('Theme').click();
    const name = { light: 'Light', dark: 'Dark', projector: 'Projector' }[theme];
    await this.page.getByRole('menuitemradio', { name, exact: true }).click();
    await expect(this.page.getByRole('menuitemradio')).toHaveCount(0);
    await expect(this.page.locator('html')).toHaveAttribute('data-theme', theme);
  }

  /** Opens the menu of exports of a part of the page. */
  async openExports(part: Locator): Promise<Locator> {
    await part.getByRole('button', { name: 'Export', exact: true }).click();
    const menu = this.page.getByRole('dialog', { name: /^Export: / });
    await expect(menu).toBeVisible();
    return menu;
  }

  /** Presses a button of such a menu and takes the file that it gives. */
  async take(menu: Locator, type: string): Promise<Saved> {
    const button = menu.getByRole('group', { name: 'Save' }).getByRole('button', { name: type, exact: true });
    const saved = await this.saved(() => button.click());
    await expect(menu.getByRole('status')).toHaveText(`Saved ${saved.name}.`);
    return saved;
  }

  async #turn(panel: Panel, pressed: 'true' | 'false'): Promise<void> {
    const button = this.button(panel);
    if ((await button.getAttribute('aria-pressed')) !== pressed) await button.click();
    await expect(button).toHaveAttribute('aria-pressed', pressed);
  }
}

type SeekKey = 'ArrowLeft' | 'ArrowRight' | 'End' | 'Home' | 'PageDown' | 'PageUp';
type Panel = 'Parameters' | 'Listing' | 'Charts';
