// Every program as a script for Python, run by Python: its log is the run's log, line for line.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { pythonScript } from '../../shared/listing/script.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { modelIds, readScenario, type ModelId, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { readLog } from '../../shared/trace/log.ts';
import { useFolder } from '../support/folder.ts';
import { crossed } from './crossed.ts';
import { Forks, python, runAlone } from './python.ts';

const forks = new Forks();
afterAll(() => forks.end());
const forked: typeof runAlone = (file, ...args) => forks.run(file, ...args);
const folder = useFolder();
let files = 0;

interface Told {
  readonly log: readonly string[];
  /** Null for a run that ends in a deadlock. */
  readonly makespan: number | null;
}

interface How {
  /** Real seconds for each second of the script. */
  readonly scale?: number;
  readonly run?: typeof runAlone;
}

/** Python's own log of a scenario. */
async function byPython(
  workload: Workload<unknown>,
  input: ScenarioInput,
  { scale = 0, run = forked }: How,
): Promise<Told> {
  const { title, texts } = workload;
  const scenario = readScenario(input, workload);
  const file = join(folder, `${files++}.py`);
  writeFileSync(file, pythonScript({ title, texts, scenario }));
  const { code, stdout, stderr } = await run(file, String(scale));
  if (code !== 0 && !stderr.includes('everybody waits')) throw new Error(`Python ended with ${code}: ${stderr}`);
  const lines = stdout.trim().split('\n');
  const log = lines.flatMap((line) => {
    const [, t, rest] = /^ *(\d+\.\d{4}) {2}(.*)$/.exec(line) ?? [];
    return t === undefined || rest === undefined ? [] : [`${Number(t)}  ${rest}`];
  });
  const makespan = /^makespan (\S+)$/.exec(lines.at(-1)!);
  return { log, makespan: makespan === null ? null : Number(makespan[1]) };
}

/** The same from the kernel. */
function byKernel(workload: Workload<unknown>, input: ScenarioInput): Told {
  const scenario = readScenario(input, workload);
  const run = new Run(scenario, workload);
  const pause = run.advance();
  const { mistakes = [], presets } = workload;
  const declares = [...presets, ...mistakes].some(({ deadlock }) => deadlock);
  expect(pause, workload.id).toMatch(declares ? /^(finished|deadlock)$/ : /^finished$/);
  const log = readLog(run.trace, workload.vocabulary).map(({ t, task, event, ...fields }) =>
    [t, task, event, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join('  '),
  );
  const { makespan } = run.outcome;
  return { log, makespan: makespan === null ? null : Number(makespan.toFixed(4)) };
}

async function agree(input: ScenarioInput & { workload: string }, how: How = {}): Promise<void> {
  const workload = workloads.find(({ id }) => id === input.workload) as Workload<unknown>;
  const [expected, got] = [byKernel(workload, input), await byPython(workload, input, how)];
  // At the boards a reply is told when she hears of it, with the instant at which it came.
  const ordered = ({ log, makespan }: Told) => ({
    makespan,
    log: input.workload === 'exhibition' ? log.toSorted() : log,
  });
  expect(ordered(got)).toEqual(ordered(expected));
  expect(got.log.length).toBeGreaterThan(0);
}

const integer = (low: number, high: number) => ({ kind: 'integer', low, high });
const each = workloads as readonly Workload<unknown>[];
/** A mistake that shows with a million steps differs from the right program with fewer; a preset takes the million. */
const inFewSteps = (params: object & { readonly steps?: number }) =>
  params.steps === undefined ? params : { ...params, steps: Math.min(params.steps, 50_000) };
const variants = each.flatMap((workload) =>
  (workload.mistakes ?? []).flatMap(({ id, right, params, draws }) =>
    [id, right].map((variant) => ({ workload: workload.id, variant, params: inFewSteps(params), draws, seed: 3 })),
  ),
);

/** Every program with its presets and mistakes, where it has more than one model. */
const ways = each
  .filter(({ models }) => models.length > 1)
  .flatMap(({ id: workload, presets, mistakes = [] }) => [
    ...presets.map(({ id, params, seed = '7' }) => ({ name: id, workload, params, seed })),
    ...mistakes.flatMap(({ id, right, params, draws }) =>
      // The program as it is has been among the presets.
      [id, right]
        .filter((variant) => variant !== null)
        .map((variant) => ({ name: variant, workload, variant, params, draws, seed: '3' })),
    ),
  ]);

/** The text on screen of a way, filled in. */
function shownText(
  { workload, params, variant = null }: { workload: string; params: unknown; variant?: string | null },
  model: ModelId,
) {
  const found = each.find(({ id }) => id === workload)!;
  const scenario = readScenario({ workload, params, variant, model, workers: 3 }, found);
  return found.texts
    .lines(scenario)
    .map(({ text }) => text)
    .join('\n');
}

describe.skipIf(python === '')('a text on screen', () => {
  test('is Python, under every model', () => {
    const shown = ways.flatMap((way) => modelIds.map((model) => shownText(way as never, model)));
    // A list that is cut short on screen still is one.
    const check = 'import json, sys\nfor text in json.load(sys.stdin): compile(text, "a listing", "exec")';
    expect(spawnSync(python, ['-c', check], { input: JSON.stringify(shown), encoding: 'utf8' }).stderr).toBe('');
    expect(new Set(shown).size).toBeGreaterThan(100);
  });

  // With nothing in front of it but a shorter sleep: threads, processes, locks and queues are the library's own.
  const plain = ways.filter(({ name }) => ['talk', 'bounded', 'three', 'awaiting', 'locked', 'ordered'].includes(name));
  const shorter = 'import time\nlong_sleep = time.sleep\ntime.sleep = lambda seconds: long_sleep(seconds * 0.002)\n';
  test.concurrent.each(plain.flatMap((way) => (['threads', 'processes'] as const).map((model) => ({ ...way, model }))))(
    'runs to its end as it stands: $workload under $model ($name)',
    async ({ model, ...way }) => {
      const file = join(folder, `${files++}.py`);
      writeFileSync(file, `${shorter}${shownText(way, model)}\n`);
      expect(await forked(file)).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe.skipIf(python === '')('a script that Python runs', () => {
  test.concurrent.each(each.map(({ id }) => id))('does what the run of %s does', async (workload) => {
    await agree({ workload, seed: 444 }, { run: runAlone });
    await agree({ workload, seed: '-12345678901234567890' });
  });

  test.concurrent.each(each.flatMap(({ id, presets }) => presets.map((preset) => ({ workload: id, ...preset }))))(
    'does what the preset $id of $workload does',
    async ({ workload, params }) => agree({ workload, params, seed: 7 }),
  );

  test.concurrent.each(variants)('does what variant $variant of $workload does', async (input) => agree(input));

  // Under the models that asyncio has not: the order is the kernel's, to the line, under each of them.
  test.concurrent.each(
    ways.flatMap((way) => (['synchronous', 'threads', 'processes'] as const).map((model) => ({ ...way, model }))),
  )('does what $workload does under $model ($name)', async ({ name: _, ...input }) => agree({ ...input, workers: 3 }));

  test.concurrent.each(['synchronous', 'threads', 'processes'] as const)(
    'draws and walks under %s as the run does, with one worker and with many',
    async (model) => {
      const walk = { kind: 'uniform', low: 0, high: 3 };
      const params = { boards: 5, pairMoves: integer(2, 4), opponent: { kind: 'exponential', mean: 40 }, walk };
      await agree({ workload: 'exhibition', model, workers: 2, params, seed: 2 });
      for (const workers of [1, 12]) await agree({ workload: 'queue', model, workers, draws: 'keyed', seed: 5 });
      await agree({ workload: 'requests', model, workers: 1, draws: 'shared', seed: 5 });
    },
  );

  test.concurrent.each(['synchronous', 'threads', 'processes'] as const)(
    'keeps its order in scaled time under %s',
    async (model) => agree({ workload: 'countdown', model, workers: 3, seed: 4 }, { scale: 0.02, run: runAlone }),
  );

  test.concurrent.each(crossed.map((each) => ({ ...each, workload: each.workload.id })))(
    'does what variant $variant of $workload does with $params',
    async ({ workload, variant, params }) => {
      const few = workload === 'exhibition' ? { boards: 3, pairMoves: 2 } : {};
      await agree({ workload, variant, params: { ...few, ...params }, draws: 'keyed', seed: 3 });
    },
  );

  test('ends although its clock has gone beyond 2^24 seconds', async () => {
    await agree({ workload: 'exhibition', params: { boards: 1, pairMoves: 20, opponent: 1e6 } });
    await agree({ workload: 'exhibition', params: { boards: 3, pairMoves: 20, opponent: 1e6 - 0.1 }, seed: 2 });
  });

  test.concurrent.each(['shared', 'keyed'])('draws %s numbers as the run does', async (draws) => {
    for (const workload of ['queue', 'makerandom', 'chained', 'requests']) await agree({ workload, draws, seed: 5 });
  });

  test.concurrent.each(['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'])(
    'serves boards by the policy %s',
    async (policy) => {
      const opponent = { kind: 'exponential', mean: 40 };
      const params = {
        boards: 7,
        pairMoves: integer(2, 6),
        master: { kind: 'uniform', low: 2, high: 8 },
        opponent,
        policy,
      };
      for (const seed of [1, 2]) await agree({ workload: 'exhibition', params, seed });
      await agree({
        workload: 'exhibition',
        params: { ...params, walk: { kind: 'uniform', low: 0, high: 3 } },
        seed: 3,
      });
    },
  );

  test('draws every kind of distribution as the run does', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('uniform'), low: fc.nat(3), high: fc.integer({ min: 3, max: 9 }) }),
      fc.record({ kind: fc.constant('exponential'), mean: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('normal'), mean: fc.nat(5), sd: fc.nat(5) }),
      fc.record({ kind: fc.constant('lognormal'), mu: fc.nat(2), sigma: fc.constant(0.5) }),
      fc.record({ kind: fc.constant('triangular'), low: fc.constant(0), mode: fc.nat(5), high: fc.constant(6) }),
      fc.record({ kind: fc.constant('integer'), low: fc.constant(0), high: fc.nat(4) }),
    );
    for (const params of fc.sample(fc.record({ inputs: fc.constant([4, 4, 2]), step }), { numRuns: 12, seed: 1 })) {
      await agree({ workload: 'chained', params, seed: 9 });
    }
  });

  test('keeps its order in scaled time', async () => {
    await agree({ workload: 'queue', seed: 444 }, { scale: 0.01 });
    await agree({ workload: 'countdown', seed: 444 }, { scale: 0.02 });
  });

  test('refuses a scale that is none, in one line', async () => {
    const workload = each.find(({ id }) => id === 'count')!;
    const { title, texts } = workload;
    const file = join(folder, `${files++}.py`);
    writeFileSync(file, pythonScript({ title, texts, scenario: readScenario({ workload: 'count' }, workload) }));
    const { status, stderr } = spawnSync(python, [file, 'fast'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'SCALE is fast; it must be a number from 0 to 1000000\n' });
  });
});

test('edits, and policies that a model has not, are refused with their names', () => {
  const refused = (workload: string, over: object) => () => {
    const found = each.find(({ id }) => id === workload)!;
    const { title, texts } = found;
    return pythonScript({ title, texts, scenario: readScenario({ workload, ...over }, found) });
  };
  expect(refused('requests', { edits: [{ at: 1, path: 'parse', value: 1 }] })).toThrow(/edits/);
  expect(refused('exhibition', { model: 'processes', params: { policy: 'most-left' } })).toThrow(InputError);
  expect(refused('exhibition', { model: 'asynchronous', params: { policy: 'most-left' } })).not.toThrow();
});
