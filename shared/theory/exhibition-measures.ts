import { amdahlSpeedUp } from './amdahl.ts';
import { asynchronousWait } from './asynchronous.ts';
import { isConstant, mean, type Distribution } from './distribution.ts';
import { atTheMeans, type ConstantExhibition, type ExhibitionAmounts } from './exhibition.ts';
import { finiteSource } from './finite-source.ts';
import { exhibitionFinish } from './finish.ts';
import type { PlainScenario } from './forms.ts';
import { finite, type Measure, type Measures, type Source } from './measures.ts';
import { synchronousFinish } from './synchronous.ts';
import { squaredVariation } from './variation.ts';

/**
 * An exhibition of random thinkers under the asynchronous model is a finite source: the boards are its customers, the
 * master serves them. Everything else is what the closed forms give, with random amounts at their means.
 */
export function exhibitionMeasures({ params, model, workers }: PlainScenario): Measures {
  const { policy } = params as { readonly policy: string };
  const { exhibition, exact } = atTheMeans(params as ExhibitionAmounts);
  const settled = model === 'asynchronous' && !exact ? settledMeasures(params as ExhibitionAmounts, exhibition) : null;
  if (settled !== null) return settled;
  const finish = exhibitionFinish(exhibition, { model, workers, policy });
  if (finish === null) return {};
  const by: Source = exact ? 'exact' : 'means';
  const masters = model === 'processes' ? workers : 1;
  const work = exhibition.boards * exhibition.pairMoves * exhibition.master;
  const stands = (value: number | null): Measure | null => (value === null ? null : { value, by });
  const walks = (exhibition.walk ?? 0) > 0;
  const wait = waitOf(exhibition, model, policy);
  const pairs = exhibition.boards * exhibition.pairMoves;
  return finite({
    makespan: stands(finish.makespan),
    masterFinished: stands(finish.masterFinished),
    speedUp: stands(synchronousFinish(exhibition).makespan / finish.makespan),
    processorUse: stands(walks ? null : work / (masters * finish.makespan)),
    meanReady: stands(wait),
    // Little's law: a pair of moves is one wait for her.
    meanNumber: stands(wait === null || walks ? null : (pairs * wait) / finish.makespan),
    throughput: stands(pairs / finish.makespan),
  });
}

/**
 * Amdahl's law for threads and processes. Her moves are what one lock serialises; with processes each worker has a master of
 * its own, and nothing is serial.
 */
export function exhibitionBeside({ params, model, workers }: PlainScenario): Measures {
  if (model !== 'threads' && model !== 'processes') return {};
  const { exhibition } = atTheMeans(params as ExhibitionAmounts);
  const { boards, master, opponent } = exhibition;
  const serial = model === 'threads' ? master / (master + opponent) : 0;
  return finite({ speedUp: { value: amdahlSpeedUp(serial, Math.min(workers, boards)), by: 'amdahl' } });
}

/** The steady state of the finite source; null where the program is none. */
function settledMeasures(amounts: ExhibitionAmounts, exhibition: ConstantExhibition): Measures | null {
  const { boards: customers, pairMoves, master: serviceTime, opponent: thinkTime, walk = 0 } = exhibition;
  const serviceVariation = squaredVariation(asDistribution(amounts.master));
  // Her times are added to her replies, so constant times of hers alone leave something random: the replies.
  if (serviceVariation === null || walk > 0 || !isFixed(amounts.pairMoves)) return null;
  if (isFixed(amounts.opponent) && serviceVariation === 0) return null;
  const { throughput, utilisation, meanWait, meanInSystem } = finiteSource({
    customers,
    thinkTime,
    serviceTime,
    serviceVariation,
  });
  const makespan = (customers * pairMoves) / throughput;
  const by = 'finite-source';
  return finite({
    makespan: { value: makespan, by },
    speedUp: { value: synchronousFinish(exhibition).makespan / makespan, by },
    processorUse: { value: utilisation, by },
    meanReady: { value: meanWait, by },
    meanNumber: { value: meanInSystem - utilisation, by },
    throughput: { value: throughput, by },
  });
}

function waitOf(exhibition: ConstantExhibition, model: PlainScenario['model'], policy: string): number | null {
  if (model !== 'asynchronous' || (policy !== 'round-robin' && policy !== 'fifo')) return null;
  return asynchronousWait(exhibition, policy).mean;
}

function asDistribution(amount: number | Distribution): Distribution {
  return typeof amount === 'number' ? { kind: 'constant', value: amount } : amount;
}

function isFixed(amount: number | Distribution): boolean {
  return isConstant(asDistribution(amount)) && Number.isFinite(mean(asDistribution(amount)));
}
