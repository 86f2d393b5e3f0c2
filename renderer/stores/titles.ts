import type { ModelId } from '../../shared/scenario/scenario.ts';

/** What a lane is called on screen, in plain words. */
export function laneTitle(model: ModelId, workers: number): string {
  switch (model) {
    case 'synchronous':
      return 'One game at a time';
    case 'asynchronous':
      return 'Table to table';
    case 'threads':
      return workers === 1 ? '1 thread' : `${workers} threads`;
    case 'processes':
      return workers === 1 ? '1 process' : `${workers} processes`;
  }
}

/** What a model is called where one is chosen. */
export const modelTitles: Readonly<Record<ModelId, string>> = {
  synchronous: 'One game at a time',
  asynchronous: 'Table to table',
  threads: 'Threads',
  processes: 'Processes',
};
