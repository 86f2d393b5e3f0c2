import type { ModelId, Scenario } from '../../shared/scenario/scenario.ts';
import { lanes as words } from '../words/en/lanes.ts';
import { window } from '../words/en/window.ts';
import { fill } from '../words/fill.ts';
import type { AnyKind, StageLane } from './kit/kind.ts';
import { wholeAt } from './kit/whole.ts';

/** What a lane is called on screen, in plain words, where its program is shown by that kind of stage. */
export function laneTitle(
  { model, workers }: Pick<Scenario, 'model' | 'workers'>,
  kind: Pick<AnyKind, 'titles'>,
): string {
  switch (model) {
    case 'threads':
      return workers === 1 ? words.oneThread : fill(words.threads, { workers });
    case 'processes':
      return workers === 1 ? words.oneProcess : fill(words.processes, { workers });
    default:
      return modelTitle(model, kind);
  }
}

/** How a lane runs, in one word for beside its title; null where the title says it: "12 threads". */
export function besideTitle(title: string, { model, workers }: Pick<Scenario, 'model' | 'workers'>): string | null {
  return title === laneTitle({ model, workers }, { titles: { synchronous: '', asynchronous: '' } })
    ? null
    : words.beside[model];
}

/** How many events of a long run are kept; null where all of them are. */
export function sampledText({ ratio }: { readonly ratio?: number | null }): string | null {
  return (ratio ?? null) === null ? null : fill(window.sampled, { ratio: ratio!.toPrecision(2) });
}

/** What the figures of a lane at an instant are of, where not every event is kept: a sample, or all; null elsewhere. */
export function countedText(lane: Pick<StageLane, 'ratio' | 'whole' | 'end'>, at: number): string | null {
  const sampled = sampledText(lane);
  if (sampled === null) return null;
  return wholeAt(lane, at) === null ? fill(window.sample, { sampled }) : window.everyEvent;
}

/** What a model is called where one is chosen. */
export function modelTitle(model: ModelId, { titles }: Pick<AnyKind, 'titles'>): string {
  return model === 'threads' || model === 'processes' ? words.models[model] : titles[model];
}
