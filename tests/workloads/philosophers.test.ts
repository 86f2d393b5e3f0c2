import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { philosophers } from '../../electron/workloads/philosophers.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { deadlockSentence } from '../../shared/trace/deadlock.ts';

function ended(input: Readonly<Record<string, unknown>>): Run {
  const run = new Run(readScenario({ workload: 'philosophers', ...input }, philosophers), philosophers) as Run;
  run.advance();
  return run;
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('philosophers', () => {
  test('with the left fork first end in a deadlock for some seeds, and dine for others', () => {
    const endings = new Set(seeds.map((seed) => ended({ seed, params: { ordered: false } }).outcome.pause));
    expect([...endings].sort()).toEqual(['deadlock', 'finished']);
  });

  test('with the lower fork first never do, whatever the seed, the model or the number of them', () => {
    for (const model of philosophers.models) {
      for (const seed of seeds) {
        const run = ended({ seed, model, workers: 3, params: { philosophers: 2 + (seed % 6), reach: seed % 3 } });
        expect(run.outcome.pause, `${model}, seed ${seed}`).toBe('finished');
      }
    }
  });

  test('in a deadlock say in a circle what each waits for', () => {
    const { deadlock, makespan } = ended({ params: { philosophers: 3, think: 1, ordered: false } }).outcome;
    expect(makespan).toBeNull();
    expect(deadlock?.circle).toEqual([1, 2, 3]);
    expect(deadlock?.blocked.slice(0, 2)).toEqual([
      { task: 0, name: 'main', resource: -1, on: 'gather of 3', heldBy: [1, 2, 3] },
      { task: 1, name: 'philosopher-0', resource: 1, on: 'fork-1', heldBy: [2] },
    ]);
    expect(deadlockSentence(deadlock!)).toBe(
      'Deadlock: philosopher-0 waits for fork-1, which philosopher-1 holds; philosopher-1 waits for fork-2, which ' +
        'philosopher-2 holds; philosopher-2 waits for fork-0, which philosopher-0 holds.',
    );
  });

  test('under one worker that waits out each sleep have no rival at the table', () => {
    expect(ended({ model: 'synchronous', params: { ordered: false, think: 3, eat: 2 } }).outcome.pause).toBe(
      'finished',
    );
  });
});
