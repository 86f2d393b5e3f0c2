import { QueueWaitsFold } from '../../../shared/fold/queue-waits.ts';
import { QueuesFold } from '../../../shared/fold/queues.ts';
import { figure, span } from '../output/clock.ts';
import type { StageFigures } from './figures.ts';

/** What a queue has to tell: how many items, how many at once, and how long they waited. */
export const queue: StageFigures = {
  fold() {
    const queues = new QueuesFold();
    const waits = new QueueWaitsFold();
    return {
      event(at, kind, task, value) {
        queues.event(at, kind, task, value);
        waits.event(at, kind, task, value);
      },
      summaryAt() {
        const [first] = queues.queues;
        const { over } = waits;
        const items = {
          put: first?.put ?? 0,
          taken: first?.taken ?? 0,
          left: waits.size,
          mostQueued: first?.deepest ?? 0,
        };
        return { ...items, meanWait: over.mean, p95Wait: over.quantile(0.95), maxWait: over.max };
      },
      means: () => ({ meanWait: { count: waits.over.count, total: waits.over.total } }),
    };
  },

  columns: [
    { head: 'items', cell: ({ summary }) => figure(summary['taken'] ?? 0) },
    { head: 'at most\nqueued', cell: ({ summary }) => figure(summary['mostQueued'] ?? 0) },
    { head: 'mean\nwait', cell: ({ summary }) => span(summary['meanWait'] ?? 0) },
    { head: 'longest\nwait', cell: ({ summary }) => span(summary['maxWait'] ?? 0) },
  ],

  lines({ summary }) {
    const of = (name: string) => summary[name] ?? 0;
    const left = of('left') > 0 ? `, ${figure(of('left'))} left behind` : '';
    return [
      ['items', `${figure(of('put'))} put, ${figure(of('taken'))} taken${left}`],
      ['at most queued', figure(of('mostQueued'))],
      ['an item waits', `${span(of('meanWait'))} on average, ${span(of('maxWait'))} at most`],
    ];
  },

  sentences(accounts) {
    const behind = accounts.filter(({ summary }) => (summary['left'] ?? 0) > 0);
    return behind.map(({ summary, scenario }) => {
      const items = summary['left'] === 1 ? '1 item is' : `${figure(summary['left'] ?? 0)} items are`;
      return `${items} never taken (${scenario.model}).`;
    });
  },

  facts: () => ({}),
};
