import { describe, expect, test } from 'vitest';
import { chartOf, chartsIn, chartTitle, shownChart, type ChartId } from '../../renderer/charts/kinds/index.ts';
import { moved } from '../../renderer/components/splits.ts';
import { roundUp, roundUpCount, timeAxis } from '../../renderer/charts/ticks.ts';
import { edgesUpTo, shareUntil, waitEdges, waitPlace } from '../../renderer/charts/wait-scale.ts';
import { Samples } from '../../shared/fold/samples.ts';
import { spanText } from '../../renderer/words/numbers.ts';
import { dataTable } from '../../renderer/charts/table.ts';
import { theoryOf } from '../../shared/theory/theory.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { ExhibitionFold } from '../../shared/fold/exhibition.ts';
import { LagFold } from '../../shared/fold/lag.ts';
import { WaitsFold } from '../../shared/fold/waits.ts';
import { lately } from '../../renderer/charts/ticks.ts';
import { settingsOf, type ChartLane } from '../../renderer/charts/view.ts';
import { lanesFor } from '../../renderer/views/open-program.ts';
import { entries, exhibitionLanes, lanesOf, viewAt } from './lanes.ts';

const lanes = exhibitionLanes();
/** As the window opens a program: under the two models that tell most, as far as it has them. */
const choicesOf = (workload: string) =>
  lanesFor(
    entries.find(({ id }) => id === workload)!,
    [],
  );
const lineAt = (id: ChartId, at: number) => {
  const spec = chartOf(id, viewAt(lanes, at));
  if (spec.kind !== 'lines') throw new Error(`${id} has no lines`);
  return spec;
};

describe('charts of the classic exhibition', () => {
  test('progress ends at 720 moves, at 12:00:00 and 1:00:55, where theory says', () => {
    const { series, verticals, y } = lineAt('progress', 43_200);
    const ends = series.filter(({ theory }) => !theory).map(({ name, points }) => [name, points.at(-1)]);
    expect(ends).toEqual([
      ['One game at a time', { x: 43_200, y: 720 }],
      ['Table to table', { x: 3655, y: 720 }],
    ]);
    expect(verticals.map(({ x, label }) => [x, label])).toEqual([
      [43_200, 'One game at a time 12:00:00'],
      [3655, 'Table to table 1:00:55'],
    ]);
    expect(y.max).toBe(720);
  });

  test('no line goes beyond the clock, and no axis moves with it', () => {
    for (const id of chartsIn(viewAt(lanes, 0))) {
      const [early, late] = [chartOf(id, viewAt(lanes, 600)), chartOf(id, viewAt(lanes, 40_000))];
      expect(early.x, id).toEqual(late.x);
      if (early.kind !== 'lines' || late.kind !== 'lines') continue;
      expect(early.y, id).toEqual(late.y);
      if (id === 'waits' || id === 'ecdf') continue;
      const latest = early.series.filter(({ theory }) => !theory).map(({ points }) => points.at(-1)!.x);
      expect(Math.max(...latest), id).toBeLessThanOrEqual(600);
    }
  });

  test('she plays twelve moves a minute table to table, all of the time, and one otherwise', () => {
    const last = (id: ChartId, theory: boolean) =>
      lineAt(id, 3000)
        .series.filter((each) => each.theory === theory)
        .map(({ points }) => Math.round(points.at(-1)!.y * 100) / 100);
    expect(last('throughput', false)).toEqual([1, 12]);
    // In theory, over the whole run: 720 moves in twelve hours, and in 3,655 s.
    expect(last('throughput', true)).toEqual([1, 11.82]);
    expect(last('utilisation', false)).toEqual([8.33, 100]);
    // The law of the run so far, then theory.
    expect(last('utilisation', true)).toEqual([8.33, 100, 8.33, 98.5]);
  });

  test('waits are shares of a hundred per cent', () => {
    for (const { points } of lineAt('waits', 43_200).series) {
      expect(points.slice(0, -1).reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(100, 9);
    }
  });

  test('waits are those that the summary of the run tells', () => {
    const fold = new ExhibitionFold('asynchronous');
    lanes[1]!.trace.feed(fold);
    const { notes } = lineAt('waits', 43_200);
    expect(fold.waits.count).toBe(720);
    expect(notes[1]!.text).toBe(
      `median ${spanText(fold.waits.quantile(0.5))}, 95 % within ${spanText(
        fold.waits.quantile(0.95),
      )}, max ${spanText(fold.summary.maxWait)}`,
    );
  });

  test('the bars of makespans grow with the clock and stop at the end', () => {
    const barsAt = (at: number) => {
      const spec = chartOf('makespan', viewAt(lanes, at));
      return spec.kind === 'bars' ? spec.bars.map(({ label, theory }) => [label, theory]) : [];
    };
    expect(barsAt(600)).toEqual([
      ['0:10:00 so far', 43_200],
      ['0:10:00 so far', 3655],
    ]);
    expect(barsAt(43_200)).toEqual([
      ['12:00:00', 43_200],
      ['1:00:55', 3655],
    ]);
  });

  test('say in a sentence where each lane stands', () => {
    expect(lineAt('progress', 2437).description).toBe(
      'Moves played over virtual time up to 0:40:37. One game at a time: 40 of 720. Table to table: 476 of 720.',
    );
  });

  test('theory keeps silent where it would be wrong: after an edit', () => {
    const edited = lanes.map((lane) => {
      const scenario = { ...lane.info.scenario, edits: [{ at: 1, path: 'opponent', value: 3 }] };
      return { ...lane, info: { ...lane.info, scenario }, theory: theoryOf('exhibition', scenario) };
    });
    const spec = chartOf('progress', viewAt(edited, 600));
    expect(spec.kind === 'lines' && spec.series.some(({ theory }) => theory)).toBe(false);
  });
});

describe.each(entries.map(({ id }) => id))('the charts of %s', (workload) => {
  const lanes = lanesOf(workload, {}, choicesOf(workload));
  const { endsAt } = viewAt(lanes, 0);
  const ids = chartsIn(viewAt(lanes, 0));

  test('keep their axes from the start to the end, and their lines behind the clock', () => {
    for (const id of ids) {
      const [early, late] = [chartOf(id, viewAt(lanes, endsAt! / 3)), chartOf(id, viewAt(lanes, endsAt!))];
      expect(early.x, id).toEqual(late.x);
      if (early.kind === 'lines' && late.kind === 'lines') expect(early.y, id).toEqual(late.y);
      if (early.kind === 'bars' && late.kind === 'bars') {
        expect(early.bars.map(({ name }) => name)).toEqual(late.bars.map(({ name }) => name));
        for (const { value } of late.bars) expect(value, id).toBeLessThanOrEqual(late.x.max);
      }
      if (early.kind !== 'lines' || late.kind !== 'lines' || ['waits', 'ecdf', 'lags'].includes(id)) continue;
      const lines = early.series.filter(({ theory }) => !theory);
      for (const { points } of lines) expect(points.at(-1)!.x, id).toBeLessThanOrEqual(endsAt! / 3);
      const highest = Math.max(...late.series.flatMap(({ points }) => points.map(({ y }) => y)));
      expect(highest, id).toBeLessThanOrEqual(late.y.max * (1 + 1e-9));
    }
  });

  test('have a title and a sentence before anything has happened', () => {
    for (const id of ids) {
      const spec = chartOf(id, viewAt(lanes, 0));
      expect(spec.title, id).toBe(chartTitle(id, settingsOf(viewAt(lanes, 0))));
      expect(spec.description, id).not.toMatch(/NaN|undefined|Infinity|\{/);
    }
  });
});

describe('theory beside the charts', () => {
  const says = (id: ChartId, lanes: readonly ChartLane[], at: number) => chartOf(id, viewAt(lanes, at)).says ?? [];

  test('says both sides of the laws of a run, and what is under way where they differ', () => {
    const lanes = exhibitionLanes({}, [{ model: 'asynchronous' }]);
    expect(says('utilisation', lanes, 3655)).toEqual([
      'Table to table: the utilisation law holds. X · S = 11.8 works a minute × 5 s = 98.5 %, and U = 98.5 %.',
      'Table to table: 98.5 % measured, 98.5 % in theory (closed form). They agree.',
    ]);
    expect(says('utilisation', lanes, 62)).toEqual([
      'Table to table: by the utilisation law X · S = 11.6 works a minute × 5 s = 96.8 %; U = 100 %. What is under way (1 work) is in U and not in X.',
      'Table to table: 100 % measured, 98.5 % in theory (closed form). The run is not over.',
    ]);
    expect(says('ready', lanes, 3655)).toEqual([
      'Table to table: Little’s law holds. λ · W = 12.2 a minute × 57.8 s = 11.8, and L = 11.8.',
      'Table to table: 11.8 measured, 11.8 in theory (closed form). They agree.',
    ]);
    expect(says('ready', lanes, 62)[0]).toMatch(
      /L = [\d.]+\. The waits of 1\d that still wait are in L and not in W\.$/,
    );
    expect(says('makespan', lanes, 3655)).toEqual([
      'Table to table: 1:00:55 measured, 1:00:55 in theory (closed form). They agree.',
    ]);
  });

  test('draws M/M/1 through a queue with exponential times: depth, mean wait and distribution', () => {
    const exponential = (mean: number) => ({ kind: 'exponential', mean });
    const params = { producers: 3, consumers: 1, items: 100, making: exponential(6), taking: exponential(1) };
    const lanes = lanesOf('queue', params, [{ model: 'asynchronous' }]);
    const { endsAt } = viewAt(lanes, 0);
    const theory = (id: ChartId) => {
      const chart = chartOf(id, viewAt(lanes, endsAt!));
      return chart.kind === 'lines' ? chart.series.filter((line) => line.theory && line.dash.length > 0) : [];
    };
    // ρ = 1/2: L = ρ² / (1 - ρ), half of the items need not wait, and of the others exp(-t / 2) wait longer.
    expect(theory('depth').map(({ points }) => points.map(({ y }) => y))).toEqual([
      [0.5, 0.5].map((y) => expect.closeTo(y, 9) as number),
    ]);
    const [within] = theory('ecdf');
    expect(within!.points[0]).toEqual({ x: 0.5, y: expect.closeTo(50, 9) as number });
    expect(within!.points.at(-1)!.y).toBeGreaterThan(99);
    const waits = chartOf('waits', viewAt(lanes, endsAt!));
    expect(waits.kind === 'lines' && waits.verticals.map(({ label }) => label)).toContain('mean in theory');
    expect(waits.says).toEqual([
      expect.stringMatching(
        /measured, 1 s in theory \(M\/M\/1, steady state\)\. A run that starts and ends with an empty/,
      ),
    ]);
  });

  test('says why there is none', () => {
    const lanes = lanesOf('queue', {}, [{ model: 'asynchronous' }]);
    expect(says('waits', lanes, 10)).toEqual(['No theory is drawn. M/M/c needs exponential times.']);
    const two = lanesOf('queue', {}, [{ model: 'synchronous' }, { model: 'asynchronous' }]);
    expect(says('waits', two, 10)).toEqual([
      'No theory is drawn for One after another. The queue is M/M/c only where tasks take turns.',
      'No theory is drawn for Taking turns. M/M/c needs exponential times.',
    ]);
    const mixed = exhibitionLanes({ walk: 1 }, [{ model: 'asynchronous' }, { model: 'threads', workers: 2 }]);
    expect(says('makespan', mixed, 99_999).at(-1)).toBe(
      'No theory is drawn for 2 threads. No closed form is known for threads with a way to walk.',
    );
  });
});

describe('the charts of a program with a queue', () => {
  const lanes = lanesOf('queue', { producers: 8, consumers: 2, capacity: 3 }, [{ model: 'asynchronous' }]);
  const { endsAt } = viewAt(lanes, 0);
  const chart = (id: ChartId) => chartOf(id, viewAt(lanes, endsAt!));

  test('show its depth below the line of what there is room for', () => {
    const depth = chart('depth');
    if (depth.kind !== 'lines') throw new Error('no lines');
    const [room, items] = depth.series;
    expect([room!.name, room!.theory, room!.points.map(({ y }) => y)]).toEqual(['room for 3', true, [3, 3]]);
    expect(Math.max(...items!.points.map(({ y }) => y))).toBe(3);
    expect(items!.points.at(-1)!.y).toBe(0);
    expect(depth.subtitle).toBe('dotted: room for 3; thin: λ · W so far');
  });

  test('tell of a capacity that is far away in words', () => {
    const wide = lanesOf('queue', { capacity: 9000 }, [{ model: 'asynchronous' }]);
    const depth = chartOf('depth', viewAt(wide, 10));
    expect([depth.kind === 'lines' && depth.series.length, depth.subtitle]).toEqual([
      2,
      'items in the queue, room for 9,000; thin: λ · W so far',
    ]);
  });

  test('count items, and how long they were in it', () => {
    const [progress, waits] = [chart('progress'), chart('waits')];
    if (progress.kind !== 'lines' || waits.kind !== 'lines') throw new Error('no lines');
    const items = [...lanes[0]!.trace].filter(({ kind }) => kind === Kind.TAKE).length;
    expect([progress.title, progress.y.title, progress.series[0]!.points.at(-1)!.y]).toEqual([
      'Items taken',
      'items',
      items,
    ]);
    expect(waits.x.title).toBe('How long an item is in the queue');
    expect(waits.notes[0]!.text).toMatch(/^median .+, 95 % within .+, max .+/);
  });
});

test('who held the loop is told with the seconds that a fold of the run counts, and nobody where nobody did', () => {
  const lanes = exhibitionLanes({ boards: 3, pairMoves: 4 });
  const barsAt = (at: number) => {
    const spec = chartOf('holders', viewAt(lanes, at));
    if (spec.kind !== 'bars') throw new Error('no bars');
    return spec.bars.map(({ name, value }) => [name, value]);
  };
  const [first, second] = lanes.map(({ trace }) => {
    const fold = new LagFold();
    trace.feed(fold, 0, trace.countUntil(300));
    return fold.heldAt(300);
  });
  expect(first).toEqual([
    { task: 1, seconds: 240 },
    { task: 2, seconds: 60 },
  ]);
  const master = 'Table to table: Board';
  const bars = second!.slice(0, 2).map(({ task, seconds }) => [`${master} ${task}`, seconds]);
  expect(barsAt(300)).toEqual([['One game at a time: Board 1', 240], ['One game at a time: Board 2', 60], ...bars]);
  expect(dataTable(chartOf('holders', viewAt(lanes, 300))).head).toEqual(['lane', 'task', 'held_seconds']);
  const alone = exhibitionLanes({ boards: 1 }, [{ model: 'asynchronous' }, { model: 'synchronous' }]);
  const spec = chartOf('holders', viewAt(alone, 300));
  expect(spec.kind === 'bars' && spec.bars.map(({ name, value }) => [name, value])).toEqual([
    ['Table to table: nothing', 0],
    ['One game at a time: nothing', 0],
  ]);
});

test('a heart that has a thread of its own blocks nobody', () => {
  const choices = [{ model: 'threads', workers: 2 }, { model: 'asynchronous' }] as const;
  const hearts = lanesOf('requests', { requests: 6, client: 'blocking' }, choices);
  const fold = new LagFold();
  hearts[0]!.trace.feed(fold);
  const heart = hearts[0]!.trace.names.tasks.indexOf('heartbeat');
  expect(fold.heldAt(hearts[0]!.trace.endsAt).some(({ task }) => task === heart)).toBe(true);
  const rows = dataTable(chartOf('holders', viewAt(hearts, 1000))).rows.map(([, task]) => task);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).not.toContain('heartbeat');
});

test('of a run that is sampled every chart says so', () => {
  const [one, two] = exhibitionLanes({ boards: 3 });
  const view = viewAt([one!, { ...two!, ratio: 8.25 }], 100);
  for (const id of chartsIn(view))
    expect(chartOf(id, view).subtitle, id).toMatch(/from a sample: 1 event in 8\.[23] kept$/);
  expect(chartOf('progress', viewAt([one!, two!], 100)).subtitle).not.toContain('sample');
});

test('elsewhere waits are those of the summary, and a chart that is not there gives way to one that is', () => {
  const lanes = lanesOf('chained');
  const view = viewAt(lanes, 1000);
  const fold = new WaitsFold();
  lanes[0]!.trace.feed(fold);
  const waits = chartOf('waits', view);
  expect(waits.kind === 'lines' && waits.notes[0]!.text).toContain(`max ${spanText(fold.over.max)}`);
  const shown = (wanted: ChartId, lanes: readonly ChartLane[]) => shownChart(wanted, chartsIn(viewAt(lanes, 0)));
  expect([shown('depth', lanes), shown('lag', lanes)]).toEqual(['ready', 'lag']);
  expect([shown('lag', exhibitionLanes()), shown('ready', lanesOf('queue'))]).toEqual(['progress', 'depth']);
  const alone = lanesOf('generators', {}, [{ model: 'asynchronous' }]);
  expect(chartsIn(viewAt(alone, 0))).toEqual(['progress', 'throughput', 'utilisation', 'split', 'makespan']);
});

describe('axes', () => {
  test('have round ends and ticks', () => {
    expect([0, 0.3, 1, 12, 720].map(roundUp)).toEqual([1, 0.5, 1, 20, 1000]);
    expect([0, 3, 23, 240, 999].map(roundUpCount)).toEqual([2, 4, 24, 240, 1000]);
    expect(timeAxis('', 43_200).ticks.map(({ label }) => label)).toEqual(['0', '3 h', '6 h', '9 h', '12 h']);
    expect(timeAxis('', 90).ticks.map(({ label }) => label)).toEqual(['0', '30 s', '1 min', '1 min 30 s']);
  });
});

test('what happened lately is a minute ago at most, less in a run of seconds and more in one of hours', () => {
  expect([11, 66, 600, 3655, 43_200].map(lately)).toEqual([2, 10, 60, 60, 300]);
});

describe('the scale of waits', () => {
  test('rises with the wait, and every class is as wide as any other', () => {
    const places = [0, 0.5, 1, 1.5, 60, 3599, 3600, 72_000, 1e9].map((wait) => waitPlace(wait));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(waitPlace(60)).toBe(waitEdges.findIndex(({ seconds }) => seconds === 60));
  });

  test('goes as far as the run, since no wait is longer', () => {
    const last = (end: number) => edgesUpTo(end).at(-1)!.seconds;
    expect([0, 11, 400, 600, 43_200, 1e9].map(last)).toEqual([10, 20, 600, 600, 72_000, 72_000]);
    // In a run of seconds parts of one matter.
    expect(edgesUpTo(15).map(({ seconds }) => seconds)).toEqual([-1, 0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]);
    expect([0, 0.1, 0.15, 1].map((wait) => waitPlace(wait, edgesUpTo(15)))).toEqual([0.5, 2, 2.5, 5]);
  });

  test('counts what is at most an edge', () => {
    const samples = new Samples();
    for (const x of [0, 0, 1, 2, 60]) samples.add(x);
    expect([-1, 0, 1, 59, 60].map((x) => shareUntil(samples, x))).toEqual([0, 0.4, 0.6, 0.8, 1]);
  });
});

test('a line between panels takes from one what it gives to the other', () => {
  expect(moved([0.4, 0.3, 0.3], 0, 0.1).map((share) => Math.round(share * 100))).toEqual([50, 20, 30]);
  expect(moved([0.4, 0.3, 0.3], 1, -1).map((share) => Math.round(share * 100))).toEqual([40, 15, 45]);
});
