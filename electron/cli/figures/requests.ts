import { LagFold } from '../../../shared/fold/lag.ts';
import { requestsMakespan, type ConstantRequests } from '../../../shared/theory/requests.ts';
import type { Distribution } from '../../../shared/theory/distribution.ts';
import { span } from '../output/clock.ts';
import type { StageFigures } from './stage.ts';

/** What requests have to tell: the lag of the loop, and when they are over in theory. */
export const requests: StageFigures = {
  fold() {
    const fold = new LagFold();
    return {
      event: (at, kind, task) => fold.event(at, kind, task),
      summaryAt: () => ({ meanLag: fold.lags.mean, p95Lag: fold.lags.quantile(0.95), maxLag: fold.lags.max }),
    };
  },

  theory({ params, model, workers, variant, edits }) {
    const { requests, every, latency, parse, client } = params as Readonly<Record<string, unknown>>;
    const [gap, wait, work] = [constantOf(every), constantOf(latency), constantOf(parse)];
    if (variant !== null || edits.length > 0 || gap !== 0 || wait === null || work === null) return null;
    const constant = { requests, latency: wait, parse: work, client } as ConstantRequests;
    const makespan = requestsMakespan(constant, model, workers);
    return makespan === null ? null : { makespan, masterFinished: makespan, exact: true };
  },

  columns: [
    { head: 'mean\nlag', cell: ({ summary }) => span(summary['meanLag'] ?? 0) },
    { head: 'longest\nlag', cell: ({ summary }) => span(summary['maxLag'] ?? 0) },
    { head: 'in\ntheory', cell: ({ theory }) => (theory === null ? '–' : span(theory.makespan)) },
  ],

  lines({ summary, theory }) {
    const of = (name: string) => span(summary[name] ?? 0);
    return [
      ['lag of the loop', `${of('meanLag')} on average, 95 % within ${of('p95Lag')}, ${of('maxLag')} at most`],
      ['in theory', theory === null ? 'no closed form is known' : span(theory.makespan)],
    ];
  },

  sentences: () => [],
  facts: () => ({}),
};

function constantOf(amount: unknown): number | null {
  const distribution = amount as Distribution;
  return distribution.kind === 'constant' ? distribution.value : null;
}
