// Little's law and the utilisation law, read off every program there is: each side is counted by itself, so that they agree is
// a finding.
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { lawFigures, LawsFold, lawsOf, type LawTotals } from '../../shared/fold/laws.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { littleOf, useOf } from '../../shared/theory/operational.ts';

/** Every program in its presets and mistakes, under every model. */
const cases = workloads.flatMap((workload) => {
  const { id, presets, mistakes = [], models } = workload;
  const own = workload as Workload<unknown>;
  const inputs = [
    ...presets.map(({ params }) => ({ params: params as object })),
    ...mistakes.map(({ id: variant, params }) => ({ variant, params: params as object })),
  ];
  return inputs.flatMap((input) =>
    models.flatMap((model) => [1, 3].map((workers) => ({ own, input: { workload: id, model, workers, ...input } }))),
  );
});

function totalsOf({ own, input }: (typeof cases)[number], until = Infinity): { totals: LawTotals; ofItems: boolean } {
  const run = new Run(readScenario(input, own), own);
  run.advance(until, 300_000);
  const fold = new LawsFold({ ...run.scenario, ...(own.stage === undefined ? {} : { stage: own.stage }) });
  run.trace.feed(fold, 0);
  return { totals: fold.totals(run.now), ofItems: fold.ofItems };
}

describe('the laws, read off a run', () => {
  test('hold to rounding for every program under every model, and what still waits makes all of the difference', () => {
    let [exact, items, left] = [0, 0, 0];
    for (const each of cases) {
      const { totals, ofItems } = totalsOf(each);
      const said = JSON.stringify(each.input);
      const { little, use, present, underWay } = lawsOf(totals);
      expect(little.number, said).toBeGreaterThanOrEqual(little.product - 1e-9);
      if (present === 0) {
        expect(Math.abs(little.number - little.product), said).toBeLessThan(1e-9 * Math.max(1, little.number));
        exact++;
        if (ofItems && little.number > 0) items++;
      } else left++;
      if (underWay === 0) expect(Math.abs(use.use - use.product), said).toBeLessThan(1e-9);
      else expect(use.use, said).toBeGreaterThanOrEqual(use.product - 1e-9);
    }
    expect(exact).toBeGreaterThan(100);
    expect(items).toBeGreaterThan(20);
    expect(left).toBeGreaterThan(0);
  });

  test('in the middle of a run differ by the waits and the work that are not over', () => {
    const own = workloads.find(({ id }) => id === 'queue') as Workload<unknown>;
    const params = { producers: 8, consumers: 2, items: { kind: 'constant', value: 10 } };
    const { totals } = totalsOf({ own, input: { workload: 'queue', model: 'asynchronous', workers: 1, params } }, 20);
    const { little, present } = lawsOf(totals);
    expect(present).toBeGreaterThan(0);
    expect(little.number).toBeGreaterThan(little.product);
    const exhibition = workloads.find(({ id }) => id === 'exhibition') as Workload<unknown>;
    const asked = { workload: 'exhibition', model: 'asynchronous' as const, workers: 1, params: { boards: 12 } };
    const { use, underWay } = lawsOf(totalsOf({ own: exhibition, input: asked }, 62).totals);
    expect({ use: use.use, product: use.product, underWay }).toEqual({ use: 1, product: 60 / 62, underWay: 1 });
  });

  test('of a part of a run are those of the whole without what came before', () => {
    const own = workloads.find(({ id }) => id === 'exhibition') as Workload<unknown>;
    const asked = { workload: 'exhibition', model: 'asynchronous' as const, workers: 1, params: {} };
    const [before, after] = [totalsOf({ own, input: asked }, 600).totals, totalsOf({ own, input: asked }).totals];
    const { little, use } = lawsOf(after, before);
    // In the first minute the boards that wait go from 23 down to 12, and 12 it stays until the last replies.
    const first = 5 * (23 + 22 + 21 + 20 + 19 + 18 + 17 + 16 + 15 + 14 + 13 + 12) + 540 * 12;
    expect(little.number).toBeCloseTo((43_140 - first) / 3055, 9);
    expect(use.product).toBeCloseTo(3000 / 3055, 9);
    expect(lawFigures(lawsOf(after))).toEqual({
      meanNumber: expect.closeTo((720 * 59.9166666667) / 3655, 6) as number,
      littleNumber: expect.closeTo((720 * 59.9166666667) / 3655, 6) as number,
      lawUse: expect.closeTo(3600 / 3655, 9) as number,
    });
  });

  test('say nothing of no time', () => {
    const nobody = { area: 0, waited: 0, served: 0, present: 0 };
    expect(littleOf(nobody, 0)).toEqual({ number: 0, perSecond: 0, wait: 0, product: 0 });
    expect(useOf({ busy: 0, worked: 0, works: 0, underWay: 0 }, 0, 1)).toEqual({
      use: 0,
      perSecond: 0,
      service: 0,
      product: 0,
    });
  });
});
