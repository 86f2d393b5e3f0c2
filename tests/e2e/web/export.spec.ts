import { readFile } from 'node:fs/promises';
import type { Download, Locator } from '@playwright/test';
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

async function openChart(app: Window): Promise<Locator> {
  await app.scrub.press('End');
  await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
  await app.open('Charts');
  await app.button('Show the chart large').click();
  const sheet = app.page.getByRole('dialog', { name: 'Moves played' });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function save(sheet: Locator, type: string): Promise<{ download: Download; data: Buffer }> {
  const waiting = sheet.page().waitForEvent('download');
  await sheet.getByRole('group', { name: 'Export' }).getByRole('button', { name: type, exact: true }).click();
  const download = await waiting;
  const data = await readFile(await download.path());
  await expect(sheet.getByRole('group', { name: 'Export' }).getByRole('status')).toHaveText(
    `Saved ${download.suggestedFilename()}.`,
  );
  return { download, data };
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

test('the run is exported as JSON: every lane with its scenario, its makespan and its whole log', async ({ app }) => {
  const { download, data } = await save(await openChart(app), 'Run as JSON');
  expect(download.suggestedFilename()).toBe('simul-exhibition-synchronous-asynchronous-run.json');
  const { runs } = JSON.parse(data.toString('utf8')) as SavedRun;
  expect(runs.map(({ model, makespan }) => [model, makespan])).toEqual([
    ['synchronous', 43_200],
    ['asynchronous', 3655],
  ]);
  for (const { workload, params, log } of runs) {
    expect(workload).toBe('exhibition');
    expect(params).toMatchObject({ boards: 24, master: { kind: 'constant', value: 5 } });
    expect(repliesOf(log).get(log.at(-1)!.t)).toBe(720);
  }
  // Her last move ends an hour after the first began; the last reply comes 55 s later.
  const hers = runs[1]!.log.filter(({ event }) => event === 'master-moved');
  expect(hers.at(-1)!.t).toBe(3600);
});

test('a chart is exported as a PNG of twice its size', async ({ app }) => {
  const { download, data } = await save(await openChart(app), 'PNG');
  expect(download.suggestedFilename()).toBe('simul-exhibition-synchronous-asynchronous-progress.png');
  expect(data.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([data.readUInt32BE(16), data.readUInt32BE(20)]).toEqual([2400, 1350]);
  // It is a picture, not a sheet of one colour: the browser reads it back.
  const colours = await app.page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const paint = canvas.getContext('2d')!;
    paint.drawImage(image, 0, 0);
    const pixels = new Uint32Array(paint.getImageData(0, 0, image.width, image.height).data.buffer);
    return new Set(pixels).size;
  }, data.toString('base64'));
  expect(colours).toBeGreaterThan(20);
});

test('a chart is exported as an SVG that is a drawing: lines and words, no picture inside', async ({ app }) => {
  const { download, data } = await save(await openChart(app), 'SVG');
  expect(download.suggestedFilename()).toBe('simul-exhibition-synchronous-asynchronous-progress.svg');
  const found = await app.page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
    const series = [...drawing.querySelectorAll('[data-series]')];
    return {
      root: drawing.documentElement.tagName,
      pictures: drawing.querySelectorAll('image, foreignObject, script').length,
      outside: /(?:href|url\()\s*=?\s*["']?https?:/.test(text),
      lines: series.map((each) => each.getAttribute('data-series')),
      // Each step of a line has a horizontal and a vertical stroke.
      steps: series.map((each) => (each.querySelector('path')?.getAttribute('d')?.match(/V/g) ?? []).length),
      words: [...drawing.querySelectorAll('text')].map((each) => each.textContent),
    };
  }, data.toString('utf8'));
  expect(found).toMatchObject({ root: 'svg', pictures: 0, outside: false });
  expect(found.lines).toEqual(expect.arrayContaining(['One game at a time', 'Table to table']));
  expect(found.steps[found.lines.indexOf('Table to table')]).toBeGreaterThan(600);
  expect(found.words.join('\n')).toMatch(/^Moves played/);
  expect(found.words).toEqual(expect.arrayContaining(['Table to table 1:00:55', '12 h', '720']));
});

test('a chart is exported as CSV whose rows are what the fold of the run says', async ({ app }) => {
  const sheet = await openChart(app);
  const { runs } = JSON.parse((await save(sheet, 'Run as JSON')).data.toString('utf8')) as SavedRun;
  const { download, data } = await save(sheet, 'CSV');
  expect(download.suggestedFilename()).toBe('simul-exhibition-synchronous-asynchronous-progress.csv');
  const [head, ...rows] = data.toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('series,virtual_seconds,moves');
  for (const [lane, name] of ['One game at a time', 'Table to table'].entries()) {
    const points = rows.map((row) => row.split(',')).filter(([series]) => series === name);
    const told = new Map(points.map(([, x, y]) => [Number(x), Number(y)]));
    expect(told, name).toEqual(repliesOf(runs[lane]!.log));
  }
});

test('every chart has all four exports, and a bar chart tells the makespans', async ({ app }) => {
  const sheet = await openChart(app);
  await expect(sheet).toBeVisible();
  const charts = app.page.getByRole('dialog').getByRole('group', { name: 'Chart', exact: true }).getByRole('button');
  await expect(charts).toHaveCount(6);
  for (const chart of await charts.all()) {
    await chart.click();
    await expect(app.page.getByRole('dialog').getByRole('group', { name: 'Export' }).getByRole('button')).toHaveCount(
      4,
    );
  }
  const open = app.page.getByRole('dialog', { name: 'Total time by model' });
  const { data } = await save(open, 'CSV');
  expect(data.toString('utf8')).toBe(
    'lane,seconds,theory_seconds\r\nOne game at a time,43200,43200\r\nTable to table,3655,3655\r\n',
  );
  expect((await save(open, 'PNG')).data.length).toBeGreaterThan(10_000);
  expect((await save(open, 'SVG')).data.toString('utf8')).toContain('<rect data-series="Table to table"');
});

test('a scenario is saved with its changes and opened again', async ({ app }) => {
  await app.scrub.press('ArrowRight');
  await app.open('Parameters');
  const field = app.parameter('Time for a reply').getByRole('textbox');
  await field.fill('30');
  await field.press('Enter');
  const list = app.parameters.getByRole('list', { name: 'Changes during the run' });
  await expect(list).toHaveText(/Time for a reply 30 s/);
  const waiting = app.page.waitForEvent('download');
  await app.button('Save scenario').click();
  const path = await (await waiting).path();
  await app.parameters.getByRole('button', { name: /^Talk size/ }).click();
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(6);
  await app.page.getByLabel('File with a scenario').setInputFiles(path);
  await expect(app.boardsOf(app.boardsViews.first())).toHaveCount(24);
  await expect(list).toHaveText(/from 0:07:12: Time for a reply 30 s/);
});

for (const [what, name, content, told] of [
  ['that is not JSON', 'notes.json', 'Dear diary', /a scenario as JSON/],
  [
    'of a future version',
    'future.json',
    '{"scenario":{"version":99,"workload":"exhibition"},"lanes":[{"model":"synchronous"}]}',
    /version/,
  ],
  [
    'with values that cannot be',
    'wrong.json',
    '{"scenario":{"workload":"exhibition","params":{"boards":0}},"lanes":[{"model":"synchronous"}]}',
    /boards/,
  ],
] as const) {
  test(`a file ${what} is refused in words, and the run on screen stays`, async ({ app }) => {
    await app.open('Parameters');
    const before = await app.picture();
    await app.page
      .getByLabel('File with a scenario')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(app.parameters.getByRole('alert')).toHaveText(told);
    expect(await app.picture()).toEqual(before);
  });
}
