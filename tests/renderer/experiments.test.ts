// An experiment as the page knows it: the form, what is drawn, what is said. The runs are real ones.
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../electron/host/catalogue.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { sweepLine } from '../../shared/experiment/command-line.ts';
import { Plan } from '../../shared/experiment/plan.ts';
import type { UnitRecord } from '../../shared/experiment/record.ts';
import { Results } from '../../shared/experiment/results.ts';
import { readSpec, type ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { ExperimentPush } from '../../shared/protocol/pushes.ts';
import { readSaved, savedText } from '../../shared/saved/saved-run.ts';
import { figureTheory } from '../../shared/theory/theory.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { choicesOf, draftOf, specOf } from '../../renderer/experiments/draft.ts';
import { draw } from '../../renderer/experiments/draw.ts';
import { ExperimentStore, type ExperimentHost } from '../../renderer/experiments/experiment.svelte.ts';
import { captionOf, fileName } from '../../renderer/exports/about.ts';
import { experimentExport, experimentJson, runsCsv } from '../../renderer/experiments/exportable.ts';
import { firstSpec } from '../../renderer/experiments/first.ts';
import { namesOf } from '../../renderer/experiments/names.ts';
import { figureScale, numberScale, placeOn } from '../../renderer/experiments/scale.ts';
import { placeAt, pointText, sentencesOf } from '../../renderer/experiments/sentences.ts';
import { figureNamed } from '../../renderer/experiments/figures.ts';
import { FIRST_LOOK, viewOf, type Look } from '../../renderer/experiments/view.ts';
import { everyKind, kindOf } from '../../renderer/stage/kinds.ts';

/** Tests of the page are checked without Node's types; what runs a unit knows Node. */
const runner = '../../electron/cli/sweep/unit.ts';
const { runUnit } = (await import(/* @vite-ignore */ runner)) as {
  runUnit: (plan: Plan, workload: Workload<unknown>, unit: number, limits: object) => Promise<UnitRecord>;
};

// Lanes have the names of the program's kind of stage.
await everyKind();
const { workloads: catalogue } = catalogueOf(workloads);
const entryOf = (id: string) => catalogue.find((entry) => entry.id === id)!;
const workloadOf = (id: string) => workloads.find((workload) => workload.id === id) as Workload<unknown>;
const theme = {
  colour: (name: string) => `#${name}`,
  font: 'Test',
  size: 14,
  weight: '400',
  strong: '700',
  roomy: true,
};
const measure = (text: string) => text.length * 8;

/** The results of an experiment, its units done in the order given. */
async function resultsOf(given: ExperimentSpec, backwards = false): Promise<Results> {
  const spec = readSpec(given);
  const workload = workloadOf(spec.workload);
  const plan = new Plan(spec, workload);
  const results = new Results(plan);
  const units = Array.from({ length: plan.units }, (_, unit) => unit);
  for (const unit of backwards ? units.reverse() : units) {
    const record = await runUnit(plan, workload, unit, { until: Infinity, steps: 1e6 });
    const { point } = plan.place(unit);
    const theory = plan.scenarios(point, 0).map((scenario) => figureTheory(workload.theory ?? null, scenario));
    results.add({ ...record, theory });
  }
  return results;
}

function shown(results: Results, look: Partial<Look> = {}) {
  const entry = entryOf(results.grid.spec.workload);
  return viewOf(results, { ...FIRST_LOOK, ...look }, namesOf(results.grid, entry, kindOf(entry)));
}

const small: ExperimentSpec = {
  workload: 'exhibition',
  params: { pairMoves: 3 },
  over: [{ path: 'boards', from: 10, to: 14 }],
  models: ['synchronous', 'asynchronous'],
};
const random: ExperimentSpec = {
  ...small,
  params: { pairMoves: 3, opponent: { kind: 'exponential', mean: 55 }, policy: 'fifo' },
  replications: 5,
};

describe('the first experiment of a program', () => {
  test('of every program is one that its host takes, and that its form says again', () => {
    for (const entry of catalogue) {
      const spec = firstSpec(entry, entry.defaults);
      const plan = new Plan(readSpec(spec), workloadOf(entry.id));
      expect(plan.runs, entry.id).toBeGreaterThan(1);
      expect(plan.runs, entry.id).toBeLessThan(2000);
      for (const point of [0, plan.points - 1]) expect(plan.scenarios(point, 0)).toHaveLength(plan.lanes.length);
      const base = { ...entry, workload: entry.id, params: entry.defaults };
      expect(specOf(draftOf(spec, entry), choicesOf(entry), base, 'makespan')).toEqual({ spec });
    }
  });

  test('of the exhibition is every model over 1 to 48 boards', () => {
    const entry = entryOf('exhibition');
    expect(firstSpec(entry, { ...entry.defaults, master: { kind: 'constant', value: 6 } })).toEqual({
      version: 1,
      workload: 'exhibition',
      params: { master: { kind: 'constant', value: 6 } },
      over: [{ path: 'boards', from: 1, to: 48, step: 1 }],
      models: ['synchronous', 'asynchronous', 'threads', 'processes'],
      workers: 12,
      draws: 'keyed',
      seed: '0',
      replications: 1,
    });
  });
});

describe('the form', () => {
  const entry = entryOf('exhibition');
  const base = { ...entry, workload: entry.id, params: entry.defaults };
  const draft = draftOf(firstSpec(entry, entry.defaults), entry);

  test('offers numbers, amounts, choices and the workers', () => {
    expect(choicesOf(entry).map(({ path }) => path)).toEqual([
      'boards',
      'pairMoves',
      'master',
      'opponent',
      'walk',
      'policy',
      'workers',
    ]);
    expect(choicesOf(entryOf('count')).map(({ path }) => path)).toEqual(['tasks', 'workers']);
  });

  test.each([
    [{ first: { ...draft.first, from: 'x' } }, 'boards.from', 'x'],
    [{ first: { ...draft.first, kind: 'list' as const, list: '1, , 3' } }, 'boards', '1, , 3'],
    [{ replications: '2.5' }, 'replications', '2.5'],
    [{ models: [] }, 'models', []],
    [{ until: true, width: '' }, 'until.halfWidth', ''],
    [{ warmUp: 'soon' }, 'warmUp', 'soon'],
  ])('of %j says what is wrong by path and value', (part, path, value) => {
    const read = specOf({ ...draft, ...part }, choicesOf(entry), base, 'makespan');
    expect('problems' in read ? read.problems[0] : null).toMatchObject({ path, value });
  });

  test('says two parameters, policies, a width and a warm-up', () => {
    const second = { ...draft.first, path: 'opponent', kind: 'log' as const, from: '10', to: '1000', count: '3' };
    const changed = { ...draft, second, policies: ['fifo', 'lifo'], until: true, width: '2', warmUp: '600' };
    const read = specOf(changed, choicesOf(entry), base, 'meanReady');
    expect('spec' in read ? read.spec : read).toMatchObject({
      over: [{ path: 'boards' }, { path: 'opponent', from: 10, to: 1000, count: 3, scale: 'log' }],
      policies: ['fifo', 'lifo'],
      until: { halfWidth: 0.02 },
      metrics: ['meanReady'],
      warmUp: 600,
    });
  });
});

describe('results', () => {
  test('are the same in whatever order they come, to the byte', async () => {
    const [one, other] = [await resultsOf(random), await resultsOf(random, true)];
    expect(runsCsv(one)).toBe(runsCsv(other));
    expect(runsCsv(one).split('\r\n')).toHaveLength(1 + 5 * 5 * 2 + 1);
    expect(one.runs).toBe(50);
    expect(one.figures).toContain('meanReady');
  });

  test('are drawn as means, quantiles, runs and boxes, each of them where its value is', async () => {
    const results = await resultsOf(random);
    for (const look of ['mean', 'quantiles', 'runs', 'box'] as const) {
      const view = shown(results, { shown: look });
      const { pieces, targets } = draw(view, { width: 800, height: 400 }, theme, measure);
      expect(targets, look).toHaveLength(look === 'runs' ? 50 : 10);
      for (const { x, y } of targets) expect(x >= 0 && x <= 800 && y >= 0 && y <= 400, look).toBe(true);
      // Greater is higher up.
      const own = targets.filter(({ lane }) => lane === 0).toSorted((a, b) => a.value - b.value);
      expect(own.map(({ y }) => y)).toEqual(own.map(({ y }) => y).toSorted((a, b) => b - a));
      expect(
        pieces.every((piece) => piece.kind === 'text' || !/NaN|Infinity/.test(piece.d)),
        look,
      ).toBe(true);
    }
    const [spot] = shown(results).curves[1]!.spots;
    expect(spot!.values).toHaveLength(5);
    expect(spot!.interval.halfWidth).toBeGreaterThan(0);
  });

  test('as paired differences leave the first lane out, and are narrower than the lanes themselves', async () => {
    const results = await resultsOf(random);
    const plain = shown(results).curves[1]!.spots[0]!;
    const view = shown(results, { paired: true });
    expect(view.curves.map(({ name }) => name)).toEqual(['Table to table']);
    expect(view.curves[0]!.spots[0]!.interval.mean).toBeLessThan(0);
    const first = shown(results).curves[0]!.spots[0]!;
    expect(view.curves[0]!.spots[0]!.interval.mean).toBeCloseTo(plain.interval.mean - first.interval.mean, 6);
  });

  test('end at 0 like what they are about: only a difference is less', async () => {
    const results = await resultsOf({ ...random, replications: 2 });
    const axis = (look: Partial<Look>) => {
      const view = shown(results, { figure: 'maxReady', ...look });
      const widest = view.curves.flatMap(({ spots }) => spots).map(({ interval }) => interval);
      const { pieces } = draw(view, { width: 800, height: 400 }, theme, measure);
      return {
        below: widest.some(({ mean, halfWidth }) => mean - (halfWidth ?? 0) < 0),
        minus: pieces.some((piece) => piece.kind === 'text' && piece.text.startsWith('−')),
      };
    };
    expect(axis({})).toEqual({ below: true, minus: false });
    expect(axis({ paired: true })).toEqual({ below: true, minus: true });
  });

  test('over two parameters are a map for each lane with a cell for each pair', async () => {
    const two = { ...small, over: [...small.over, { path: 'master', values: [1, 5, 9] }] };
    const view = shown(await resultsOf(two), { theory: true });
    const { targets } = draw(view, { width: 900, height: 500 }, theme, measure);
    expect(targets).toHaveLength(2 * 5 * 3);
    expect(new Set(targets.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(30);
    expect(placeAt(view, 4)).toBe('Boards 11, Her time for a move 5');
  });

  test('over a map of more pairs than are drawn have a cell for each few of them, and no hole', () => {
    const over = [{ path: 'boards', from: 1, to: 300 }, { path: 'master', from: 1, to: 40 }]; // prettier-ignore
    const spec = readSpec({ ...small, over, models: ['asynchronous'] });
    const results = new Results(new Plan(spec, workloadOf('exhibition')));
    for (let unit = 0; unit < 12_000; unit++) results.add({ unit, runs: [[anyRun]] });
    const { targets } = draw(shown(results), { width: 900, height: 500 }, theme, measure);
    const rounded = (side: 'x' | 'y') => new Set(targets.map((target) => Math.round(target[side]))).size;
    const [columns, rows] = [rounded('x'), rounded('y')];
    expect(targets).toHaveLength(columns * rows);
    expect([columns, rows]).toEqual([60, 40]);
  });

  test('of a million points are made as they are drawn, each in its place', () => {
    const over = [{ path: 'master', from: 1, to: 1_000_000 }];
    const spec = readSpec({ ...small, over, models: ['asynchronous'] });
    const results = new Results(new Plan(spec, workloadOf('exhibition')));
    for (const unit of [0, 250_000, 500_000, 999_999]) results.add({ unit, runs: [[anyRun]] });
    const view = shown(results);
    const { targets } = draw(view, { width: 900, height: 500 }, theme, measure);
    const [first, quarter, half, last] = targets.map(({ x }) => x) as [number, number, number, number];
    expect([(quarter - first) / (last - first), (half - first) / (last - first)]).toEqual([
      expect.closeTo(0.25, 3),
      expect.closeTo(0.5, 3),
    ]);
    expect(placeAt(view, 999_999)).toMatch(/^Her time for a move 1,?000,?000/);
  });

  test('taken home are called after what was compared, and say nothing of what the axis says', async () => {
    const results = await resultsOf({
      ...small,
      params: { pairMoves: 3, boards: 24 },
      models: ['synchronous', 'threads'],
    });
    const { of, part } = experimentExport({ results, view: shown(results), title: 'T', subtitle: '' });
    expect(fileName(of!, part, 'png')).toBe('simul-exhibition-synchronous-threads12-boards-makespan.png');
    expect(captionOf(of!, 200)).toMatch(/^Simul .*, seed 0: pairMoves 3$/);
  });

  test('are drawn with wider lines, marks and bands where type is larger', async () => {
    const view = shown(await resultsOf({ ...random, replications: 4 }));
    const widths = (size: number) => {
      const large = { ...theme, size };
      const { pieces } = draw(view, { width: 60 * size, height: 30 * size }, large, measure);
      return pieces.flatMap((piece) => (piece.kind === 'path' ? [{ width: piece.width, opacity: piece.opacity }] : []));
    };
    const [plain, large] = [widths(14), widths(28)];
    expect(large.map(({ width }) => width)).toEqual(plain.map(({ width }) => 2 * width));
    expect(Math.max(...plain.filter(({ opacity }) => opacity < 1).map(({ opacity }) => opacity))).toBeCloseTo(0.22, 9);
    expect(Math.max(...large.filter(({ opacity }) => opacity < 1).map(({ opacity }) => opacity))).toBeCloseTo(0.33, 9);
  });

  test('of two thousand points are thinned, and say so', () => {
    const spec = readSpec({ ...small, over: [{ path: 'boards', from: 1, to: 2000 }], models: ['asynchronous'] });
    const results = new Results(new Plan(spec, workloadOf('exhibition')));
    for (let unit = 0; unit < 2000; unit++) results.add({ unit, runs: [[anyRun]] });
    const view = shown(results);
    expect(view.drawn).toBe(500);
    expect(sentencesOf(view, results).at(-1)).toBe('500 of 2,000 points are drawn');
  });
});

/** What came of a run, where that does not matter. */
const anyRun = { workers: 1, makespan: 60, now: 60, processorUse: 0.5, summary: {}, theory: null };

describe('what is said', () => {
  test('of an exhibition without chance: the knee, and that theory agrees', async () => {
    const results = await resultsOf(small);
    const view = shown(results);
    expect(sentencesOf(view, results)).toEqual([
      'The knee is at 12 boards.',
      'Theory and simulation agree at every point.',
    ]);
    expect(view.knee).toBe(12);
    expect(pointText(view, 2, '0')).toBe(
      'Boards 12. One game at a time: 36 min; Table to table: 3 min 55 s. Click or Enter opens the run with seed 0.',
    );
    for (const figure of ['speedUp', 'processorUse', 'meanReady', 'meanNumber']) {
      const of = shown(results, { figure });
      expect(of.curves[1]!.theory, figure).toHaveLength(5);
      for (const {
        point,
        measure: { value },
      } of of.curves[1]!.theory) {
        expect(of.curves[1]!.spots[point]!.interval.mean, figure).toBeCloseTo(value, 9);
      }
    }
  });

  test('of laws about the same runs: that they hold, or which waits they leave out', async () => {
    const results = await resultsOf(small);
    for (const [figure, by, said] of [
      ['meanNumber', 'little', /Thin line: Little’s law.*It gives the mean number waiting at every point/],
      ['processorUse', 'utilisation', /Thin line: the utilisation law.*It gives the utilisation at every point/],
    ] as const) {
      const view = shown(results, { figure });
      expect(sentencesOf(view, results).at(-1), figure).toMatch(said);
      const [slow] = view.curves;
      expect(slow!.law.by).toBe(by);
      expect(slow!.law.spots.map(({ value }) => value)).toEqual(
        slow!.spots.map(({ interval }) => expect.closeTo(interval.mean, 9) as number),
      );
      const lines = draw(view, { width: 800, height: 400 }, theme, measure).pieces.filter(
        (piece) => piece.kind === 'path' && piece.stroke === '#ink' && piece.width === 1,
      );
      expect(lines, figure).toHaveLength(2);
    }
    const cut = shown(await resultsOf({ ...random, warmUp: 60 }), { figure: 'meanNumber' });
    expect(cut.curves[1]!.law.spots).toHaveLength(5);
    const queue: ExperimentSpec = {
      workload: 'queue',
      variant: 'no-join',
      params: { producers: 8, consumers: 2 },
      over: [{ path: 'consumers', values: [2, 3] }],
      models: ['asynchronous'],
    };
    const left = await resultsOf(queue);
    expect(sentencesOf(shown(left, { figure: 'meanNumber' }), left).at(-1)).toMatch(
      /Waits that were not over at the end of a run make the difference, \+[\d.]+ % at most \(Consumers [23]\)/,
    );
  });

  test('of threads and processes: Amdahl’s law beside the closed form', async () => {
    const spec: ExperimentSpec = {
      workload: 'exhibition',
      params: { pairMoves: 3 },
      over: [{ path: 'workers', values: [1, 2, 4, 8] }],
      models: ['synchronous', 'threads', 'processes'],
    };
    const results = await resultsOf(spec);
    const view = shown(results, { figure: 'speedUp' });
    const [, threads, processes] = view.curves;
    expect(threads!.beside.map(({ measure }) => measure.value)).toEqual(
      [1, 2, 4, 8].map((k) => expect.closeTo(1 / (1 / 12 + 11 / 12 / k), 9) as number),
    );
    // What overlaps the lock makes threads faster than the law.
    expect(threads!.spots[3]!.interval.mean).toBeGreaterThan(threads!.beside[3]!.measure.value);
    expect(processes!.beside.map(({ measure }) => measure.value)).toEqual([1, 2, 4, 8]);
    expect(sentencesOf(view, results).join(' ')).toMatch(/agree at every point\. Dashed: Amdahl’s law\..*\+[\d.]+ %/);
  });

  test('of random thinkers: where the difference comes from', async () => {
    const results = await resultsOf(random);
    const said = sentencesOf(shown(results), results).join(' ');
    expect(said).toMatch(/machine-repair model in its steady state.* [+−][\d.]+ % at most \(Boards \d+\)/);
    expect(said).toMatch(/Theory takes every amount at its mean/);
  });

  test('of a queue: M/M/c, and why it does not apply', async () => {
    const exponential = (mean: number) => ({ kind: 'exponential', mean });
    const queue: ExperimentSpec = {
      workload: 'queue',
      params: { making: exponential(5), taking: exponential(4), items: 20 },
      over: [{ path: 'consumers', from: 5, to: 7 }],
      models: ['asynchronous'],
      replications: 2,
    };
    const results = await resultsOf(queue);
    expect(sentencesOf(shown(results, { figure: 'meanWait' }), results)[0]).toMatch(
      /^Theory is M\/M\/c in its steady state/,
    );
    const even = await resultsOf({ ...queue, params: {} });
    expect(sentencesOf(shown(even, { figure: 'meanWait' }), even)).toEqual([
      'No theory is drawn. M/M/c needs exponential times.',
    ]);
  });

  test('of a warm-up: what it cuts, and which figures refuse it', async () => {
    const [whole, cut] = [await resultsOf(random), await resultsOf({ ...random, warmUp: 60 })];
    const mean = (results: Results, figure: string) => shown(results, { figure }).curves[1]!.spots[0]?.interval.mean;
    expect(mean(cut, 'meanReady')).not.toBeCloseTo(mean(whole, 'meanReady')!, 3);
    expect(mean(cut, 'processorUse')).toBeGreaterThan(0);
    expect(mean(cut, 'processorUse')).toBeLessThanOrEqual(1);
    expect(sentencesOf(shown(cut, { figure: 'meanReady' }), cut).at(-1)).toBe(
      'The first 1 min of each run are left out.',
    );
    expect(sentencesOf(shown(cut), cut)).toEqual([
      'Total time is a figure of the whole run. Only means and utilisation can leave out a warm-up.',
    ]);
  });
});

test('axes have round ticks inside of their ends, linear and in equal ratios', () => {
  const time = figureNamed('makespan');
  for (const [values, log] of [
    [[0, 43_200], false],
    [[1800, 86_400], true],
    [[0.02, 0.5], false],
    [[3, 3], true],
    [[-50, 20], false],
  ] as const) {
    const scale = figureScale(values, time, log);
    for (const { value } of scale.ticks)
      expect(placeOn(scale, value)).toSatisfy((at: number) => at >= -1e-9 && at <= 1 + 1e-9);
    expect(scale.ticks.length).toBeLessThan(15);
  }
  expect(numberScale([1, 48], false, true).ticks.map(({ label }) => label)).toEqual(['1', '10', '20', '30', '40']);
  expect(numberScale([1, 1000], true, true).ticks.map(({ label }) => label)).toContain('100');
});

test('a file remembers the experiment, and says units and intervals', async () => {
  const results = await resultsOf(random);
  const scenario = readScenario({ workload: 'exhibition' }, workloadOf('exhibition'));
  const run = { scenario, lanes: [{ model: 'asynchronous' as const }], at: 7 };
  expect(readSaved(savedText({ ...run, experiment: results.grid.spec })).experiment).toEqual(results.grid.spec);
  expect(readSaved(savedText(run)).experiment).toBeUndefined();
  expect(() => readSaved(savedText({ ...run, experiment: [] }))).toThrow('experiment');
  const json = JSON.parse(JSON.stringify(experimentJson({ view: shown(results), results, run }))) as {
    data: { units: object; rows: object[] };
  };
  expect(readSaved(JSON.stringify(json)).experiment).toEqual(results.grid.spec);
  expect(json.data.units).toMatchObject({ makespan: 's', processorUse: '1' });
  expect(json.data.rows[0]).toMatchObject({
    boards: 10,
    model: 'synchronous',
    count: 5,
    seeds: ['0', '1', '2', '3', '4'],
  });
});

test('the command line of an experiment is quoted as a shell needs it', () => {
  expect(sweepLine({ ...random, policies: ['fifo', 'lifo'], seed: '3', draws: 'keyed', warmUp: 60 })).toBe(
    'simul sweep exhibition --over boards=10..14 --models synchronous,asynchronous --policies fifo,lifo ' +
      `--params '{"pairMoves":3,"opponent":{"kind":"exponential","mean":55},"policy":"fifo"}' --draws keyed --seed 3 ` +
      '--seeds 5 --warm-up 60 --format csv',
  );
});

describe('the store', () => {
  const push = (part: Partial<ExperimentPush>): ExperimentPush => ({
    ...{ type: 'experiment', id: 1, state: 'running', done: 0, units: 5, leftMs: null, records: [], message: null },
    ...part,
  });

  function scene(answers: object[]) {
    let listener: Parameters<ExperimentHost['followExperiments']>[0];
    const host = {
      calls: [] as string[],
      call: (name: string) => {
        host.calls.push(name);
        return Promise.resolve(answers.shift() ?? { ok: true, value: null });
      },
      followExperiments: (given: typeof listener) => (listener = given),
    };
    const store = new ExperimentStore(host as unknown as ExperimentHost, () => {});
    return {
      store,
      host,
      tell: (part: Partial<ExperimentPush>) => listener.push(push(part)),
      lose: () => listener.lost(),
    };
  }
  const started = (id: number) => ({ ok: true, value: { id, runs: 10, jobs: 2 } });
  const record = (unit: number) => ({ unit, runs: [[anyRun, anyRun]] });

  test('takes what comes of its own experiment, keeps it when that is cancelled, and knows no other', async () => {
    const { store, tell, host } = scene([started(1), { ok: true, value: null }, started(2)]);
    const first = store.run(small, []);
    // Told before the answer has come through.
    tell({ records: [record(0)], done: 1 });
    await first;
    expect([store.standing, store.results!.runs]).toEqual(['running', 2]);
    store.cancel();
    tell({ state: 'cancelled', records: [record(4)], done: 2 });
    expect([store.standing, store.results!.runs, host.calls]).toEqual([
      'cancelled',
      4,
      ['experiment', 'cancelExperiment'],
    ]);
    await store.run(small, []);
    tell({ id: 1, records: [record(1)] });
    expect([store.standing, store.results!.runs]).toEqual(['running', 0]);
  });

  test('keeps what is there when the next one is refused or the connection is lost', async () => {
    const problems = [{ path: 'over', value: 1, limit: 'x', message: 'over: 1 was given; it must be x' }];
    const { store, tell, lose } = scene([started(1), { ok: false, problems }]);
    await store.run(small, []);
    tell({ records: [record(0)], done: 1 });
    const refused = store.run({ ...small, seed: 5 }, []);
    // Whoever asks meanwhile must not begin another one in its place.
    expect(store.asked).toEqual({ ...small, seed: 5 });
    await refused;
    expect([store.standing, store.results!.runs, store.problems, store.asked]).toEqual(['running', 2, problems, small]);
    lose();
    expect([store.standing, store.results!.runs]).toEqual(['lost', 2]);
  });
});
