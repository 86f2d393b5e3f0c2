import { ExhibitionFold } from '../../../shared/fold/exhibition.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { atTheMeans, type ExhibitionAmounts } from '../../../shared/theory/exhibition.ts';
import { exhibitionFinish } from '../../../shared/theory/finish.ts';
import { knee, kneeBoards } from '../../../shared/theory/knee.ts';
import { residual } from '../../../shared/theory/residual.ts';
import { clock, figure, inSeconds, percent, span } from '../output/clock.ts';
import type { Account } from './account.ts';
import type { StageFigures, Theory } from './stage.ts';

/** What an exhibition has to tell: the master, the waits for her, the closed forms and the last reply. */
export const boards: StageFigures = {
  fold(model) {
    const fold = new ExhibitionFold(model);
    return {
      event: (at, kind, task, value) => fold.event(at, kind, task, value),
      summaryAt: (now) => ({ ...fold.summaryAt(now) }),
    };
  },

  theory(scenario): Theory | null {
    // The closed forms know nothing of what changes under way.
    if (scenario.edits.length > 0) return null;
    const { exhibition, exact } = atTheMeans(amountsOf(scenario));
    const { model, workers } = scenario;
    const finish = exhibitionFinish(exhibition, { model, workers, policy: policyOf(scenario) });
    return finish === null ? null : { ...finish, exact };
  },

  columns: [
    { head: 'her last\nmove ends', cell: ({ summary }) => span(summary['masterFinished'] ?? 0) },
    { head: 'mean\nwait', cell: ({ summary }) => span(summary['meanWait'] ?? 0) },
    { head: 'longest\nwait', cell: ({ summary }) => span(summary['maxWait'] ?? 0) },
    { head: 'in\ntheory', cell: ({ theory }) => (theory === null ? '–' : span(theory.makespan)) },
  ],

  lines({ summary, theory }) {
    const of = (name: string) => summary[name] ?? 0;
    return [
      ['her last move ends', span(of('masterFinished'))],
      ['she thinks for', span(of('masterBusy'))],
      ...(of('masterWalked') > 0 ? [['she walks for', span(of('masterWalked'))] as [string, string]] : []),
      ['a board waits for her', `${span(of('meanWait'))} on average, ${span(of('maxWait'))} at most`],
      ['moves', `${figure(of('moves'))} in ${figure(of('games'))} finished games`],
      ['in theory', theory === null ? 'no closed form is known' : `${span(theory.makespan)}${meansOnly(theory)}`],
    ];
  },

  sentences(accounts) {
    const told = inFocus(accounts);
    return [
      ...(told === null ? [] : [residualSentence(told)]),
      ...accounts.slice(0, 1).map(({ scenario }) => kneeSentence(scenario)),
      ...mastersSentences(accounts),
      ...theorySentences(accounts),
    ];
  },

  facts(accounts) {
    const told = inFocus(accounts);
    const scenario = accounts[0]?.scenario;
    return {
      ...(scenario === undefined ? {} : { knee: kneeBoards(atTheMeans(amountsOf(scenario)).exhibition) }),
      ...(told === null ? {} : { residual: { model: told.scenario.model, ...residual(finishOf(told)) } }),
    };
  },
};

function amountsOf(scenario: Scenario): ExhibitionAmounts {
  return scenario.params as ExhibitionAmounts;
}

function policyOf(scenario: Scenario): string {
  return (scenario.params as { policy: string }).policy;
}

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

function kneeSentence(scenario: Scenario): string {
  const { exhibition, exact } = atTheMeans(amountsOf(scenario));
  const { boards, master, opponent, walk = 0 } = exhibition;
  if (master + walk === 0 || !Number.isFinite(knee(exhibition)))
    return 'Her moves take no time: however many boards there are, none waits.';
  const least = kneeBoards(exhibition);
  const quotient = `${inSeconds(master + opponent)} a round / ${inSeconds(master + walk)} a move`;
  const side =
    boards < least ? 'she waits for replies' : boards === least ? 'nobody need wait' : 'the boards wait for her';
  const about = exact ? '' : ', at the means';
  return `The knee is at ${figure(least)} ${least === 1 ? 'board' : 'boards'} (${quotient}${about}); with ${figure(boards)}, ${side}.`;
}

/** With processes it is not one master who does it. */
function mastersSentences(accounts: readonly Account[]): string[] {
  const several = accounts.find(({ scenario }) => scenario.model === 'processes' && scenario.workers > 1);
  if (several === undefined) return [];
  const { scenario, processorUse } = several;
  return [
    `${scenario.workers} processes are ${scenario.workers} masters, each of them busy ${percent(processorUse)} of the time.`,
  ];
}

function theorySentences(accounts: readonly Account[]): string[] {
  const compared = accounts.filter(({ makespan, theory }) => makespan !== null && theory !== null);
  if (compared.length === 0) return [];
  if (compared.some(({ theory }) => theory?.exact === false)) {
    return ['Theory takes every amount at its mean; chance makes the difference.'];
  }
  const off = compared.filter(({ makespan, theory }) => !near(makespan!, theory!.makespan));
  if (off.length === 0) return ['Theory and simulation agree.'];
  return [`Theory and simulation differ for ${off.map(({ scenario }) => scenario.model).join(', ')}.`];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, a, b);
}

function meansOnly({ exact }: Theory): string {
  return exact ? '' : ', every amount at its mean';
}
