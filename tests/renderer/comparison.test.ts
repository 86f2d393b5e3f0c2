import { describe, expect, test } from 'vitest';
import { comparison } from '../../renderer/charts/compare/comparison.svelte.ts';
import { comparisonExport } from '../../renderer/charts/compare/exportable.ts';
import { differenceText, figures } from '../../renderer/charts/compare/figures.ts';
import { cellOf, comparisonTable, rowsOf, sorted } from '../../renderer/charts/compare/rows.ts';
import { chartOf, chartsIn } from '../../renderer/charts/kinds/index.ts';
import { panelsIn, toggled } from '../../renderer/charts/panel.ts';
import { readingAt } from '../../renderer/charts/reading.ts';
import type { LineChart } from '../../renderer/charts/spec.ts';
import { lookOf, type ChartLane } from '../../renderer/charts/view.ts';
import { changed, valueAt, zoomed } from '../../renderer/charts/zoom.ts';
import { legendHeight, overlay } from '../../renderer/charts/overlay.ts';
import { tableCsv, tableMarkdown } from '../../renderer/exports/data.ts';
import { reportPage } from '../../renderer/exports/report.ts';
import { Pin } from '../../renderer/stores/pin.svelte.ts';
import type { LaneStore } from '../../renderer/stores/lane.svelte.ts';
import { ComparisonFold } from '../../shared/fold/comparison.ts';
import { entryOf, exhibitionLanes, lanesOf, viewAt } from './lanes.ts';

const stageOf = (workload: string) => entryOf(workload).stage;
const figure = (id: string) => figures.find((each) => each.id === id)!;

describe('a comparison', () => {
  // tests/cli/comparison.test.ts holds the command line to the same fold.
  test.each(['exhibition', 'queue', 'requests', 'makerandom', 'philosophers', 'count'])(
    'of %s has the numbers of the fold that simul compare has, by the same names',
    (workload) => {
      const lanes = lanesOf(workload);
      const stage = stageOf(workload);
      for (const [place, { values }] of rowsOf(lanes, 0, stage).entries()) {
        const { info, trace } = lanes[place]!;
        const fold = new ComparisonFold({ ...info.scenario, ...(stage === undefined ? {} : { stage }) });
        trace.feed(fold);
        expect(values).toMatchObject({ ...fold.at(trace.endsAt) });
      }
    },
  );

  test('of exhibitions with known answers says them', () => {
    const [synchronous, asynchronous] = rowsOf(exhibitionLanes(), 0, 'boards');
    expect(synchronous!.values).toMatchObject({ makespan: 43_200, speedUp: 1, waitMax: 41_400, switches: 25 });
    expect(asynchronous!.values.makespan).toBe(3655);
    expect(asynchronous!.values.speedUp).toBeCloseTo(43_200 / 3655, 12);
    expect(asynchronous!.values.throughputPerSecond).toBeCloseTo(720 / 3655, 12);
    expect(asynchronous!.values.processorUse).toBeCloseTo(3600 / 3655, 12);
  });

  test('gives no speed-up to lanes that do other work, and says why', () => {
    const lanes = [...exhibitionLanes({ boards: 3, pairMoves: 2 }), ...exhibitionLanes({ boards: 4, pairMoves: 2 })];
    const rows = rowsOf(
      lanes.map((lane, index) => ({ ...lane, index, info: shared(lane) })),
      0,
      'boards',
    );
    expect(rows.map(({ values }) => values.speedUp === null)).toEqual([false, false, true, true]);
    expect(cellOf(figure('speedUp'), rows[3]!, rows[0], 'none', 1).value).toBe('different work');
    expect(cellOf(figure('makespan'), rows[3]!, rows[0], 'none', 1e4).value).toBe('0:02:15');
  });

  /** With draws from one stream it is asked what was done. */
  function shared({ info }: ChartLane): ChartLane['info'] {
    const distribution = { kind: 'uniform', from: 1, to: 2 };
    return { ...info, scenario: { ...info.scenario, draws: 'shared', params: { ...(info.scenario.params as object), opponent: distribution } } };
  } // prettier-ignore

  test('tells differences from the chosen lane, absolute and in per cent', () => {
    const rows = rowsOf(exhibitionLanes(), 1, 'boards');
    const cell = (id: string, how: 'absolute' | 'percent') => cellOf(figure(id), rows[0]!, rows[1], how, 43_200).difference;
    expect([cell('makespan', 'absolute'), cell('makespan', 'percent')]).toEqual(['+10:59:05', '+1,082 %']);
    expect(cell('processorUse', 'absolute')).toBe('−90.2 %');
    expect(cellOf(figure('makespan'), rows[1]!, rows[1], 'percent', 43_200).difference).toBeNull();
    expect(differenceText(figure('lagMax'), 'percent', 3, 0, 1)).toBeNull();
    const table = comparisonTable(rows, rows[1], 'percent');
    expect(table.head.slice(0, 3)).toEqual(['lane', 'makespan', 'makespan_percent']);
    expect(table.rows[0]![2]).toBeCloseTo(((43_200 - 3655) / 3655) * 100, 8);
    expect(tableCsv(table).split('\r\n')[0]).toMatch(/^lane,makespan \[s\],makespan_percent \[%\],speedUp,/);
    expect(tableMarkdown(comparisonTable(rows, rows[1], 'none'))).toMatch(/\| One game at a time \| 43200 \| /);
    // As text among text it says what is on screen.
    const read = tableMarkdown(comparisonExport({ rows, chosen: rows[1], run: 43_200 }, 'percent').told!());
    expect(read).toMatch(/^\| Lane \| Total time \| Speed-up \| Use \|.*\n\| --- \| --: \|/);
    expect(read).toMatch(/\n\| One game at a time \| 12:00:00 \(\+1,082 %\) \| 0\.085× \| 8 % \(−91\.5 %\) \|/);
  }); // prettier-ignore

  test('is sorted by any figure, what has none comes last', () => {
    const rows = rowsOf(exhibitionLanes({ boards: 3, pairMoves: 4 }), 0, 'boards');
    const without = [{ ...rows[0]!, values: { ...rows[0]!.values, makespan: null } }, rows[1]!];
    expect(sorted(rows, { by: 'makespan', falling: false })[0]).toBe(rows[1]);
    expect(sorted(rows, { by: 'title', falling: true })[0]!.title).toBe('Table to table');
    for (const falling of [true, false]) expect(sorted(without, { by: 'makespan', falling })[0]).toBe(rows[1]);
    comparison.sortBy('makespan');
    comparison.sortBy('makespan');
    expect(comparison.order).toEqual({ by: 'makespan', falling: true });
    comparison.sortBy('makespan');
    expect(comparison.order).toBeNull();
    const { part, size } = comparisonExport({ rows, chosen: rows[0], run: 720 }, 'none');
    expect([part, size.height]).toEqual(['comparison', 84 + 2 * 48 + 8]);
  });
});

describe('a pinned run', () => {
  const session = exhibitionLanes({ boards: 3, pairMoves: 4 });
  const pin = new Pin();
  pin.pin(session as unknown as LaneStore[]);
  const ghosts = pin.lanesFor('exhibition');

  test('stays as it was when its run is changed, and is there for its program alone', () => {
    const { length } = session[0]!.trace;
    session[0]!.trace.truncate(10);
    expect([ghosts[0]!.trace.length, ghosts[0]!.title]).toEqual([length, 'Pinned: One game at a time']);
    expect([...ghosts[1]!.trace]).toEqual([...session[1]!.trace]);
    expect(pin.lanesFor('queue')).toEqual([]);
    expect(pin.obstacle([{ ...session[0]!, end: null } as unknown as LaneStore])).toMatch(/still being computed/);
  });

  test('is drawn as a whole behind later runs, in every chart, and is a row of the table', () => {
    const now = exhibitionLanes({ boards: 4, pairMoves: 4 });
    const view = viewAt([...now, ...ghosts], 0);
    for (const id of chartsIn(view)) {
      const spec = chartOf(id, view);
      if (spec.kind !== 'lines') continue;
      const pinned = spec.series.filter(({ ghost }) => ghost === true);
      expect(pinned.length, id).toBe(2);
      if (spec.x.time === true) expect(pinned[0]!.points.at(-1)!.x, id).toBe(720);
    }
    expect(lookOf(ghosts[0]!)).toMatchObject({ colour: 'lane-1', ghost: true });
    expect(rowsOf(view.lanes, 0, 'boards').map(({ key }) => key)).toEqual(['lane-0', 'lane-1', 'pinned-0', 'pinned-1']);
    expect(rowsOf(view.lanes, 0, 'boards')[2]!.values.makespan).toBe(720);
  });

  test('is not named in a narrow chart, where the names of the lanes take all the room above it', () => {
    const now = exhibitionLanes({ boards: 4, pairMoves: 4 });
    const spec = chartOf('progress', viewAt([...now, ...ghosts], 60));
    const size = 12;
    const texts = (width: number) => {
      const area = { left: 40, top: legendHeight(spec, size, false), right: 40 + width, bottom: 130 };
      const pieces = overlay(spec, area, { size, measure: (text) => text.length * 7, roomy: false });
      return pieces.flatMap((piece) =>
        piece.kind === 'text' && piece.strong ? [{ ...piece, above: piece.at[1] <= area.top }] : [],
      );
    };
    expect(texts(217).map(({ text, above }) => [text, above])).toEqual([
      ['One game at a time', true],
      ['Table to table', true],
    ]);
    expect(texts(700).map(({ above }) => above)).toEqual([true, true, true, true]);
  });
});

describe('a stretch of a chart', () => {
  const view = viewAt(exhibitionLanes({ boards: 3, pairMoves: 4 }), 720);
  const whole = chartOf('progress', view) as LineChart;
  const part = zoomed(whole, { from: 100, to: 200 }) as LineChart;

  test('has its own axis, and of each line what lies in it with its values at the edges', () => {
    expect([part.x.min, part.x.max]).toEqual([100, 200]);
    expect(part.x.ticks.map(({ label }) => label)).toEqual(['2:00', '2:30', '3:00']);
    const line = part.series.find(({ name }) => name === 'Table to table')!;
    expect([line.points[0]!.x, line.points.at(-1)!.x]).toEqual([100, 200]);
    for (const at of [100, 131, 200]) {
      expect(valueAt(line, at)).toBe(
        valueAt(
          whole.series.find(({ name }) => name === line.name)!,
          at,
        ),
      );
    }
    expect(readingAt(part, 150).map(({ name }) => name)).toEqual(['One game at a time', 'Table to table']);
  });

  test('is zoomed at the pointer, moved, and the whole run again', () => {
    expect(changed(null, { factor: 0.5, anchor: 0 }, 720)).toEqual({ from: 0, to: 360 });
    expect(changed({ from: 0, to: 360 }, { pan: 0.5 }, 720)).toEqual({ from: 180, to: 540 });
    expect(changed({ from: 180, to: 540 }, { factor: 4 }, 720)).toBeNull();
    expect(zoomed(chartOf('makespan', view), { from: 1, to: 2 })).toEqual(chartOf('makespan', view));
  });
});

test('the distribution of waits rises to a hundred at the longest, by the share of samples', () => {
  const lanes = exhibitionLanes({ boards: 20, pairMoves: 4 });
  const spec = chartOf('ecdf', viewAt(lanes, 1e6)) as LineChart;
  for (const { points } of spec.series) {
    expect(points.at(-1)!.y).toBe(100);
    for (const [place, { x, y }] of points.slice(1).entries()) {
      expect(x).toBeGreaterThanOrEqual(points[place]!.x);
      expect(y).toBeGreaterThan(points[place]!.y);
    }
  }
  const waits = spec.data!.rows.filter(([name]) => name === 'One game at a time');
  // Twenty games of four pairs: the n-th game waits for n - 1 others.
  expect(waits.at(-1)![1]).toBe(19 * 240);
});

test('the time of each task is split into what it did, the longest lives first and the rest counted', () => {
  const lanes = exhibitionLanes({ boards: 30, pairMoves: 4 });
  const spec = chartOf('split', viewAt(lanes, 1e6));
  if (spec.kind !== 'bars') throw new Error('no bars');
  expect(spec.bars.map(({ name }) => name)).toEqual([
    'One game at a time: Board 30', 'One game at a time: 29 others, mean', 'Table to table: Board 30', 'Table to table: 29 others, mean',
  ]); // prettier-ignore
  for (const { value, parts } of spec.bars) {
    expect(parts!.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(value, 9);
  }
  // It works 4 times 5 s, blocks the worker for 4 times 55 s, and is ready while 29 others play.
  const seconds = Object.fromEntries(spec.bars[0]!.parts!.map(({ mark, value }) => [mark, value]));
  expect(seconds).toEqual({ running: 20, ready: 29 * 240, waiting: 0, holding: 220 });
  expect(spec.data!.rows).toHaveLength(60);
});

test('up to four charts stand beside each other, and never none', () => {
  const all = panelsIn(viewAt(exhibitionLanes({ boards: 3 }), 0));
  expect(all).toContain('comparison');
  const four = all.slice(0, 4);
  expect([toggled(four, all[4]!), toggled(four, all[0]!)]).toEqual([four, four.slice(1)]);
  expect(toggled([all[0]!], all[0]!)).toEqual([all[0]!]);
});

test('a report has no script and no address, and what comes from elsewhere is no markup', () => {
  const table = { head: ['', '<b>'], rows: [['Total', { value: '1', small: '+1 %' }]] } as const;
  const drawings = [{ title: 'a', width: 10, height: 10, content: '<g/>' }];
  const difference = { says: 'x & y', lines: Array.from({ length: 40 }, (_, n) => `+ line ${n}`) };
  const page = reportPage({ title: '<script>', scenario: ['a'], table, drawings, difference, link: '#s=1.x' }, '');
  expect(page).not.toMatch(/<script|https?:|src=|href=/);
  expect(page).toContain('&#60;b&#62;');
  expect(page).toContain('26 lines more are in the listing.');
  expect(reportPage({ title: '', scenario: [], table, drawings, difference, link: 'x'.repeat(5000) }, '')).toContain('5000 characters');
}); // prettier-ignore
