import { describe, expect, test } from 'vitest';
import { DOMParser } from '@xmldom/xmldom';
import { chartExport } from '../../renderer/charts/exportable.ts';
import { captionOf } from '../../renderer/exports/about.ts';
import { copy, give, type CopyType, type FileType } from '../../renderer/exports/give.ts';
import { version } from '../../renderer/words/version.ts';
import manifest from '../../package.json' with { type: 'json' };
import { chartOf, chartsIn, type ChartId } from '../../renderer/charts/kinds/index.ts';
import { lanesFor } from '../../renderer/views/open-program.ts';
import type { ChartTheme } from '../../renderer/charts/theme.ts';
import { chartDrawing } from '../../renderer/charts/svg.ts';
import { dataTable, readableTable } from '../../renderer/charts/table.ts';
import { csvText } from '../../renderer/words/csv.ts';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import { entries, entry, exhibitionLanes, lanesOf, viewAt } from './lanes.ts';

const theme: ChartTheme = {
  colour: (name) => `#${name}`,
  font: "'Libre Franklin', sans-serif",
  size: 20,
  weight: '450',
  strong: '650',
  roomy: true,
};
const lanes = exhibitionLanes({ boards: 3, pairMoves: 4 });
const view = viewAt(lanes, 200);
const specs = chartsIn(view).map((id) => chartOf(id, view));
const queued = lanesOf('queue', { capacity: 3 });
const elsewhere = chartsIn(viewAt(queued, 20)).map((id) => chartOf(id, viewAt(queued, 20)));
const SIZE = { width: 1200, height: 649 };
const svgOf = (id: ChartId) => chartDrawing(chartOf(id, view), theme, SIZE);

describe('a chart as SVG', () => {
  test.each(specs)('$id is a drawing with words, and holds no picture', (spec) => {
    const svg = chartDrawing(spec, theme, SIZE);
    expect(svg).not.toMatch(/<image|data:|foreignObject|<script|href|NaN|Infinity|undefined/);
    expect(svg).toContain(`>${spec.title}<tspan`);
    for (const { label } of spec.x.ticks) expect(svg).toContain(`>${label}</text>`);
    const perTask = spec.kind === 'bars' && spec.bars.some(({ parts }) => parts !== undefined);
    for (const lane of lanes) expect(svg).toContain(`data-series="${lane.title}${perTask ? ': ' : '"'}`);
  });

  test.each(elsewhere)('$id of a program with a queue is one too', (spec) => {
    const svg = chartDrawing(spec, theme, SIZE);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    for (const { label } of spec.x.ticks) expect(svg).toContain(`>${label}</text>`);
    const names = spec.kind === 'bars' ? spec.bars : spec.series.filter(({ points }) => points.length > 0);
    for (const { name } of names) expect(svg).toContain(`data-series="${name}"`);
  });

  test.each([...specs, ...elsewhere])('$id is well formed', (spec) => {
    const drawing = chartDrawing(spec, theme, SIZE);
    // The parser throws at whatever is not.
    const onError = (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    };
    const read = new DOMParser({ onError }).parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`,
      'image/svg+xml',
    );
    const words = [...read.getElementsByTagName('text')].map(({ textContent }) => textContent);
    expect(words[0]).toBe(spec.title + spec.subtitle);
    expect(words).toEqual(expect.arrayContaining(spec.x.ticks.map(({ label }) => label)));
  });

  test('words that were measured are as long in any font, and guessed ones are left as they come', () => {
    const spec = chartOf('waits', view);
    const measured = chartDrawing(spec, theme, SIZE, (text) => text.length * 8);
    const lengths = [...measured.matchAll(/textLength="(\d+)"[^>]*>([^<]*)<\/text>/g)];
    expect(lengths.length).toBeGreaterThanOrEqual(lanes.length);
    for (const [, length, text] of lengths) expect(Number(length)).toBe(text!.length * 8);
    expect(svgOf('waits')).not.toContain('textLength');
  });

  test('a line has every step of the data', () => {
    const spec = chartOf('progress', view);
    if (spec.kind !== 'lines') throw new Error('no lines');
    const drawn = [...svgOf('progress').matchAll(/data-series="([^"]*)"[^>]*><path d="([^"]*)"/g)];
    const corners = drawn.map(([, name, d]) => [name, d!.split(/[HL]/).length]);
    expect(corners).toEqual(spec.series.map(({ name, points }) => [name, points.length]));
  });

  test('dashes are dashes that grow with the type, and signs are written so that they cannot be markup', () => {
    expect(svgOf('progress')).toContain('stroke-dasharray="12.86 4.29"');
    const spec = { ...chartOf('progress', view), title: '<b>&"' };
    expect(chartDrawing(spec, theme, SIZE)).toContain('>&#60;b&#62;&#38;&#34;<tspan');
  });
});

describe('a chart as CSV', () => {
  test('has a row for each point of each line', () => {
    const spec = chartOf('progress', view);
    if (spec.kind !== 'lines') throw new Error('no lines');
    const rows = csvText(dataTable(spec)).split('\r\n');
    expect(rows[0]).toBe('series,virtual_seconds,moves');
    expect(rows).toContain('Table to table,60,1');
    expect(rows.length - 2).toBe(spec.series.reduce((sum, { points }) => sum + points.length, 0));
  });

  test('of waits names the edges of each class', () => {
    const { head, rows } = dataTable(chartOf('waits', view));
    expect(head).toEqual(['series', 'above_seconds', 'up_to_seconds', '% of the waits']);
    expect(rows.slice(0, 2)).toEqual([
      ['One game at a time', '', 0, 100],
      ['One game at a time', 0, 1, 0],
    ]);
  });

  test('quotes what would be read as something else', () => {
    const table = { head: ['a'], rows: [['x,y'], ['say "no"'], ['=1+1'], [-3]] };
    expect(csvText(table)).toBe('a\r\n"x,y"\r\n"say ""no"""\r\n\'=1+1\r\n-3\r\n');
  });

  test('is read out at the ticks of its axis', () => {
    const spec = chartOf('makespan', viewAt(lanes, 10_000));
    expect(readableTable(spec).rows).toEqual([
      ['One game at a time', '0:12:00', '0:12:00'],
      ['Table to table', '0:04:10', '0:04:10'],
    ]);
  });
});

test.each(entries.map(({ id }) => id))('every chart of %s is a table of numbers and words', (workload) => {
  const lanes = lanesOf(
    workload,
    {},
    lanesFor(
      entries.find(({ id }) => id === workload)!,
      [],
    ),
  );
  const view = viewAt(lanes, lanes[0]!.trace.endsAt / 2);
  for (const id of chartsIn(view)) {
    const spec = chartOf(id, view);
    const { head, rows } = dataTable(spec);
    for (const row of rows) expect(row.length, id).toBe(head.length);
    expect(csvText(dataTable(spec)), id).not.toMatch(/NaN|Infinity|undefined|\[object/);
    for (const row of readableTable(spec).rows) expect(row.join(), id).not.toMatch(/NaN|undefined/);
  }
});

describe('an export', () => {
  const run = { ...savedSession(lanes.map(({ info }) => info))!, at: 200 };
  const from = { lanes, entry, run };
  const what = chartExport(specs[0]!);
  const choice = { palette: 'light', transparent: false, scale: 1 } as const;

  async function given(type: FileType): Promise<{ name: string; type: string; text: string; said: string }> {
    let [name, kind, text] = ['', '', ''];
    const said = await give(type, what, from, choice, async (asked, blob) => {
      [name, kind, text] = [asked, blob.type, await blob.text()];
      return true;
    });
    return { name, type: kind, text, said };
  }

  test('gives a file with a name that says what it is', async () => {
    const files = [await given('csv'), await given('json'), await given('run')];
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['simul-exhibition-synchronous-asynchronous-progress.csv', 'text/csv'],
      ['simul-exhibition-synchronous-asynchronous-progress.json', 'application/json'],
      ['simul-exhibition-synchronous-asynchronous-run.json', 'application/json'],
    ]);
    expect(files[0]!.said).toBe('Saved simul-exhibition-synchronous-asynchronous-progress.csv.');
    const threads = lanesOf('queue', {}, [{ model: 'threads', workers: 4 }, { model: 'asynchronous' }]);
    await give('csv', what, { ...from, lanes: threads }, choice, async (name) => {
      expect(name).toBe('simul-queue-threads4-asynchronous-progress.csv');
      return true;
    });
  });

  test('says in the picture which Simul made it, with which seed and parameters', () => {
    const infos = lanes.map(({ info }) => info);
    expect(version).toBe(manifest.version);
    expect(captionOf(infos, 110)).toMatch(new RegExp(`^Simul ${version}, seed 0: boards 3, pairMoves 4`));
    for (const most of [40, 60, 110]) expect(captionOf(infos, most).length).toBeLessThanOrEqual(most);
    const scenario = { ...infos[0]!.scenario, edits: [{ at: 3, path: 'master', value: 4 }] };
    expect(captionOf([{ scenario }], 200)).toContain('1 change during the run');
  });

  test('as JSON has the unit of each column, and rows by their names', async () => {
    const { simul, seed, params, columns, rows } = JSON.parse((await given('json')).text) as Record<string, unknown>;
    expect({ simul, seed, params }).toMatchObject({ simul: version, seed: '0', params: { boards: 3 } });
    expect(columns).toEqual([
      { name: 'series', unit: null },
      { name: 'virtual_seconds', unit: 's' },
      { name: 'moves', unit: 'moves' },
    ]);
    expect(rows).toContainEqual({ series: 'Table to table', virtual_seconds: 60, moves: 1 });
  });

  test('of a run holds the scenario, the summary and the log of every lane', async () => {
    const { runs } = JSON.parse((await given('run')).text) as {
      runs: { model: string; makespan: number; params: object; summary: object; log: object[] }[];
    };
    expect(runs.map(({ model, makespan, log }) => [model, makespan, log.length])).toEqual([
      ['synchronous', 720, 27],
      ['asynchronous', 250, 27],
    ]);
    expect(runs[0]!.log[0]).toEqual({ t: 5, task: 'board-1', event: 'master-moved', move: 1 });
    expect(runs[1]!.summary).toMatchObject({ makespan: 250, tasks: 3 });
  });

  test('goes to the clipboard as Markdown and as CSV', async () => {
    const copied: string[] = [];
    const picture = () => Promise.reject(new Error('no picture here'));
    const text = async (text: string) => void copied.push(text);
    const said = async (type: CopyType) => copy(type, what, from, choice, { text, picture });
    expect([await said('markdown'), await said('csv')]).toEqual(['Markdown copied.', 'CSV copied.']);
    expect(copied[0]!.split('\n').slice(0, 3)).toEqual(
      [
        '| series | virtual_seconds [s] | moves |',
        '| --- | --: | --: |',
        '| One game at a time, theory | 55 | 0 |',
      ].map((line) => line.replace(' [s]', '')),
    );
    expect(copied[1]).toBe((await given('csv')).text);
  });

  test('that was cancelled says nothing', async () => {
    expect(await give('csv', what, from, choice, () => Promise.resolve(false))).toBe('');
  });

  test('that fails says why, and throws nothing', async () => {
    const said = await give('csv', what, from, choice, () => Promise.reject(new Error('the disk is full')));
    expect(said).toBe('simul-exhibition-synchronous-asynchronous-progress.csv could not be saved: the disk is full');
    const refusing = { text: () => Promise.reject(new Error('no clipboard')), picture: () => Promise.resolve() };
    expect(await copy('csv', what, from, choice, refusing)).toBe('Nothing was copied: no clipboard');
  });
});
