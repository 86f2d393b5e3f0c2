import { describe, expect, test } from 'vitest';
import { captionOf, exportAs } from '../../renderer/charts/export.ts';
import { chartOf, chartsIn, type ChartId } from '../../renderer/charts/kinds/index.ts';
import { lanesFor } from '../../renderer/views/open-program.ts';
import type { ChartTheme } from '../../renderer/charts/theme.ts';
import { chartSvg } from '../../renderer/charts/svg.ts';
import { dataTable, readableTable } from '../../renderer/charts/table.ts';
import { csvText } from '../../renderer/words/csv.ts';
import { readSavedFile } from '../../shared/saved/file.ts';
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
const svgOf = (id: ChartId) => chartSvg(chartOf(id, view), theme, { width: 1200, height: 675 });

describe('a chart as SVG', () => {
  test.each(specs)('$id is a drawing with words, and holds no picture', (spec) => {
    const svg = chartSvg(spec, theme, { width: 1200, height: 675 });
    expect(svg).toMatch(/^<\?xml [^>]*\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200" height="675"/);
    expect(svg).not.toMatch(/<image|data:|foreignObject|<script|href|NaN|Infinity|undefined/);
    expect(svg).toContain(`>${spec.title}<tspan`);
    for (const { label } of spec.x.ticks) expect(svg).toContain(`>${label}</text>`);
    for (const lane of lanes) expect(svg).toContain(`data-series="${lane.title}"`);
  });

  test.each(elsewhere)('$id of a program with a queue is one too', (spec) => {
    const svg = chartSvg(spec, theme, { width: 1200, height: 675 });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    for (const { label } of spec.x.ticks) expect(svg).toContain(`>${label}</text>`);
    const names = spec.kind === 'bars' ? spec.bars : spec.series.filter(({ points }) => points.length > 0);
    for (const { name } of names) expect(svg).toContain(`data-series="${name}"`);
  });

  test.each([...specs, ...elsewhere])('$id is well formed', (spec) => {
    const open: string[] = [];
    for (const [, end, name, alone] of chartSvg(spec, theme, { width: 1200, height: 675 }).matchAll(
      /<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g,
    )) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (alone !== '/') open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('words that were measured are as long in any font, and guessed ones are left as they come', () => {
    const spec = chartOf('waits', view);
    const measured = chartSvg(spec, theme, { width: 1200, height: 675 }, (text) => text.length * 8);
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

  test('fonts are named, dashes are dashes, and signs are written so that they cannot be markup', () => {
    expect(svgOf('progress')).toMatch(/font-family="'Libre Franklin', .*Arial, .*sans-serif"/);
    expect(svgOf('progress')).toContain('stroke-dasharray="9 3"');
    const spec = { ...chartOf('progress', view), title: '<b>&"' };
    expect(chartSvg(spec, theme, { width: 1200, height: 675 })).toContain('>&#60;b&#62;&#38;&#34;<tspan');
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
  const what = { spec: specs[0]!, theme, lanes, entry, run };

  test('gives a file with a name that says what it is', async () => {
    const given: [string, string][] = [];
    const give = async (name: string, blob: Blob) => given.push([name, blob.type]) > 0;
    const said = [
      await exportAs('svg', what, give),
      await exportAs('csv', what, give),
      await exportAs('json', what, give),
    ];
    expect(given).toEqual([
      ['simul-exhibition-synchronous-asynchronous-progress.svg', 'image/svg+xml'],
      ['simul-exhibition-synchronous-asynchronous-progress.csv', 'text/csv'],
      ['simul-exhibition-synchronous-asynchronous-run.json', 'application/json'],
    ]);
    expect(said[0]).toBe('Saved simul-exhibition-synchronous-asynchronous-progress.svg.');
  });

  test('says in the picture what it was made of', async () => {
    let text = '';
    await exportAs('svg', what, async (_, blob) => (text = await blob.text()) !== '');
    expect(captionOf(lanes)).toMatch(/^Simul, seed 0: boards 3, pairMoves 4/);
    expect(captionOf(lanes).length).toBeLessThanOrEqual(110);
    expect(text).toContain('>Simul, seed 0: boards 3');
  });

  test('as a drawing remembers the run, its lanes and the instant', async () => {
    let bytes = new Uint8Array();
    await exportAs('svg', what, async (_, blob) => (bytes = new Uint8Array(await blob.arrayBuffer())).length > 0);
    const { scenario, ...choices } = run;
    expect(readSavedFile(bytes, (utf8) => new TextDecoder().decode(utf8))).toEqual({
      open: { scenario, lanes: choices.lanes },
      at: 200,
    });
  });

  test('of a run holds the scenario, the summary and the log of every lane', async () => {
    let text = '';
    await exportAs('json', what, async (_, blob) => (text = await blob.text()) !== '');
    const { runs } = JSON.parse(text) as {
      runs: { model: string; makespan: number; params: object; summary: object; log: object[] }[];
    };
    expect(runs.map(({ model, makespan, log }) => [model, makespan, log.length])).toEqual([
      ['synchronous', 720, 27],
      ['asynchronous', 250, 27],
    ]);
    expect(runs[0]!.log[0]).toEqual({ t: 5, task: 'board-1', event: 'master-moved', move: 1 });
    expect(runs[1]!.summary).toMatchObject({ makespan: 250, tasks: 3 });
  });

  test('that was cancelled says nothing', async () => {
    expect(await exportAs('csv', what, () => Promise.resolve(false))).toBe('');
  });

  test('that fails says why, and throws nothing', async () => {
    const said = await exportAs('csv', what, () => Promise.reject(new Error('the disk is full')));
    expect(said).toBe('simul-exhibition-synchronous-asynchronous-progress.csv could not be saved: the disk is full');
  });
});
