import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { flagsOf, Listing } from '../../shared/listing/listing.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { crossed } from './crossed.ts';

/** Lines that fit on the screen. */
const LINES_MAX = 40;

const all = workloads as readonly Workload<unknown>[];

/** Every way in which a program is shown: its presets, each side of each mistake, each variant with other words. */
const shown = [
  ...all.flatMap((workload) => [
    ...workload.presets.map(({ params }) => ({ workload, variant: null as string | null, params })),
    ...(workload.mistakes ?? []).flatMap(({ id, right, params }) =>
      [id, right].map((variant) => ({ workload, variant, params })),
    ),
  ]),
  ...crossed,
];
/** The kinds of event by which a task waits, or holds its worker. */
const traps: readonly number[] = [Kind.SLEEP, Kind.BLOCK, Kind.WORK, Kind.PARK, Kind.YIELD, Kind.CONTEND];
/** Those by which it gives the loop away, and those by which it keeps its worker. */
const givesAway: readonly number[] = [Kind.SLEEP, Kind.PARK];
const keeps: readonly number[] = [Kind.BLOCK, Kind.WORK];

/** Every way in which a program is shown under every model it runs under. */
const underModels = shown.flatMap((each) =>
  each.workload.models.map((model) => ({ ...each, model, name: each.workload.id })),
);
type Shown = (typeof underModels)[number];

/** The lines on screen of a run, and the kinds of wait by which tasks stand on each in at most so many events. */
function runOf({ workload, variant, params, model }: Shown) {
  const scenario = readScenario({ workload: workload.id, variant, model, workers: 3, params }, workload);
  const run = new Run(scenario, workload);
  run.advance(Infinity, 100_000);
  const stood = new Map<number, Set<number>>();
  for (const { kind, line } of run.trace) {
    if (traps.includes(kind)) stood.set(line, (stood.get(line) ?? new Set()).add(kind));
  }
  return { lines: workload.texts.lines(scenario), stood };
}

const runs = new Map<Shown, ReturnType<typeof runOf>>();
const known = (each: Shown) => {
  const found = runs.get(each) ?? runOf(each);
  runs.set(each, found);
  return found;
};

describe.each(underModels)('$name, $variant, $model', (each) => {
  const { workload, model } = each;
  const { lines, stood } = known(each);

  test('the line of every wait exists and has a label, and says await where the loop is given away', () => {
    for (const [line, kinds] of stood) {
      const found = lines[line - 1];
      expect(found, `line ${line} of kinds ${[...kinds].join(' ')}`).toBeDefined();
      expect(found!.label, found!.text).not.toBeNull();
      if (model === 'asynchronous' && givesAway.some((kind) => kinds.has(kind))) {
        expect(found!.text).toMatch(/await|async with/);
      }
    }
  });

  test('only the text of the loop has await and asyncio, and there each await has a label or is of the program itself', () => {
    const own = lines.flatMap(({ text }) => /async def (\w+)/.exec(text)?.[1] ?? []);
    for (const { text, label, awaits } of lines) {
      if (model !== 'asynchronous') expect(text).not.toMatch(/await\b(?!.*##)|async|\bloop\b/);
      const inner = own.some((name) => text.includes(`await ${name}(`));
      if (awaits && !inner) expect(label, text).not.toBeNull();
    }
  });

  test('lines on which a worker is kept are marked, and only those', () => {
    // A generator's steps are work, but what it shows is not the loop.
    if (workload.models.length === 1) return;
    for (const { number, text, holds, awaits } of lines) {
      if (holds) expect(awaits, text).toBe(false);
      const kinds = stood.get(number);
      // A sleep of no time neither keeps a worker nor gives it away.
      const told = kinds !== undefined && [...keeps, ...givesAway].some((kind) => kinds.has(kind));
      if (told) expect(holds, text).toBe(keeps.some((kind) => kinds.has(kind)));
    }
  });

  test('it fits on the screen, with its gaps filled', () => {
    expect(lines.length).toBeLessThanOrEqual(LINES_MAX);
    for (const { text } of lines) {
      expect(text).not.toMatch(/\{\{|\}\}|##|undefined/);
      expect(text.length, text).toBeLessThanOrEqual(100);
    }
  });
});

describe('a listing', () => {
  const text = `
first  ## +a
second  ## there -a
third {{n}}  ## here +a +b holds
hidden  ## script
seen  ## shown
  `;
  const listing = new Listing(text, ['there', 'here']);

  test('keeps the lines of its flags and numbers them', () => {
    expect(listing.lines([], { n: 3 }).map(({ number, text }) => `${number} ${text}`)).toEqual(['1 second', '2 seen']);
    expect(listing.lines(['a'], { n: 3 }).map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 first',
      '2 third 3',
      '3 seen',
    ]);
    expect(listing.at([])).toEqual({ there: 1, here: 0 });
    expect(listing.at(['b'])).toEqual({ there: 1, here: 2 });
    expect(listing.script(['a'], { n: [1, { kind: 2 }] })).toEqual(['first', 'third [1, (2,)]', 'hidden']);
  });

  test('tells how two variants differ', () => {
    expect(listing.diff([], ['a'], { n: 1 })).toEqual([
      { in: 'second', text: 'first' },
      { in: 'first', text: 'second' },
      { in: 'second', text: 'third 1' },
      { in: 'both', text: 'seen' },
    ]);
  });

  test('refuses labels without a line in any text, and lines with a label that nobody knows', () => {
    const written = { threads: { source: 'x  ## one' }, synchronous: { source: 'y  ## two' } };
    expect(new Texts(written, ['one', 'two']).models).toEqual(['threads', 'synchronous']);
    expect(() => new Texts(written, ['one', 'two', 'three'])).toThrow('no line has the label three');
    expect(() => new Texts(written, ['one'])).toThrow('no label is called two');
    expect(() => new Texts(written).listing('processes')).toThrow(
      'model: "processes" was given; it must be one of threads, synchronous',
    );
  });

  test('cuts long lists short on screen and keeps them whole in a script', () => {
    const long = new Listing('{{list}}');
    expect(long.lines([], { list: [1, 2, 3, 4, 5, 6] })[0]!.text).toBe('[1, 2, 3, 4, ...]');
    expect(long.script([], { list: [1, 2, 3, 4, 5, 6] })).toEqual(['[1, 2, 3, 4, 5, 6]']);
  });
});

test.each(all)('every label of $id is a line on which somebody has stood, under one model or another', (workload) => {
  const labels = new Set<string>();
  const stood = new Set<string>();
  for (const each of underModels.filter((each) => each.workload === workload)) {
    const { lines, stood: where } = known(each);
    for (const line of where.keys()) stood.add(lines[line - 1]!.label!);
    for (const { label } of lines) if (label !== null) labels.add(label);
  }
  expect([...stood].toSorted()).toEqual([...labels].toSorted());
});

test('every flag of a listing is a variant or a word that a parameter can be', () => {
  for (const { id, texts, models, mistakes = [], presets } of all) {
    const variants = mistakes.flatMap(({ id, right }) => [id, right]);
    const words = presets.flatMap(({ params }) => flagsOf(null, params));
    const policies = ['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'];
    const flags = models.flatMap((model) => [...texts.listing(model).flags]);
    for (const flag of flags) expect([...variants, ...words, ...policies], id).toContain(flag);
  }
});
