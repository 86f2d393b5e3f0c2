import { DOMParser } from '@xmldom/xmldom';
import type { Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, test } from '../app.ts';
import type { Window } from '../window.ts';

/** Her moves and the replies in a run's log, and what else is read here. */
interface SavedRun {
  readonly runs: readonly {
    readonly workload: string;
    readonly model: string;
    readonly seed: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly makespan: number;
    readonly log: readonly { readonly t: number; readonly event: string }[];
  }[];
}

/** What a run's log says of the games: how many replies had come by each instant. */
function repliesOf(log: SavedRun['runs'][number]['log']): Map<number, number> {
  const counts = new Map<number, number>([[0, 0]]);
  let replies = 0;
  for (const { t, event } of log) {
    if (event === 'opponent-moved' || event === 'last-reply') counts.set(t, ++replies);
  }
  return counts;
}

async function openChart(app: Window): Promise<Locator> {
  await app.seek('End');
  await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
  await app.open('Charts');
  await app.button('Show the chart large').click();
  const sheet = app.page.getByRole('dialog', { name: 'Moves played' });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** A pixel of a picture: red, green, blue, alpha. */
function pixel({ width, data }: PNG, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

/** The largest step between two neighbours: what was scaled up has none that is steep. */
function steepest({ width, height, data }: PNG): number {
  let most = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++) {
      const at = (y * width + x) * 4;
      most = Math.max(most, Math.abs(data[at]! - data[at - 4]!));
    }
  }
  return most;
}

test('a chart leaves as pictures of three sizes and looks, as a drawing with its font, as data and as its run', async ({
  app,
  context,
}) => {
  test.slow();
  const menu = await app.openExports(await openChart(app));
  const press = (name: string) => menu.getByRole('button', { name, exact: true }).click();
  const picture = async () => PNG.sync.read((await app.take(menu, 'PNG')).data, { checkCRC: true });

  await press('1x');
  const small = await picture();
  expect([small.width, small.height]).toEqual([1200, 675]);
  expect(pixel(small, 2, 2)).toEqual([0xfd, 0xfa, 0xf3, 255]);
  await press('4x');
  const large = await picture();
  expect([large.width, large.height]).toEqual([4800, 2700]);
  expect(steepest(large)).toBeGreaterThan(150);
  await press('2x');
  await press('Dark');
  const dark = await picture();
  expect([dark.width, dark.height, ...pixel(dark, 2, 2)]).toEqual([2400, 1350, 0x1f, 0x18, 0x11, 255]);
  await menu.getByRole('checkbox', { name: 'Without background' }).check();
  const clear = await picture();
  expect(pixel(clear, 2, 2)[3]).toBe(0);
  expect(steepest(clear)).toBeGreaterThan(100);
  await menu.getByRole('checkbox', { name: 'Without background' }).uncheck();
  await press('Light');

  const drawing = await app.take(menu, 'SVG');
  expect(drawing.name).toBe('simul-exhibition-synchronous-asynchronous-progress.svg');
  const svg = new DOMParser().parseFromString(drawing.data.toString('utf8'), 'image/svg+xml');
  const words = [...svg.getElementsByTagName('text')].map(({ textContent }) => textContent ?? '');
  expect(words[0]).toMatch(/^Moves played/);
  expect(words).toEqual(expect.arrayContaining(['Table to table 1:00:55', '12 h', '720']));
  expect(words.at(-1)).toMatch(/^Simul \d+\.\d+\.\d+, seed 0: boards 24, pairMoves 30/);
  expect(svg.getElementsByTagName('image').length + svg.getElementsByTagName('script').length).toBe(0);
  const [, family, font] = /font-family:"(.*?)".*?url\(data:font\/woff2;base64,([^)]*)\)/.exec(
    svg.getElementsByTagName('style')[0]?.textContent ?? '',
  )!;
  expect(Buffer.from(font!, 'base64').subarray(0, 4).toString()).toBe('wOF2');
  expect(svg.documentElement!.getAttribute('font-family')).toMatch(new RegExp(`^["']${family}["']`));
  expect(drawing.data.toString('utf8')).not.toMatch(/(?:href|url\()\s*=?\s*["']?https?:/);

  const { runs } = JSON.parse((await app.take(menu, 'Run as JSON')).data.toString('utf8')) as SavedRun;
  expect(runs.map(({ model, seed, makespan }) => [model, seed, makespan])).toEqual([
    ['synchronous', '0', 43_200],
    ['asynchronous', '0', 3655],
  ]);
  const data = JSON.parse((await app.take(menu, 'JSON')).data.toString('utf8')) as {
    columns: { name: string; unit: string | null }[];
    rows: { series: string; virtual_seconds: number; moves: number }[];
  };
  expect(data.columns.map(({ unit }) => unit)).toEqual([null, 's', 'moves']);
  const [head, ...rows] = (await app.take(menu, 'CSV')).data.toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('series,virtual_seconds,moves');
  const quoted = (name: string) => (name.includes(',') ? `"${name}"` : name);
  expect(rows).toEqual(data.rows.map(({ series, virtual_seconds: at, moves }) => `${quoted(series)},${at},${moves}`));
  for (const [lane, name] of ['One game at a time', 'Table to table'].entries()) {
    const points = data.rows.filter(({ series }) => series === name);
    const told = new Map(points.map(({ virtual_seconds: at, moves }) => [at, moves]));
    expect(told, name).toEqual(repliesOf(runs[lane]!.log));
  }

  // The clipboard holds the same, in a browser that gives one.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copies = menu.getByRole('group', { name: 'Copy' });
  await copies.getByRole('button', { name: 'CSV' }).click();
  await expect(menu.getByRole('status')).toHaveText('CSV copied.');
  expect((await app.page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)[0]).toBe(head);
  await copies.getByRole('button', { name: 'Picture' }).click();
  await expect(menu.getByRole('status')).toHaveText('Picture copied.');
  const pasted = await app.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType('image/png'));
    return [bitmap.width, bitmap.height];
  });
  expect(pasted).toEqual([2400, 1350]);
});
