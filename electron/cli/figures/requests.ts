import { LagFold } from '../../../shared/fold/lag.ts';
import { requestEvents } from '../../../shared/fold/requests-stage.ts';
import { figure, span } from '../output/clock.ts';
import type { StageFigures } from './figures.ts';
import { theoryColumn, theoryLine } from './in-theory.ts';

/** What requests have to tell: the lag of the loop, and when they are over in theory. */
export const requests: StageFigures = {
  fold() {
    const fold = new LagFold();
    let [beats, latest] = [0, 0];
    return {
      event(at, kind, task, value) {
        fold.event(at, kind, task);
        if (kind !== requestEvents.kind.beat) return;
        beats++;
        latest = Math.max(latest, value);
      },
      summaryAt(now) {
        const { mean, max } = fold.lags;
        const lags = { meanLag: mean, p95Lag: fold.lags.quantile(0.95), maxLag: Math.max(max, fold.lagAt(now)) };
        return { ...lags, beats, latestBeat: latest };
      },
      means: () => ({ meanLag: { count: fold.lags.count, total: fold.lags.total } }),
    };
  },

  columns: [
    { head: 'beats', cell: ({ summary }) => figure(summary['beats'] ?? 0) },
    { head: 'mean\nlag', cell: ({ summary }) => span(summary['meanLag'] ?? 0) },
    { head: 'longest\nlag', cell: ({ summary }) => span(summary['maxLag'] ?? 0) },
    theoryColumn,
  ],

  lines(account) {
    const of = (name: string) => span(account.summary[name] ?? 0);
    return [
      ['beats of the heart', `${figure(account.summary['beats'] ?? 0)}, ${of('latestBeat')} late at most`],
      ['lag of the loop', `${of('meanLag')} on average, 95 % within ${of('p95Lag')}, ${of('maxLag')} at most`],
      theoryLine(account),
    ];
  },

  sentences(accounts) {
    const silent = accounts.some(({ scenario, summary }) => scenario.model === 'synchronous' && summary['beats'] === 0);
    return silent
      ? [
          'The heart never beats under the synchronous model: nothing runs beside requests that run one after the other.',
        ]
      : [];
  },
  facts: () => ({}),
};
