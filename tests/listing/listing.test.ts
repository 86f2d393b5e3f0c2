import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { flagsOf, Listing } from '../../shared/listing/listing.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { crossed } from './crossed.ts';

/** Lines that fit on the screen. */
const LINES_MAX = 40;

const all = workloads as readonly Workload<unknown>[];

/** Every way in which a program is shown: its presets, each side of each mistake, each variant with other words. */
const shown = [
  ...all.flatMap((workload) => [
    ...workload.presets.map(({ params }) => ({ workload, variant: null, params })),
    ...(workload.mistakes ?? []).flatMap(({ id, right, params }) =>
      [id, right].map((variant) => ({ workload, variant, params })),
    ),
  ]),
  ...crossed,
];
const named = shown.map((each) => ({ name: each.workload.id, ...each }));

/** The kinds of event by which a task waits, or holds its worker. */
const traps: readonly number[] = [Kind.SLEEP, Kind.BLOCK, Kind.WORK, Kind.PARK, Kind.YIELD, Kind.CONTEND];

/** The lines on which tasks stand in a run of at most so many events, under every model. */
function linesOf({ workload, variant, params }: (typeof shown)[number]): Map<number, Set<number>> {
  const lines = new Map<number, Set<number>>();
  for (const model of workload.models) {
    const run = new Run(
      readScenario({ workload: workload.id, variant, model, workers: 3, params }, workload),
      workload,
    );
    run.advance(Infinity, 100_000);
    for (const { kind, line } of run.trace) {
      if (traps.includes(kind)) lines.set(line, (lines.get(line) ?? new Set()).add(kind));
    }
  }
  return lines;
}

describe.each(named)('$name, $variant', (each) => {
  const { workload, variant, params } = each;
  const full = { ...(workload.defaults as object), ...(params as object) };
  const lines = workload.listing.lines(flagsOf(variant, full), full);

  test('the line of every trap exists, and says await where the loop is given away', () => {
    for (const [line, kinds] of linesOf(each)) {
      const found = lines[line - 1];
      expect(found, `line ${line} of kinds ${[...kinds].join(' ')}`).toBeDefined();
      expect(found!.label, found!.text).not.toBeNull();
      if (kinds.has(Kind.SLEEP) || kinds.has(Kind.PARK)) expect(found!.text).toMatch(/await|async with/);
    }
  });

  test('lines that await have a label, or await a coroutine of the program itself', () => {
    const own = lines.flatMap(({ text }) => /async def (\w+)/.exec(text)?.[1] ?? []);
    for (const { text, label, awaits } of lines) {
      const inner = own.some((name) => text.includes(`await ${name}(`));
      if (awaits && !inner) expect(label, text).not.toBeNull();
    }
  });

  test('lines that hold the loop are marked, and are those on which tasks work or block', () => {
    const holding = lines.filter(({ holds }) => holds);
    expect(holding.filter(({ awaits }) => awaits)).toEqual([]);
    for (const { text } of holding) expect(text).toContain('time.sleep');
  });

  test('it fits on the screen, with its gaps filled', () => {
    expect(lines.length).toBeLessThanOrEqual(LINES_MAX);
    for (const { text } of lines) {
      expect(text).not.toMatch(/\{\{|\}\}|##/);
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

  test('refuses labels without a line, and lines with a label that nobody knows', () => {
    expect(() => new Listing('x  ## one', ['one', 'two'])).toThrow('no line has the label two');
    expect(() => new Listing('x  ## one', [])).toThrow('no label is called one');
  });

  test('cuts long lists short on screen and keeps them whole in a script', () => {
    const long = new Listing('{{list}}');
    expect(long.lines([], { list: [1, 2, 3, 4, 5, 6] })[0]!.text).toBe('[1, 2, 3, 4, ...]');
    expect(long.script([], { list: [1, 2, 3, 4, 5, 6] })).toEqual(['[1, 2, 3, 4, 5, 6]']);
  });
});

test.each(all)('every label of $id is a line on which somebody has stood', (workload) => {
  const stood = new Set<string>();
  for (const each of shown.filter((each) => each.workload === workload)) {
    const full = { ...(workload.defaults as object), ...(each.params as object) };
    const lines = workload.listing.lines(flagsOf(each.variant, full), full);
    for (const line of linesOf(each).keys()) stood.add(lines[line - 1]!.label!);
  }
  expect([...stood].toSorted()).toEqual(Object.keys(workload.listing.at([])).toSorted());
});

test('every flag of a listing is a variant or a word that a parameter can be', () => {
  for (const { id, listing, mistakes = [], presets } of all) {
    const variants = mistakes.flatMap(({ id, right }) => [id, right]);
    const words = presets.flatMap(({ params }) => flagsOf(null, params));
    const policies = ['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'];
    for (const flag of listing.flags) expect([...variants, ...words, ...policies], id).toContain(flag);
  }
});
