import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Window } from './window.ts';

/** A part of a card: shares of its width and height. */
export interface Part {
  readonly left?: number;
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
}

/** The stages on which each task has a card of its own, one stage a lane. */
export class TaskStages {
  readonly #app: Window;

  private constructor(app: Window) {
    this.#app = app;
  }

  /** Opens a program from the list of programs, as it comes, with one lane one after another and one taking turns. */
  static async open(app: Window, program: string): Promise<TaskStages> {
    await app.button('Programs').click();
    const dialog = app.page.getByRole('dialog', { name: 'Programs' });
    await dialog.getByRole('button', { name: `Open ${program}` }).click();
    await expect(dialog).toHaveCount(0);
    const stages = new TaskStages(app);
    await expect(stages.all).toHaveCount(2);
    await app.computed();
    return stages;
  }

  get all(): Locator {
    return this.#app.page.getByTestId('tasks');
  }

  cards(lane: number): Locator {
    return this.all.nth(lane).getByRole('group').getByRole('button');
  }

  /** Waits until every card of both lanes says what it should; a card is read out a little later than it is painted. */
  async say(synchronous: readonly (string | RegExp)[], asynchronous: readonly (string | RegExp)[]): Promise<void> {
    for (const [lane, texts] of [synchronous, asynchronous].entries()) {
      await expect(this.cards(lane)).toHaveCount(texts.length);
      for (const [card, text] of texts.entries()) await expect(this.cards(lane).nth(card)).toHaveAccessibleName(text);
    }
  }

  /** The share of a card's picture, or of a part of it, that has the colour of a token: what is really painted. */
  async painted(lane: number, card: number, token: string, part: Part = {}): Promise<number> {
    const box = (await this.cards(lane).nth(card).boundingBox())!;
    return this.all.nth(lane).evaluate(
      (stage, { box, token, part }) => {
        const canvas = stage.querySelector('canvas')!;
        const origin = canvas.getBoundingClientRect();
        const ratio = canvas.width / origin.width;
        const { left = 0, top = 0, right = 1, bottom = 1 } = part;
        const width = Math.max(1, Math.round((right - left) * box.width * ratio));
        const height = Math.max(1, Math.round((bottom - top) * box.height * ratio));
        const x = (box.x - origin.x + left * box.width) * ratio;
        const y = (box.y - origin.y + top * box.height) * ratio;
        const copy = document.createElement('canvas');
        [copy.width, copy.height] = [width, height];
        const paint = copy.getContext('2d', { willReadFrequently: true })!;
        paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
        paint.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
        paint.drawImage(canvas, -x, -y);
        const { data } = paint.getImageData(0, 0, width, height);
        let found = 0;
        for (let place = 0; place < data.length; place += 4) {
          const off =
            Math.abs(data[place]! - red) + Math.abs(data[place + 1]! - green) + Math.abs(data[place + 2]! - blue);
          if (off < 12) found++;
        }
        return found / (width * height);
      },
      { box, token, part },
    );
  }

  /** The share of a card's width, from some share on, at which a fifth of a column has the colour of a token; 1 for none. */
  async firstPainted(lane: number, card: number, tokens: readonly string[], from: number): Promise<number> {
    const box = (await this.cards(lane).nth(card).boundingBox())!;
    return this.all.nth(lane).evaluate(
      (stage, { box, tokens, from }) => {
        const canvas = stage.querySelector('canvas')!;
        const origin = canvas.getBoundingClientRect();
        const ratio = canvas.width / origin.width;
        const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
        const copy = document.createElement('canvas');
        [copy.width, copy.height] = [width, height];
        const paint = copy.getContext('2d', { willReadFrequently: true })!;
        const colours = tokens.map((token) => {
          paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
          paint.fillRect(0, 0, 1, 1);
          return [...paint.getImageData(0, 0, 1, 1).data];
        });
        paint.drawImage(canvas, (origin.x - box.x) * ratio, (origin.y - box.y) * ratio);
        const { data } = paint.getImageData(0, 0, width, height);
        for (let x = Math.round(from * width); x < width; x++) {
          let found = 0;
          for (let place = 4 * x; place < data.length; place += 4 * width) {
            const off = ([red = 0, green = 0, blue = 0]: number[]) =>
              Math.abs(data[place]! - red) + Math.abs(data[place + 1]! - green) + Math.abs(data[place + 2]! - blue);
            if (colours.some((colour) => off(colour) < 12)) found++;
          }
          if (found > height / 5) return x / width;
        }
        return 1;
      },
      { box, tokens, from },
    );
  }

  /** Whether all cards stand within their stage. */
  async stray(): Promise<number> {
    return this.all.evaluateAll(
      (stages) =>
        stages
          .flatMap((stage) => {
            const around = stage.getBoundingClientRect();
            return [...stage.querySelectorAll('[role=group] > button')].map((button) => {
              const box = button.getBoundingClientRect();
              const across = box.left >= around.left - 1 && box.right <= around.right + 1;
              return across && box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
            });
          })
          .filter((within) => !within).length,
    );
  }
}
