// How the presets and mistakes of every program end: by finishing, or in a deadlock that the program declares.
import { expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { undeclared, type Declared } from '../support/endings.ts';

const all = workloads as readonly Workload<unknown>[];

function pauseOf(workload: Workload<unknown>, input: Omit<ScenarioInput, 'workload'>): string {
  const run = new Run(readScenario({ workload: workload.id, ...input }, workload), workload);
  return run.advance();
}

const cases = all.flatMap((workload) => {
  const { id, presets, mistakes = [], models } = workload;
  const ofPresets = presets.map(({ id: name, params, seed, deadlock }) => {
    const model = models.includes('asynchronous') ? 'asynchronous' : models[0];
    return { id, name, workload, input: { params, seed: seed ?? 0, model }, declared: { deadlock } };
  });
  const ofMistakes = mistakes.map(({ id: variant, params, draws, model, deadlock }) => {
    return { id, name: variant, workload, input: { params, draws, model, variant }, declared: { deadlock } };
  });
  return [...ofPresets, ...ofMistakes] as const;
});

test.each(cases)('$name of $id ends as it says', ({ workload, input, declared }) => {
  expect(undeclared(pauseOf(workload, input), declared as Declared)).toBeNull();
});

test('a deadlock that is not declared is a failure, and so is a declared one that does not come', () => {
  expect([
    undeclared('deadlock', {}),
    undeclared('deadlock', { deadlock: true }),
    undeclared('finished', { deadlock: true }),
    undeclared('failed', {}),
  ]).toEqual([
    'ends in a deadlock, which it does not declare',
    null,
    'declares a deadlock, and ends as finished',
    'ends as failed',
  ]);
});
