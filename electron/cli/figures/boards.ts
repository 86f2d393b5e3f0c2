import { ExhibitionFold } from '../../../shared/fold/exhibition.ts';
import { residual } from '../../../shared/theory/residual.ts';
import { clock, figure, inSeconds, percent, span } from '../output/clock.ts';
import type { Account, StageFigures } from './figures.ts';
import { theoryColumn, theoryLine, theorySentences } from './in-theory.ts';

/** What an exhibition has to tell: the master, the waits for her, the closed forms and the last reply. */
export const boards: StageFigures = {
  fold(model) {
    const fold = new ExhibitionFold(model);
    return {
      event: (at, kind, task, value) => fold.event(at, kind, task, value),
      summaryAt: (now) => ({ ...fold.summaryAt(now) }),
      means() {
        const { count, total } = fold.waits;
        // Each move ends one wait of either kind.
        return { meanReady: { count, total }, meanWait: { count, total: fold.summary.meanWait * count } };
      },
    };
  },

  columns: [
    { head: 'her last\nmove ends', cell: ({ summary }) => span(summary['masterFinished'] ?? 0) },
    { head: 'mean\nwait', cell: ({ summary }) => span(summary['meanReady'] ?? 0) },
    { head: 'longest\nwait', cell: ({ summary }) => span(summary['maxReady'] ?? 0) },
    theoryColumn,
  ],

  lines(account) {
    const { summary } = account;
    const of = (name: string) => summary[name] ?? 0;
    return [
      ['her last move ends', span(of('masterFinished'))],
      ['she thinks for', span(of('masterBusy'))],
      ...(of('masterWalked') > 0 ? [['she walks for', span(of('masterWalked'))] as [string, string]] : []),
      ['a board waits for her', `${span(of('meanReady'))} on average, ${span(of('maxReady'))} at most`],
      ['moves', `${figure(of('moves'))} in ${figure(of('games'))} finished games`],
      theoryLine(account),
    ];
  },

  sentences(accounts) {
    const told = inFocus(accounts);
    return [
      ...(told === null ? [] : [residualSentence(told)]),
      ...kneeSentences(accounts),
      ...mastersSentences(accounts),
      ...theorySentences(accounts),
    ];
  },

  facts(accounts) {
    const told = inFocus(accounts);
    const knee = accounts[0]?.theory.knee ?? null;
    return {
      ...(knee === null ? {} : { knee: knee.least }),
      ...(told === null ? {} : { residual: { model: told.scenario.model, ...residual(finishOf(told)) } }),
    };
  },
};

/** The run whose end is explained: table to table if it is among them. */
function inFocus(accounts: readonly Account[]): Account | null {
  const over = accounts.filter(({ makespan }) => makespan !== null);
  return over.find(({ scenario }) => scenario.model === 'asynchronous') ?? over[0] ?? null;
}

function finishOf({ makespan, summary }: Account): { makespan: number; masterFinished: number } {
  return { makespan: makespan ?? 0, masterFinished: summary['masterFinished'] ?? 0 };
}

function residualSentence(account: Account): string {
  const { masterFinished, makespan, residual: left } = residual(finishOf(account));
  const when = (at: number) => (makespan < 60 ? span(at) : clock(at));
  return `Her last move ends at ${when(masterFinished)}; the last reply takes ${span(left)} more: ${when(makespan)}.`;
}

function kneeSentences([first]: readonly Account[]): string[] {
  const knee = first?.theory.knee ?? null;
  if (knee === null) return [];
  const { least, boards, round, work, exact } = knee;
  if (least === Infinity || work === 0) return ['Her moves take no time: however many boards there are, none waits.'];
  const quotient = `${inSeconds(round)} a round / ${inSeconds(work)} a move`;
  const side =
    boards < least ? 'she waits for replies' : boards === least ? 'nobody need wait' : 'the boards wait for her';
  const about = exact ? '' : ', at the means';
  const many = `${figure(least)} ${least === 1 ? 'board' : 'boards'}`;
  return [`The knee is at ${many} (${quotient}${about}); with ${figure(boards)}, ${side}.`];
}

/** With processes there are several masters. */
function mastersSentences(accounts: readonly Account[]): string[] {
  const several = accounts.find(({ scenario }) => scenario.model === 'processes' && scenario.workers > 1);
  if (several === undefined) return [];
  const { scenario, processorUse } = several;
  return [
    `${scenario.workers} processes are ${scenario.workers} masters, each of them busy ${percent(processorUse)} of the time.`,
  ];
}
