import type { LaneChoice } from '../../shared/protocol/calls.ts';
import { LANES_MAX } from '../../shared/protocol/limits.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import { hasWorkers, type ModelId } from '../../shared/scenario/scenario.ts';

export { hasWorkers };

/** A lane as it is being chosen. */
export interface LaneDraft {
  readonly model: ModelId;
  readonly workers: number;
}

/** Workers to begin with, where a model has any number of them. */
export const WORKERS_USUAL = 12;

export function draftOf(lanes: readonly LaneInfo[]): LaneDraft[] {
  return lanes.map(({ scenario: { model, workers } }) => ({
    model,
    workers: hasWorkers(model) ? workers : WORKERS_USUAL,
  }));
}

/** The draft with one lane more: the first model that is not there yet. Full drafts stay as they are. */
export function withLane(draft: readonly LaneDraft[], models: readonly ModelId[]): LaneDraft[] {
  if (draft.length >= LANES_MAX) return [...draft];
  const model = models.find((each) => draft.every((lane) => lane.model !== each)) ?? models[0] ?? 'asynchronous';
  return [...draft, { model, workers: WORKERS_USUAL }];
}

export function choicesOf(draft: readonly LaneDraft[]): LaneChoice[] {
  return draft.map(({ model, workers }) => (hasWorkers(model) ? { model, workers } : { model }));
}
