import type { ModelId } from '../scenario/scenario.ts';

/** The part of a scenario that says what there is to run on. */
export interface Machine {
  readonly model: ModelId;
  /** Workers of the models threads and processes; 1 under the others. */
  readonly workers: number;
}

/** How many tasks can compute at once: each process has a processor, everybody else shares one. */
export function processorsOf({ model, workers }: Machine): number {
  return model === 'processes' ? workers : 1;
}
