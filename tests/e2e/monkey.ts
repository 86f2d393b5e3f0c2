/** Somebody who presses whatever there is: actions at random, the same ones for the same seed as far as the page answers alike. */
import type { Page } from '@playwright/test';
import { Random } from '../../electron/random/random.ts';
import { frame } from './window.ts';

const KEYS = [
  ' ', ' ', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageDown',
  'PageUp', 'Enter', 'Escape', 'Escape', 'Tab', 'Tab', 'Shift+Tab', '+', '-', 'r', 'o', 'p', 'c', 'l', '?',
  'Control+z', 'Delete', 'Backspace',
]; // prettier-ignore
/** What is typed into fields: numbers that fit, that do not, and what is no number. */
const TYPED = ['0', '1', '2', '3', '7', '12', '30', '0.5', '-1', '1e9', '', 'x', 'A', '{"kind":"constant","value":2}'];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 700 },
];
/** How long the page may take to show what has been asked for. */
const PATIENCE_MS = 5000;
const SCHEMES = ['light', 'dark'] as const;

/** A control that can be seen and reached, and where. */
interface Control {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'press' | 'type' | 'choose' | 'slide';
  readonly name: string;
}

export class Monkey {
  readonly #page: Page;
  readonly #random: Random;
  /** What has been done so far, for whoever looks for the reason. */
  readonly deeds: string[] = [];

  constructor(page: Page, seed: number) {
    this.#page = page;
    this.#random = new Random(BigInt(seed));
  }

  /** Does one thing, and waits until the page has shown what came of it. */
  async act(): Promise<void> {
    const dice = this.#random.random();
    if (dice < 0.35) await this.#key();
    else if (dice < 0.82) await this.#use();
    else if (dice < 0.88) await this.#open();
    else if (dice < 0.96) await this.#point();
    else if (dice < 0.98) await this.#resize();
    else await this.#reload();
    await frame(this.#page);
  }

  async #key(): Promise<void> {
    const key = this.#of(KEYS);
    this.deeds.push(`key ${key}`);
    await this.#page.keyboard.press(key);
  }

  /** Uses one of the controls on screen. */
  async #use(): Promise<void> {
    const all = await this.#page.evaluate(controls);
    if (all.length === 0) return;
    const control = this.#of(all);
    const { x, y, width, height, kind, name } = control;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const { keyboard, mouse } = this.#page;
    switch (kind) {
      case 'press':
        this.deeds.push(`press ${name}`);
        return mouse.click(middleX, middleY);
      case 'type': {
        const text = this.#of(TYPED);
        this.deeds.push(`type ${text} into ${name}`);
        await mouse.click(middleX, middleY);
        await keyboard.press('Control+a');
        if (text === '') await keyboard.press('Delete');
        else await keyboard.insertText(text);
        return keyboard.press(this.#of(['Enter', 'Tab']));
      }
      case 'choose': {
        const times = 1 + this.#below(3);
        this.deeds.push(`choose ${times} further in ${name}`);
        await mouse.click(middleX, middleY);
        for (let time = 0; time < times; time++) await keyboard.press(this.#of(['ArrowDown', 'ArrowUp']));
        return keyboard.press('Enter');
      }
      case 'slide': {
        const [from, to] = [this.#random.random(), this.#random.random()];
        this.deeds.push(`slide ${name} from ${from.toFixed(2)} to ${to.toFixed(2)}`);
        await mouse.move(x + from * width, middleY);
        await mouse.down();
        await mouse.move(x + to * width, middleY, { steps: 3 });
        return mouse.up();
      }
    }
  }

  /** Opens another program, or a mistake. */
  async #open(): Promise<void> {
    const programs = this.#page.getByRole('dialog', { name: 'Programs' });
    // What is open in front, and in front of that, gives way to Escape.
    for (let time = 0; time < 3; time++) {
      await this.#page.keyboard.press('Escape');
      await frame(this.#page);
    }
    await this.#page.getByRole('button', { name: 'Programs', exact: true }).click({ timeout: PATIENCE_MS });
    await programs.waitFor({ timeout: PATIENCE_MS });
    const tab = this.#of(['Programs', 'Programs', 'Mistakes']);
    await programs.getByRole('tab', { name: tab }).click({ timeout: PATIENCE_MS });
    const openings = programs.getByRole('article').getByRole('button');
    const opening = openings.nth(this.#below(await openings.count()));
    this.deeds.push(`open ${await opening.innerText()}`);
    await opening.click({ timeout: PATIENCE_MS });
    await programs.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  }

  /** Presses anywhere. */
  async #point(): Promise<void> {
    const { width, height } = this.#page.viewportSize()!;
    const [x, y] = [this.#below(width), this.#below(height)];
    this.deeds.push(`click at ${x}, ${y}`);
    await this.#page.mouse.click(x, y);
  }

  async #resize(): Promise<void> {
    const size = this.#of(SIZES);
    const colorScheme = this.#of(SCHEMES);
    this.deeds.push(`window ${size.width} x ${size.height}, ${colorScheme}`);
    await this.#page.setViewportSize(size);
    await this.#page.emulateMedia({ colorScheme });
  }

  async #reload(): Promise<void> {
    this.deeds.push('reload');
    await this.#page.reload();
    await this.#page.getByTestId('clock').first().waitFor();
  }

  #below(count: number): number {
    return Math.floor(this.#random.random() * count);
  }

  #of<T>(choices: readonly T[]): T {
    return choices[this.#below(choices.length)]!;
  }
}

/** Every control that can be pressed where it stands. Runs in the page. */
function controls(): Control[] {
  const named =
    'button, input, select, textarea, a[href], summary, [role=slider], [role=separator], [role=tab], [role^=menuitem]';
  return [...document.querySelectorAll<HTMLElement>(named)].flatMap((element): Control[] => {
    if (element.matches(':disabled, [aria-disabled=true], [type=file]')) return [];
    const { x, y, width, height } = element.getBoundingClientRect();
    const on = document.elementFromPoint(x + width / 2, y + height / 2);
    if (width < 2 || on === null || !(element.contains(on) || on.contains(element))) return [];
    const typed = 'input:not([type=checkbox], [type=radio], [type=range]), textarea';
    const kind = element.matches(typed)
      ? 'type'
      : element.matches('select')
        ? 'choose'
        : element.matches('[role=slider], [role=separator], [type=range]')
          ? 'slide'
          : 'press';
    const label = element.getAttribute('aria-label') ?? element.textContent.trim();
    const name = `${element.getAttribute('role') ?? element.localName} "${label.replace(/\s+/g, ' ').slice(0, 60)}"`;
    return [{ x, y, width, height, kind, name }];
  });
}
