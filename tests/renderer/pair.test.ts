// A mistake beside what is right: which lanes are such a pair, what opens it, where it parts and what it costs.
import { describe, expect, test } from 'vitest';
import { changedLines, mistakeDiff, nearChanges } from '../../renderer/listing/difference.ts';
import {
  costText,
  measureWords,
  mistakeOpening,
  pairTitles,
  divergenceAt,
  type PairLane,
} from '../../renderer/gallery/pair.ts';
import { flagsOf } from '../../shared/listing/listing.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { mistakeOf, mistakeParams } from '../../shared/listing/mistake.ts';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { entries } from './lanes.ts';

const all = entries.flatMap((entry) => entry.mistakes.map((mistake) => ({ entry, mistake })));

/** The lanes of a pair, run to their ends. */
function pairOf({ entry, mistake }: (typeof all)[number]) {
  const session = new Session(workloads, mistakeOpening(entry, mistake));
  while (session.compute());
  const lanes = session.lanes.map(({ trace, scenario, status }) => ({
    trace, scenario, status, rewrites: 0, rewrittenFrom: Infinity,
  })); // prettier-ignore
  return lanes as [(typeof lanes)[number], (typeof lanes)[number]];
}

describe.each(all.map((each) => [each.mistake.id, each] as const))('%s', (_, each) => {
  const { entry, mistake } = each;

  test('opens as the pair that it is', () => {
    const lanes = pairOf(each);
    const infos = lanes.map(({ scenario }) => ({ scenario }));
    expect(mistakeOf(infos, entry.mistakes)).toBe(mistake);
    expect(pairTitles(infos, entry)).toEqual(['As it should be', mistake.title]);
    expect(lanes.map(({ scenario }) => scenario.draws)).toEqual([mistake.draws, mistake.draws]);
  });

  test('has a difference with both sides of each change', () => {
    const diff = mistakeDiff(entry, mistake);
    expect(changedLines(diff)).toBeGreaterThan(0);
    const near = nearChanges(diff);
    expect(near.filter(({ side }) => side !== 'both')).toEqual(diff.filter(({ side }) => side !== 'both'));
    expect(near.length).toBeLessThan(diff.length);
  });

  test('goes from the wrong text to the right one, the wrong lines first in each change', () => {
    const diff = mistakeDiff(entry, mistake);
    const params = mistakeParams(entry, mistake);
    const listing = new Texts(entry.texts).listing(mistake.model);
    const textOf = (variant: string | null) => listing.lines(flagsOf(variant, params), params).map(({ text }) => text);
    const said = (...sides: string[]) => diff.filter(({ side }) => sides.includes(side)).map(({ text }) => text);
    expect(said('wrong', 'both').filter(Boolean)).toEqual(textOf(mistake.id).filter(Boolean));
    expect(said('right', 'both').filter(Boolean)).toEqual(textOf(mistake.right).filter(Boolean));
    expect(diff.some(({ side }, place) => side === 'wrong' && diff[place - 1]?.side === 'right')).toBe(false);
  });

  test('says in its cost two values that differ', () => {
    const text = costText(pairOf(each), mistake, entry.vocabulary)!;
    expect(text).not.toMatch(/[{}]/);
    expect(divergenceAt(pairOf(each), entry.vocabulary)).not.toBeNull();
  });
});

test('the costs are those of the runs', () => {
  const costs = Object.fromEntries(
    all.map((each) => [each.mistake.id, costText(pairOf(each), each.mistake, each.entry.vocabulary)]),
  );
  expect(costs).toMatchObject({
    'everything-awaited': 'It claims to take 0:30:00; the truth is 1:00:55.',
    'one-by-one': '6 s instead of 1 s.',
    'forgotten-await': '3 results instead of 6.',
    'check-then-act': '12 pages are requested instead of 4.',
  });
});

test('lanes that are something else are no pair', () => {
  const { entry, mistake } = all[0]!;
  const lanes = pairOf(all[0]!).map(({ scenario }) => ({ scenario }));
  expect(mistakeOf(lanes.toReversed(), entry.mistakes)).toBeNull();
  expect(mistakeOf(lanes.slice(1), entry.mistakes)).toBeNull();
  expect(mistakeOf([...lanes, lanes[1]!], entry.mistakes)).toBeNull();
  expect(mistakeOf(lanes, [])).toBeNull();
  expect(pairTitles([lanes[0]!, lanes[0]!], entry)).toEqual([]);
  expect(mistake.right).toBeNull();
});

test('nothing is said before both runs are known, and what was changed under way is compared anew', () => {
  const { entry, mistake } = all.find((each) => each.mistake.id === 'one-by-one')!;
  const [right, wrong] = pairOf({ entry, mistake });
  const lane = (trace: Trace, status: string): PairLane & { rewrites: number } => ({
    trace, status, rewrites: 0, rewrittenFrom: Infinity,
  }); // prettier-ignore
  const growing = new Trace();
  const [first, second] = [lane(right.trace, 'finished'), lane(growing, 'computing')];
  expect(costText([first, second], mistake, entry.vocabulary)).toBeNull();
  expect(divergenceAt([first, second], entry.vocabulary)).toBeNull();
  for (const { at, kind, task, value, line } of wrong.trace) growing.event(at, kind, task, value, line);
  expect(divergenceAt([first, second], entry.vocabulary)).toBe(0);
  growing.truncate(0);
  second.rewrites = 1;
  expect(divergenceAt([first, second], entry.vocabulary)).toBeNull();
});

test('spans of a minute and more are written as on the clocks', () => {
  expect(measureWords('makespan', [59, 12.5])).toEqual(['59 s', '12.5 s']);
  expect(measureWords('makespan', [60, 12.5])).toEqual(['0:01:00', '0:00:12']);
  expect(measureWords('lag', [0.088, 1.3])).toEqual(['88 ms', '1.3 s']);
  expect(measureWords('depth', [3, 1234])).toEqual(['3', '1,234']);
  expect(measureWords({ largest: 'kept' }, [1, 1e6])).toEqual(['1', '1,000,000']);
});
