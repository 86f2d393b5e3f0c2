import type { ModelId, Scenario } from '../../shared/scenario/scenario.ts';
import { lanes as words } from '../words/en/lanes.ts';
import { fill } from '../words/fill.ts';

/** What a lane is called on screen, in plain words, where the program is shown by that kind of stage. */
export function laneTitle({ model, workers }: Pick<Scenario, 'model' | 'workers'>, stage: string): string {
  switch (model) {
    case 'threads':
      return workers === 1 ? words.oneThread : fill(words.threads, { workers });
    case 'processes':
      return workers === 1 ? words.oneProcess : fill(words.processes, { workers });
    default:
      return modelTitle(model, stage);
  }
}

/** What a model is called where one is chosen. */
export function modelTitle(model: ModelId, stage: string): string {
  if (model === 'threads' || model === 'processes') return words.models[model];
  return (stage === 'boards' ? words.boards : words.elsewhere)[model];
}
