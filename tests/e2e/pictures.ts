import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { drawsBeside } from '../../shared/experiment/lanes.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import type { TraceEvent } from '../../shared/trace/trace.ts';
import type { Window } from './window.ts';

/** A run as a test works it out by itself: its events, and when it is over. */
export interface Expected {
  readonly events: readonly TraceEvent[];
  readonly end: number;
}

/** Runs a program under a model, with a preset's parameters or its own. */
export function expectedRun(workload: string, model: string, presetId?: string): Expected {
  const program = workloads.find(({ id }) => id === workload)!;
  const params = program.presets.find(({ id }) => id === presetId)?.params ?? {};
  const draws = drawsBeside(program, program.models.length);
  const run = new Run(readScenario({ workload, model, params, ...draws }, program), program);
  run.advance();
  return { events: [...run.trace], end: run.outcome.makespan! };
}

/** The pictures of a program, one a lane, with the parts of them that can be pointed at. */
export class Pictures {
  readonly #app: Window;
  readonly all: Locator;

  constructor(app: Window, testId: string) {
    this.#app = app;
    this.all = app.page.getByTestId(testId);
  }

  /** Opens a program from the list of programs, as it comes or with a preset; it has so many lanes then. */
  static async open(app: Window, testId: string, program: string, preset?: string, lanes = 2): Promise<Pictures> {
    await app.button('Programs').click();
    const dialog = app.page.getByRole('dialog', { name: 'Programs' });
    const opens = dialog.getByRole('button', { name: `Open ${program}` });
    const named = dialog.getByRole('list', { name: new RegExp(program) });
    await (preset === undefined ? opens : named.getByRole('button', { name: preset, exact: true })).click();
    await expect(dialog).toHaveCount(0);
    const pictures = new Pictures(app, testId);
    await expect(pictures.all).toHaveCount(lanes);
    await app.computed();
    return pictures;
  }

  /** The parts of a lane's picture whose names begin so. */
  parts(lane: number, beginning: string | RegExp): Locator {
    const name = typeof beginning === 'string' ? new RegExp(`^${beginning}`) : beginning;
    return this.all.nth(lane).getByRole('group').getByRole('button', { name });
  }

  /** What the parts whose names begin so say, in order. */
  async say(lane: number, beginning: string): Promise<string[]> {
    const names = await this.all
      .nth(lane)
      .locator('[role=group] > button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    return names.filter((name) => name.startsWith(beginning));
  }

  /**
   * Whether any pixel within a part of the picture has the colour of a token: what is really painted. `from` leaves out
   * what is above and left of a share of the part.
   */
  async painted(part: Locator, token: string, from = 0): Promise<boolean> {
    const { x, y, width, height } = (await part.boundingBox())!;
    const box = { x: x + from * width, y: y + from * height, width: width * (1 - from), height: height * (1 - from) };
    return this.#app.page.evaluate(
      ({ box, token }) => {
        const canvases = [...document.querySelectorAll('canvas')];
        const canvas = canvases.find((each) => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          return box.x >= left && box.x < right && box.y >= top && box.y < bottom;
        })!;
        const origin = canvas.getBoundingClientRect();
        const ratio = canvas.width / origin.width;
        const copy = document.createElement('canvas');
        [copy.width, copy.height] = [Math.ceil(box.width * ratio), Math.ceil(box.height * ratio)];
        const paint = copy.getContext('2d', { willReadFrequently: true })!;
        paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();
        paint.fillRect(0, 0, 1, 1);
        const wanted = paint.getImageData(0, 0, 1, 1).data.join();
        paint.drawImage(canvas, -(box.x - origin.x) * ratio, -(box.y - origin.y) * ratio);
        const { data } = paint.getImageData(0, 0, copy.width, copy.height);
        for (let place = 0; place < data.length; place += 4) {
          if (data.slice(place, place + 4).join() === wanted) return true;
        }
        return false;
      },
      { box, token },
    );
  }

  /** The picture of a lane, coarsely: how bright each block of 8 x 8 pixels is, to be compared with `alike`. */
  async image(lane: number): Promise<number[]> {
    return this.all
      .nth(lane)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const copy = document.createElement('canvas');
        [copy.width, copy.height] = [canvas.width, canvas.height];
        const paint = copy.getContext('2d', { willReadFrequently: true })!;
        paint.drawImage(canvas, 0, 0);
        const { data } = paint.getImageData(0, 0, copy.width, copy.height);
        const across = Math.ceil(copy.width / 8);
        const blocks = new Array<number>(across * Math.ceil(copy.height / 8)).fill(0);
        for (let pixel = 0; pixel < data.length / 4; pixel++) {
          const [x, y] = [pixel % copy.width, Math.floor(pixel / copy.width)];
          const block = Math.floor(y / 8) * across + Math.floor(x / 8);
          blocks[block]! += (data[4 * pixel]! + data[4 * pixel + 1]! + data[4 * pixel + 2]!) / 192;
        }
        return blocks;
      });
  }
}

/** Whether two pictures are the same but for how finely their edges are drawn. */
export function alike(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((bright, block) => Math.abs(bright - other[block]!) < 6);
}
