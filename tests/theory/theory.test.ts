import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { theoryOf, type Theory } from '../../shared/theory/theory.ts';

/** What theory says of a scenario, and what its run says. */
function both(input: ScenarioInput & { readonly workload: string }): { theory: Theory; run: Run } {
  const workload = workloads.find(({ id }) => id === input.workload)!;
  const scenario = readScenario(input, workload);
  return { theory: theoryOf(workload.theory ?? null, scenario), run: new Run(scenario, workload) };
}

const theory = (workload: string, input: Omit<ScenarioInput, 'workload'> = {}) => both({ workload, ...input }).theory;

describe('theory', () => {
  test('says when the classic exhibition ends, how many pairs it plays and where its knee is', () => {
    expect(theory('exhibition')).toEqual({
      prediction: { makespan: 3655, masterFinished: 3600, units: 720, exact: true },
      why: null,
      total: 720,
      knee: { least: 12, boards: 24, round: 60, work: 5, exact: true },
    });
    expect(theory('exhibition', { params: { master: 0 } }).knee?.least).toBe(Infinity);
    expect(theory('requests', { params: { every: 0, latency: 1, parse: 0.1 } })).toMatchObject({
      prediction: { makespan: expect.closeTo(2.2, 9) as number, exact: true, masterFinished: null },
      total: null,
      knee: null,
    });
  });

  test('counts no pairs beforehand where chance decides', () => {
    const pairMoves = { kind: 'integer', low: 20, high: 40 };
    expect(theory('exhibition', { params: { pairMoves } })).toMatchObject({
      prediction: { units: 720, exact: false },
      total: null,
    });
  });

  test.each([
    ['exhibition', { variant: 'everything-awaited' }, /variant of the program/],
    ['exhibition', { edits: [{ at: 60, path: 'master', value: 6 }] }, /change under way/],
    ['exhibition', { params: { policy: 'random' } }, /order of serving random/],
    ['exhibition', { model: 'threads', workers: 4, params: { walk: 1 } }, /threads with a way to walk/],
    ['requests', {}, /not sent at once/],
    ['requests', { params: { every: 0 } }, /random length/],
    ['requests', { model: 'threads', workers: 4, params: { every: 0, latency: 1 } }, /share a processor/],
    ['requests', { variant: 'quota', params: { every: 0, latency: 1 } }, /variant of the program/],
    ['count', {}, /for this program/],
  ] as const)('of %s with %j says why it does not apply', (workload, input, why) => {
    const { prediction, why: said } = theory(workload, input);
    expect(prediction).toBeNull();
    expect(said).toMatch(why);
    expect(said).toMatch(/^[A-Z].*\.$/);
  });

  test('agrees with the run wherever it is certain: every preset under every model, and every mistake', () => {
    const cases = workloads.flatMap(({ id, theory, presets, mistakes = [], models }) => {
      if (theory === undefined) return [];
      const ofPresets = presets.flatMap(({ params }) =>
        models.flatMap((model) =>
          [1, 12].map((workers) => ({ workload: id, model, workers, params: params as object })),
        ),
      );
      const ofMistakes = mistakes.map(({ id: variant, model, params }) => {
        return { workload: id, variant, model, params: params as object };
      });
      return [...ofPresets, ...ofMistakes];
    });
    let certain = 0;
    for (const input of cases) {
      const { theory, run } = both(input);
      if (!theory.prediction?.exact) continue;
      run.advance();
      expect(run.outcome.makespan, JSON.stringify(input)).toBeCloseTo(theory.prediction.makespan, 6);
      certain++;
    }
    expect(certain).toBeGreaterThan(20);
  });
});
