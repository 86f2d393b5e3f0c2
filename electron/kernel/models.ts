import type { ModelId } from '../../shared/scenario/scenario.ts';

/**
 * A model is what a wait costs: how many workers there are, whether a timed wait keeps its worker, and whether
 * the workers share one processor. The kernel knows nothing else about it.
 */
export interface Model {
  readonly id: ModelId;
  /** How many tasks can be in the middle of something at once. */
  readonly workers: number;
  /** Whether `sleep` keeps the worker until it is over. */
  readonly sleepHolds: boolean;
  /** Whether all workers share one processor (a global interpreter lock); else each has its own. */
  readonly sharedProcessor: boolean;
}

/** The model of that name; `workers` counts for threads and processes alone. */
export function model(id: ModelId, workers = 1): Model {
  switch (id) {
    case 'synchronous':
      return { id, workers: 1, sleepHolds: true, sharedProcessor: false };
    case 'asynchronous':
      return { id, workers: 1, sleepHolds: false, sharedProcessor: false };
    case 'threads':
      return { id, workers, sleepHolds: true, sharedProcessor: true };
    case 'processes':
      return { id, workers, sleepHolds: true, sharedProcessor: false };
  }
}
