import { LagFold } from '../../../shared/fold/lag.ts';
import { span } from '../output/clock.ts';
import type { StageFigures } from './figures.ts';
import { theoryColumn, theoryLine } from './in-theory.ts';

/** What requests have to tell: the lag of the loop, and when they are over in theory. */
export const requests: StageFigures = {
  fold() {
    const fold = new LagFold();
    return {
      event: (at, kind, task) => fold.event(at, kind, task),
      summaryAt: () => ({ meanLag: fold.lags.mean, p95Lag: fold.lags.quantile(0.95), maxLag: fold.lags.max }),
    };
  },

  columns: [
    { head: 'mean\nlag', cell: ({ summary }) => span(summary['meanLag'] ?? 0) },
    { head: 'longest\nlag', cell: ({ summary }) => span(summary['maxLag'] ?? 0) },
    theoryColumn,
  ],

  lines(account) {
    const of = (name: string) => span(account.summary[name] ?? 0);
    return [
      ['lag of the loop', `${of('meanLag')} on average, 95 % within ${of('p95Lag')}, ${of('maxLag')} at most`],
      theoryLine(account),
    ];
  },

  sentences: () => [],
  facts: () => ({}),
};
