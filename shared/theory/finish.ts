import { asynchronousFinish } from './asynchronous.ts';
import type { ConstantExhibition, Finish } from './exhibition.ts';
import { processesFinish } from './processes.ts';
import { synchronousFinish } from './synchronous.ts';
import { threadsFinish } from './threads.ts';

/** How the exhibition is run. `workers` counts threads or processes; 1 if left out. */
export interface Arrangement {
  readonly model: 'synchronous' | 'asynchronous' | 'threads' | 'processes';
  readonly workers?: number;
  /** The order of serving, for the asynchronous model; `round-robin` if left out. */
  readonly policy?: string;
}

/** When the exhibition is over under a model, or `null` where no closed form is known. */
export function exhibitionFinish(e: ConstantExhibition, { model, workers = 1, policy }: Arrangement): Finish | null {
  switch (model) {
    case 'synchronous':
      return synchronousFinish(e);
    case 'asynchronous':
      if (policy === undefined || policy === 'round-robin' || policy === 'fifo') return asynchronousFinish(e, policy);
      return null;
    case 'threads':
      return threadsFinish(e, workers);
    case 'processes':
      return processesFinish(e, workers);
  }
}
